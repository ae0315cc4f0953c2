"""Enkäter by keyboard: rounds, indicators, the questionnaire, what was handed out."""

from dataclasses import replace

import pytest

from tests.factories import a_store, a_workspace
from tests.fourteen import PILE, fourteen
from tests.screens.at_pane import at_pane
from tests.screens.painted import lines_of, text_of
from tracker.registration import history, save, stored_draft
from tracker.surveys import paper
from tracker.surveys.pile import PaperForm, open_pile
from tracker.wording import language
from tui.screens.forms.mailing import MailingForm
from tui.screens.forms.pile import PileForm

KEY = {name: PILE[name] for name in ("omgång", "grupp", "insats")}


@pytest.fixture
def empty(tmp_path):
    opened = a_workspace(a_store(tmp_path / "store"))
    yield opened
    opened.close()


@pytest.fixture
def asked(tmp_path):
    """Twelve answered in KRUS, one in Navet; how many were handed out is known of KRUS alone."""
    opened = fourteen(tmp_path / "store")
    for insats, number in (("krus", 12), ("navet", 1)):
        pile = open_pile(opened, PILE | {"insats": insats}).pile
        for form in range(1, number + 1):
            answers = {"i1": "4" if form < 10 else "1", "i2": "2"}
            paper.save_form(opened, pile, PaperForm(str(form), answers))
    save(opened, "utskick", {**KEY, "datum": "2021-11-01", "antal": "20"})
    yield opened
    opened.close()


def below(keys):
    return [line.cells for line in keys.pane.below.lines]


async def test_nothing_yet_says_which_keys_come_first(empty):
    async with at_pane(empty, "surveys") as keys:
        shown = text_of(keys.app)
        assert "Ingen mätomgång ännu." in shown
        assert "u skriv in hur många enkäter som delats ut" in shown
        assert keys.told("guidance").startswith("Enkäten 2021: 1 fråga. NNS äger frågornas lydelse")
        await keys.type("n")
        assert isinstance(keys.screen, PileForm)
        await keys.type("escape u")
        assert isinstance(keys.screen, MailingForm)


async def test_rounds_are_listed_with_their_sum_and_what_is_missing(asked):
    async with at_pane(asked, "surveys") as keys:
        assert [line.cells[2:5] for line in keys.pane.table.lines] == [
            ("alla 2", "! saknas", "13"), ("krus", "20", "12"), ("navet", "! saknas", "1"),
        ]  # fmt: skip
        assert keys.told("amount") == "1 mätomgång · 1 utan antal utdelade"
        await keys.type("down")
        assert keys.told("guidance").startswith("2021-höst · Deltagare vid avslut · KRUS: 12 av 20")


async def test_indicators_follow_the_marked_line_and_few_are_only_counted(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("down")
        assert below(keys)[:2] == [
            (" 1", "stöd efter behov", "9 av 12 svar", "75\N{NO-BREAK SPACE}%",
             "47–91\N{NO-BREAK SPACE}%"),
            (" 2", "tema 2", "0 av 12 svar", "0\N{NO-BREAK SPACE}%", "0–24\N{NO-BREAK SPACE}%"),
        ]  # fmt: skip
        await keys.type("down")
        assert below(keys)[0] == (" 1", "stöd efter behov", "1 av 1 svar", "få svar", "")


async def test_the_questionnaire_is_a_key_away_and_back(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("f")
        assert len(below(keys)) == 14
        assert below(keys)[1][:5] == (" i2", "2", "tema 2", "1–4", "3, 4")
        assert "NNS äger frågornas lydelse" in keys.told("guidance")
        await keys.type("down")
        assert len(below(keys)[0]) == 6, "walking keeps it"
        await keys.type("f")
        assert below(keys)[0][2] == "9 av 12 svar"


async def test_what_was_handed_out_is_entered_with_its_number_alone(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("down down u")
        assert isinstance(keys.screen, MailingForm)
        assert keys.focused == "antal"
        await keys.type("4 ctrl+s")
        assert keys.told("happened") == "Sparat: 4 utdelade enkäter i 2021-höst. ctrl+z ångrar."
        stored = stored_draft(asked, "utskick", {**KEY, "insats": "navet"})
        assert (stored["antal"], stored["datum"]) == ("4", "2021-11-15")
        assert keys.row()[2:6] == ("navet", "4", "1", "25\N{NO-BREAK SPACE}%")
        await keys.type("ctrl+z")
        assert keys.row()[3] == "! saknas"


async def test_what_stands_is_shown_and_corrected(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("down u")
        assert keys.field("antal").extra == "nu 20"
        await keys.type("home delete 3 ctrl+s")
        assert keys.screen.question == "Varför rättas utdelade enkäter, 2021-höst?"
        await keys.type("Räknadeom enter")
        assert history(asked)[0].reason == "Räknadeom"
        assert stored_draft(asked, "utskick", KEY)["antal"] == "30"
        assert keys.row()[3] == "30"


async def test_a_number_that_is_none_is_refused_beside_the_field(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("down down u många ctrl+s")
        assert isinstance(keys.screen, MailingForm)
        assert keys.field("antal").problem


async def test_typing_narrows_the_list_and_escape_shows_it_again(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("/navet")
        assert [line.insats for line in keys.pane.shown] == ["navet"]
        await keys.type("x enter")
        assert "Inget stämmer." in text_of(keys.app)
        await keys.type("escape")
        assert len(keys.pane.shown) == 3


async def test_enter_goes_to_the_indicators_and_escape_back(asked):
    async with at_pane(asked, "surveys") as keys:
        await keys.type("enter")
        assert keys.pane.below.has_focus
        await keys.type("escape down")
        assert keys.pane.current.insats == "krus"


async def test_a_row_of_data_quality_leads_here(asked):
    async with at_pane(asked, "surveys") as keys:
        keys.pane.show_subject("navet")
        await keys.type("f5")
        assert [line.insats for line in keys.pane.shown] == ["navet"]


@pytest.mark.parametrize(("lang", "name"), [("sv", "Utdelade"), ("en", "Sent out")])
async def test_heads_are_whole_in_eighty_columns(asked, lang, name):
    async with at_pane(replace(asked, language=language(lang)), "surveys") as keys:
        head = next(line for line in lines_of(keys.app) if name in line)
        assert "…" not in head


async def test_wide_screens_write_names_out(asked):
    async with at_pane(asked, "surveys", (140, 36)) as keys:
        assert keys.pane.table.lines[2].cells[2] == "Navet i Lillby"


@pytest.mark.parametrize("width", [120, 160, 200])
async def test_the_widest_screens_show_rounds_and_indicators_side_by_side(asked, width):
    async with at_pane(asked, "surveys", (width, 30)) as keys:
        rounds, indicators = keys.pane.table.region, keys.pane.below.region
        beside = rounds.right <= indicators.x and rounds.y <= indicators.y < rounds.bottom
        assert beside is (width >= 160)
        is_written_out = keys.pane.table.lines[2].cells[2] == "Navet i Lillby"
        assert is_written_out is (rounds.width >= 110)


@pytest.mark.parametrize(("key", "day"), [("n", "2021-11-15"), ("u", "2021-11-01")])
async def test_from_a_sum_the_intervention_is_asked_first(asked, key, day):
    async with at_pane(asked, "surveys") as keys:
        assert keys.pane.current.is_sum
        await keys.type(key)
        assert keys.focused == "insats"
        assert keys.notice == "Raden gäller flera insatser: välj vilken."
        await keys.type("navet enter")
        assert keys.screen.draft["insats"] == "navet"
        assert keys.screen.draft["datum"] == day
