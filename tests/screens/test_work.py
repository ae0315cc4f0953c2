"""Att göra by keyboard: what is due, tries at once, forms, filter, what is left afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.registration import episode, save, stored_draft, void
from tracker.worklist import due
from tui.screens.forms.exit import ExitForm
from tui.screens.forms.follow_up import FollowUpForm
from tui.screens.questions.confirm import Confirm

TEXT = PLAN.replace('namn = "KRUS"', 'namn = "KRUS"\nplanerad_längd = 12', 1)


@pytest.fixture
def small(tmp_path):
    """KRUS plans twelve months; nothing is registered."""
    opened = a_workspace(a_store(tmp_path / "small", a_plan(TEXT)))
    yield opened
    opened.close()


def left(workspace, number, day="2021-11-20", **changes):
    draft = an_entry(deltagande=number, startdatum="2021-01-04")
    save(workspace, "deltaganden", {**draft, **an_exit(slutdatum=day), **changes})


def staying(workspace, number, start="2021-01-10"):
    save(workspace, "deltaganden", an_entry(deltagande=number, startdatum=start))


def whose(keys):
    return [line.who for line in keys.pane.table.shown]


def whose_months(keys):
    return [(line.who, line.item.months) for line in keys.pane.table.shown]


def outcome(workspace, number, months=3):
    key = {"insats": "krus", "deltagande": number, "månader": str(months)}
    return stored_draft(workspace, "uppföljningar", key)["utfall"]


async def test_nothing_to_do_says_what_comes_next(small):
    left(small, "K-1", "2022-02-20")
    async with at_pane(small, "due") as keys:
        assert keys.told("nobody") == (
            "Inget att göra just nu.\n\n"
            "Nästa: uppföljning 3 månader, KRUS K-1, om 80 dagar (20 maj 2022)."
        )
        assert keys.told("amount") == "0 saker"
        await keys.type("n a x X enter")
        assert keys.app.screen is keys.app.screen_stack[0]


async def test_one_thing_is_written_out_in_words(small):
    left(small, "K-1")
    async with at_pane(small, "due") as keys:
        assert keys.row() == (
            *(" !", "9 dagar försenad", "Uppföljning 3 månader", "krus", "K-1"),
            *("avslut 20 nov", ""),
        )
        assert "KRUS K-1 · Uppföljning 3 månader · 9 dagar försenad" in text_of(keys.app)
        assert keys.told("amount") == "1 sak, 1 försenad"


async def test_the_most_overdue_comes_first_and_nobody_that_may_not_be_contacted(small):
    left(small, "K-1", "2021-11-20")
    left(small, "K-2", "2021-10-20")
    left(small, "K-3", "2021-09-20", får_kontaktas="nej")
    left(small, "K-4", "2021-09-20", avslutsanledning="återtaget_samtycke", får_kontaktas="")
    left(small, "K-5", "2021-09-20", avslutsanledning="avliden", får_kontaktas="")
    left(small, "K-6", "2021-09-20")
    void(small, "krus", "K-6")
    async with at_pane(small, "due") as keys:
        assert whose(keys) == ["K-2", "K-1"]


async def test_enter_opens_the_follow_up_and_the_cursor_goes_on(small):
    for number in ("K-1", "K-2", "K-3"):
        left(small, number)
    async with at_pane(small, "due") as keys:
        await keys.type("down enter")
        assert isinstance(keys.screen, FollowUpForm)
        assert keys.screen.start.stored["deltagande"] == "K-2"
        assert keys.screen.draft["månader"] == "3"
        await keys.type("escape")
        assert keys.row()[4] == "K-2", "nothing was done: the cursor stays"
        await keys.type("enter avb ctrl+s")
        assert outcome(small, "K-2") == "avböjt"
        assert whose(keys) == ["K-1", "K-3"]
        assert keys.row()[4] == "K-3"


async def test_enter_opens_the_exit_of_who_has_stayed_too_long(small):
    staying(small, "K-1")
    staying(small, "K-2")
    async with at_pane(small, "due") as keys:
        await keys.type("enter")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("20/2 enter e ctrl+s")
        assert episode(small, "krus", "K-1")["slutdatum"] == "2022-02-20"
        assert [line.item.kind for line in keys.pane.table.shown] == ["exit", "outcome"]
        assert keys.row()[4] == "K-2"


async def test_enter_on_a_missing_outcome_opens_the_exit_for_correction(small):
    left(small, "K-1", "2022-02-20", arbete_efter="", arbetstyp_efter="", studier_efter="")
    async with at_pane(small, "due") as keys:
        assert keys.row()[2] == "Utfall saknas vid avslut"
        assert keys.row()[6] == "arbete, studier"
        await keys.type("enter")
        assert keys.screen.start.is_correction


async def test_not_reached_stays_on_the_list_and_the_cursor_goes_on(small):
    left(small, "K-1")
    left(small, "K-2")
    async with at_pane(small, "due") as keys:
        await keys.type("n")
        assert outcome(small, "K-1") == "ej_nådd"
        assert keys.happened.startswith("Ej nådd i dag: krus K-1.")
        assert keys.row()[4] == "K-2"
        await keys.type("up")
        assert keys.row()[6] == "ej nådd ännu, 1 mars"


async def test_declined_goes_and_undo_and_redo_bring_it_back_and_away(small):
    left(small, "K-1")
    left(small, "K-2")
    async with at_pane(small, "due") as keys:
        await keys.type("a")
        assert whose(keys) == ["K-2"]
        said = "1 uppföljning har avböjts och påminns inte om. s visar dem."
        assert keys.told("left-out") == said
        await keys.type("ctrl+z")
        assert whose(keys) == ["K-1", "K-2"]
        await keys.type("u")
        assert whose(keys) == ["K-2"]


async def test_what_was_lost_or_declined_can_be_seen_with_its_day_and_opened(small):
    left(small, "K-1")
    left(small, "K-2", "2021-09-20")
    left(small, "K-3", "2021-09-20")
    for number, outcome, day in (("K-2", "ej_nådd", "2022-02-20"), ("K-3", "avböjt", "2022-01-03")):
        whose = {"insats": "krus", "deltagande": number, "månader": "3"}
        save(small, "uppföljningar", {**whose, "datum": day, "utfall": outcome})
    async with at_pane(small, "due") as keys:
        assert whose_months(keys) == [("K-1", 3), ("K-2", 6)]
        assert keys.told("left-out") == (
            "1 uppföljning har avböjts och påminns inte om. "
            "1 uppföljning nåddes inte i tid och påminns inte om. s visar dem."
        )
        await keys.type("s")
        stopped = [line for line in keys.pane.table.shown if line.item.has_stopped]
        assert [(line.who, line.when) for line in stopped] == [
            ("K-2", "ej nådd 20 feb"),
            ("K-3", "avböjt 3 jan"),
        ]
        await keys.type("end x")
        assert keys.pane.table.marked == set()
        await keys.type("up enter")
        assert isinstance(keys.screen, FollowUpForm)
        assert keys.screen.start.stored["deltagande"] == "K-2"
        assert keys.screen.draft["månader"] == "3"
        await keys.type("escape s")
        assert not any(line.item.has_stopped for line in keys.pane.table.shown)


async def test_marked_ones_are_asked_about_once_with_how_many(small):
    for number in ("K-1", "K-2", "K-3"):
        left(small, number)
    staying(small, "K-9", "2021-03-01")
    async with at_pane(small, "due") as keys:
        await keys.type("x x")
        assert keys.told("amount").endswith("2 markerade")
        await keys.type("n")
        assert isinstance(keys.screen, Confirm)
        assert "för 2 uppföljningar" in keys.screen.question
        await keys.type("escape")
        assert [item.seen for item in due(small).items] == [None] * 4
        await keys.type("n right enter")
        seen = {item.deltagande: item.seen for item in due(small).items}
        today = date(2022, 3, 1)
        assert seen == {"K-1": today, "K-2": today, "K-3": None, "K-9": None}
        assert "markerade" not in keys.told("amount")


async def test_a_filtered_list_is_marked_as_a_whole(small):
    for number in ("K-1", "K-2", "K-30", "K-31"):
        left(small, number)
    async with at_pane(small, "due") as keys:
        await keys.type("/k-3 enter X a right enter")
        assert keys.pane.table.shown == []
        assert "Esc visar allt igen" in keys.told("nobody")
        await keys.type("escape")
        assert whose(keys) == ["K-1", "K-2"]
        await keys.type("ctrl+z")
        assert whose(keys) == ["K-1", "K-2", "K-30", "K-31"]


async def test_marks_that_the_filter_hides_are_left_alone(small):
    for number in ("K-1", "K-2"):
        left(small, number)
    async with at_pane(small, "due") as keys:
        await keys.type("x /k-2 enter a")
        assert whose(keys) == []
        await keys.type("escape escape")
        assert whose(keys) == ["K-1"]


async def test_an_exit_can_be_neither_marked_nor_declined(small):
    staying(small, "K-1")
    async with at_pane(small, "due") as keys:
        await keys.type("x")
        assert keys.happened == "Bara uppföljningar kan markeras."
        await keys.type("a")
        assert keys.happened == "Bara en uppföljning kan vara ej nådd eller avböjd."
        await keys.type("X")
        assert keys.pane.table.marked == set()


async def test_what_is_saved_in_the_register_is_gone_from_the_list(small):
    staying(small, "K-1")
    async with at_pane(small, "due") as keys:
        await keys.type("3 enter 20/2 enter e ctrl+s 2")
        assert [line.item.kind for line in keys.pane.table.shown] == ["outcome"]


async def test_many_are_shown_a_page_at_a_time_and_marked_all(small):
    for number in range(1, 231):
        left(small, f"K-{number:03}")
    async with at_pane(small, "due") as keys:
        assert keys.pane.table.row_count == 200
        await keys.type("end")
        assert keys.pane.table.row_count == 230
        await keys.type("end X")
        assert keys.told("amount").endswith("230 markerade")
        assert keys.row()[4] == "K-230"


async def test_wide_screens_show_names_and_what_was_last_seen(workspace):
    async with at_pane(replace(workspace, today=date(2022, 2, 20)), "due", (140, 36)) as keys:
        assert keys.pane.table.is_wide
        await keys.type("/k-003 enter")
        assert "ej nådd ännu, 4" in text_of(keys.app)
        assert "KRUS i Kalmar kommun" in keys.row()
