"""The grid for paper answers by keyboard: one key an answer, mending, undo, drafts, refusals."""

from dataclasses import replace
from datetime import date

import pytest
from textual import events
from textual.coordinate import Coordinate

from tests.fourteen import FOURTEEN, PILE, fourteen
from tests.screens.at_pane import at_pane
from tests.screens.keyboard import keys_in, said, settled
from tests.screens.painted import lines_of
from tracker.registration import history, undo
from tracker.surveys import paper
from tracker.surveys.pile import PaperForm, open_pile
from tracker.wording import language
from tui.screens.forms.draft_offer import DraftOffer
from tui.screens.forms.pile import PileForm
from tui.screens.questions.confirm import Confirm
from tui.screens.surveys.grid import SurveyGrid

FIRST = "n enter"
ANSWERS = "34 v 12 x 4 space 333 backspace 2344"
"""The answers to fourteen questions; one is mended on the way."""


@pytest.fixture
def workspace(tmp_path):
    """One form of KRUS is stored."""
    opened = fourteen(tmp_path / "store")
    pile = open_pile(opened, PILE).pile
    paper.save_form(opened, pile, PaperForm("7", {"kön": "man", **dict.fromkeys(FOURTEEN, "2")}))
    yield opened
    opened.close()


@pytest.fixture
def at_once(monkeypatch):
    """Drafts are kept without waiting for a pause."""
    monkeypatch.setattr("tui.screens.forms.keeping.KEEP_AFTER", 0.001)


def forms(workspace):
    """The stored forms by number: the sex and the answers as signs."""
    pile = open_pile(workspace, PILE).pile
    signs = {"kvinna": "k", "man": "m", "vet_ej": "v", "vill_ej": "x", "": "·"}
    return {
        form.number: "".join(signs.get(text, text) for text in form.answers.values())
        for form in pile.forms
    }


def line(keys, name):
    return said(keys.screen.query_one(f"#{name}"))


async def kept(keys):
    await keys.pilot.pause(0.05)
    await settled(keys.pilot)


async def test_a_form_is_saved_after_its_last_answer_and_the_next_one_begins(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(FIRST)
        assert line(keys, "heading") == (
            "2021-höst · Deltagare vid avslut · KRUS · 15 november 2021"
        )
        assert line(keys, "counted") == "1 formulär"
        await keys.type(f"k {ANSWERS}")
        assert forms(workspace) == {"7": "m" + 14 * "2", "8": "k34v12x4·332344"}
        assert line(keys, "happened") == "Formulär 8 är sparat. ctrl+z ångrar."
        assert line(keys, "counted") == "2 formulär"
        assert keys.screen.table.typed == PaperForm("9")
        assert line(keys, "asked") == "Kön: k/m, eller blanksteg"


async def test_a_form_is_one_change(workspace):
    async with at_pane(workspace, "surveys") as keys:
        before = len(history(workspace))
        await keys.type(f"{FIRST} m {14 * '3'} k {14 * '4'}")
        assert len(history(workspace)) == before + 2


async def test_the_count_says_which_answer_is_next(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k {11 * '3'}")
        assert line(keys, "counted") == "1 formulär, svar 12 av 14"
        assert line(keys, "asked") == "i12 · tema 12 · 1–4"


async def test_what_is_no_step_is_refused_below_its_cell_and_nothing_moves(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k 3 7")
        said_there = keys.screen.query_one("#refused").content
        assert str(said_there).strip() == "▲ i2 besvaras med 1–4, inte ”7”."
        painted = lines_of(keys.app)
        row = next(text for text in painted if text.startswith("▸8"))
        below = painted[painted.index(row) + 1]
        head = next(text for text in painted if text.startswith(" Nr"))
        start = head.index("i2")
        assert start <= below.index("▲") < start + 2, "it points at the cell"
        assert keys.screen.table.typed.answers == {"kön": "kvinna", "i1": "3"}
        await keys.type("2")
        assert line(keys, "refused") == ""


async def test_the_last_column_is_refused_within_the_screen(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k {13 * '3'} 9")
        assert "i14 besvaras med 1–4, inte ”9”. ▲" in "\n".join(lines_of(keys.app))


async def test_a_digit_is_no_sex(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} 3")
        assert "Först kön: k/m" in line(keys, "refused")
        assert keys.screen.table.typed.answers == {}


async def test_a_mistake_is_mended_before_saving_from_anywhere_in_the_form(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k 333 left left 1")
        assert keys.screen.table.typed.answers == {
            "kön": "kvinna", "i1": "3", "i2": "1", "i3": "3",
        }  # fmt: skip
        assert keys.screen.table.column == "i4", "on where one was"
        await keys.type("backspace backspace")
        assert list(keys.screen.table.typed.answers) == ["kön", "i1"]
        assert keys.screen.table.column == "i2"


async def test_the_last_answer_of_a_saved_form_is_one_backspace_away(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k {14 * '3'} backspace")
        assert line(keys, "asked").startswith("Formulär 8 är sparat.")
        await keys.type("4")
        assert forms(workspace)["8"] == "k" + 13 * "3" + "4"
        assert line(keys, "happened") == "Formulär 8 är rättat: i14 3 → 4. ctrl+z ångrar."
        assert history(workspace)[0].reason == "Felskrivet", "nobody is asked about a moment ago"
        assert keys.screen.table.stored is None, "back where the next form is typed"


async def test_a_saved_form_is_mended_while_another_is_begun(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k 33 up v")
        assert keys.screen.question == "Varför rättas formulär 7, i3?"
        await keys.type("Lästefel enter")
        assert history(workspace)[0].reason == "Lästefel"
        assert forms(workspace)["7"] == "m22v" + 11 * "2"
        assert keys.screen.table.typed.answers == {"kön": "kvinna", "i1": "3", "i2": "3"}
        assert keys.screen.table.column == "i3"
        await keys.type("up home k down enter")
        assert forms(workspace)["7"].startswith("k22v")
        await keys.type("up 2 down enter up 2")
        assert line(keys, "happened") == "Ingenting skilde sig, så ingenting ändrades."


async def test_undo_takes_the_last_form_and_redo_brings_it_back(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k {14 * '3'} m 4 ctrl+z")
        assert list(forms(workspace)) == ["7"]
        assert keys.screen.table.typed == PaperForm("8", {"kön": "man", "i1": "4"})
        assert line(keys, "counted") == "1 formulär, svar 2 av 14"
        await keys.type("ctrl+y")
        assert list(forms(workspace)) == ["7", "8"]
        assert keys.screen.table.typed.number == "9"
        await keys.type("ctrl+z")
        assert list(forms(workspace)) == ["7"]


async def test_undo_here_takes_nothing_that_was_done_elsewhere(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} ctrl+z")
        assert list(forms(workspace)) == ["7"]
        assert "Här finns inget att ångra." in line(keys, "refused")
        await keys.type("ctrl+y")
        assert list(forms(workspace)) == ["7"]


async def test_a_half_filled_paper_is_saved_as_it_is(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} ctrl+s")
        assert "inget att spara" in line(keys, "refused")
        await keys.type("k 4 ctrl+s")
        assert forms(workspace)["8"] == "k4" + 13 * "·"


async def test_a_form_without_answers_is_refused_and_stays(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k {' '.join(14 * ['space'])}")
        assert list(forms(workspace)) == ["7"]
        assert "Inget är besvarat i formulär 8" in line(keys, "refused")
        await keys.type("4")
        assert forms(workspace)["8"] == "k" + 13 * "·" + "4"


async def test_a_number_is_typed_once_and_the_next_follows_it(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} left A-19 enter k {14 * '3'}")
        assert "A-19" in forms(workspace)
        assert keys.screen.table.typed.number == "A-20"


async def test_a_number_that_is_there_is_refused_and_changed(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} left 7 enter k {14 * '3'}")
        assert "Formulär 7 finns redan." in line(keys, "refused")
        assert forms(workspace) == {"7": "m" + 14 * "2"}
        await keys.type("home left 12 enter 3")
        assert forms(workspace)["12"] == "k" + 14 * "3"


async def test_a_number_that_tells_who_it_is_is_refused_unsaved(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} left 19840312-1234 enter k {14 * '3'}")
        assert list(forms(workspace)) == ["7"]
        assert "personnummer" in line(keys, "refused")


async def test_leaving_asks_only_when_something_would_be_lost(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k escape")
        assert isinstance(keys.screen, Confirm)
        await keys.type("escape")
        assert isinstance(keys.screen, SurveyGrid)
        await keys.type(f"{14 * '3'} escape")
        assert keys.told("happened") == "1 formulär inskrivet."
        assert keys.row()[4] == "2", "the list has been read again"
        await keys.type(f"{FIRST} k escape right enter")
        assert keys.told("happened") == "0 formulär inskrivna."


async def test_a_begun_form_outlives_the_application(workspace, at_once):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k 34 v")
        await kept(keys)
    async with at_pane(workspace, "surveys") as keys:
        await keys.type("n")
        assert isinstance(keys.screen, DraftOffer)
        await keys.type("enter")
        assert isinstance(keys.screen, SurveyGrid)
        assert keys.screen.table.column == "i4"
        await keys.type(11 * "2")
        assert forms(workspace)["8"] == "k34v" + 11 * "2"
        await keys.type("escape n")
        assert isinstance(keys.screen, PileForm), "nothing is left of the draft"


async def test_what_is_thrown_away_is_not_offered_again(workspace, at_once):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(f"{FIRST} k 3")
        await kept(keys)
        await keys.type("escape right enter")
        await kept(keys)
        await keys.type("n")
        assert isinstance(keys.screen, PileForm)


async def test_no_key_is_lost_when_they_come_all_at_once(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(FIRST)
        for key in keys_in(f"k{14 * '3'}m{14 * '4'}k{14 * '1'}"):
            keys.app.post_message(events.Key(key, key))
        await settled(keys.pilot)
        assert [forms(workspace)[number] for number in ("8", "9", "10")] == [
            "k" + 14 * "3", "m" + 14 * "4", "k" + 14 * "1",
        ]  # fmt: skip


async def test_fourteen_questions_fit_in_eighty_columns(workspace):
    async with at_pane(workspace, "surveys", (80, 24)) as keys:
        await keys.type(FIRST)
        head = next(text for text in lines_of(keys.app) if text.startswith(" Nr"))
        assert head.split() == ["Nr", "Kön", *FOURTEEN]
        await keys.type(f"k {13 * '3'}")
        assert keys.screen.table.max_scroll_x == 0


async def test_a_click_selects_a_cell(workspace):
    async with at_pane(workspace, "surveys") as keys:
        await keys.type(FIRST)
        table = keys.screen.table
        region = table._get_cell_region(Coordinate(0, 3))
        await keys.pilot.click(table, offset=(region.x + 1, region.y))
        await settled(keys.pilot)
        assert (table.stored.number, table.column) == ("7", "i2")
        await keys.type("4 escape")
        assert forms(workspace)["7"] == "m22" + 12 * "2", "without a reason it stays"
        await keys.pilot.click(table, offset=(region.x + 1, region.y))
        await settled(keys.pilot)
        await keys.type("4 down enter")
        assert forms(workspace)["7"] == "m24" + 12 * "2"


async def test_a_new_pile_is_chosen_from_nothing_and_a_group_without_questions_refused(workspace):
    undo(workspace)
    async with at_pane(replace(workspace, today=date(2021, 11, 20)), "surveys") as keys:
        await keys.type("n 2021-höst enter chef enter enter enter")
        assert isinstance(keys.screen, PileForm)
        assert "inga frågor till den här gruppen" in "".join(lines_of(keys.app))


async def test_in_english_w_is_a_woman(workspace):
    english = replace(workspace, language=language("en"))
    async with at_pane(english, "surveys") as keys:
        await keys.type(f"{FIRST} w {14 * '3'}")
        assert forms(workspace)["8"].startswith("k3")
        assert line(keys, "happened") == "Form 8 is saved. ctrl+z undoes."
