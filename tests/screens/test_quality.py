"""Datakvalitet by keyboard: checks, guidance, rows and their forms, accepting and taking back."""

import pytest

from tests.factories import a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import at_pane
from tests.screens.painted import text_of
from tracker.quality import accept, findings
from tracker.registration import save
from tui.screens.forms.entry import EntryForm
from tui.screens.forms.exit import ExitForm
from tui.screens.quality.reason import ReasonScreen

DEAD = "utfall_på_avliden"


@pytest.fixture
def small(tmp_path):
    """A store with a plan and nothing else."""
    opened = a_workspace(a_store(tmp_path / "small"))
    yield opened
    opened.close()


def dead(workspace, number):
    draft = an_entry(deltagande=number) | an_exit(avslutsanledning="avliden")
    save(workspace, "deltaganden", draft)


def acceptance(workspace, name=DEAD):
    return next(each.accepted for each in findings(workspace) if each.check.name == name)


def names(keys):
    return [subject.name for subject in keys.pane.subjects]


async def to_check(keys, name):
    """Put the cursor on a check."""
    for _ in range(names(keys).index(name)):
        await keys.type("down")


async def test_an_empty_store_has_nothing_to_remark_on(small):
    async with at_pane(small, "quality") as keys:
        assert keys.told("amount") == "Datakvalitet: inget att anmärka på"
        assert names(keys) == ["gaps", "delays"]
        await keys.type("g")
        assert keys.happened == "Bara det som en kontroll har hittat kan godtas."
        await keys.type("t enter e r")
        assert keys.happened == "Ingen har godtagit det här."


async def test_a_finding_has_sign_word_count_guidance_and_rows(small):
    dead(small, "K-1")
    async with at_pane(small, "quality") as keys:
        assert keys.row(keys.pane.checks) == (" ✗ Fel", "Utfall för någon som har avlidit", "1")
        assert keys.told("guidance").startswith("Avslutsanledningen är avliden")
        assert keys.row(keys.pane.rows)[:2] == ("Deltaganden", "krus K-1")
        assert keys.told("amount").startswith("Datakvalitet: 1 fel")
        assert keys.told("row") == ""
        await keys.type("enter")
        told = keys.told("row")
        assert told == " · ".join(filter(None, keys.row(keys.pane.rows)))
        assert told in text_of(keys.app), "the columns of the narrow screen cut it"
        await keys.type("escape")
        assert keys.told("row") == ""


async def test_enter_goes_to_the_rows_and_opens_the_form_that_mends(small):
    dead(small, "K-1")
    dead(small, "K-2")
    async with at_pane(small, "quality") as keys:
        await keys.type("enter down enter")
        assert isinstance(keys.screen, ExitForm)
        assert keys.screen.start.stored["deltagande"] == "K-2"
        await keys.type("escape e")
        assert isinstance(keys.screen, ExitForm)
        await keys.type("escape r")
        assert isinstance(keys.screen, EntryForm)
        await keys.type("escape escape")
        assert keys.app.focused is keys.pane.checks


async def test_what_is_odd_at_entry_opens_the_entry(small):
    save(small, "deltaganden", an_entry(kön="vet_ej"))
    async with at_pane(small, "quality") as keys:
        await to_check(keys, "okänt_kön")
        await keys.type("enter enter")
        assert isinstance(keys.screen, EntryForm)


async def test_mending_the_last_row_takes_the_finding_away(small):
    save(small, "deltaganden", an_entry(kön="vet_ej"))
    async with at_pane(small, "quality") as keys:
        await to_check(keys, "okänt_kön")
        await keys.type("enter enter")
        keys.field("kön").fill("kvinna")
        await keys.type("ctrl+s felskrivet enter")
        assert "okänt_kön" not in names(keys)
        assert keys.happened.startswith("K-001 är rättad")


async def test_accepting_asks_for_a_reason_and_can_be_taken_back(small):
    dead(small, "K-1")
    async with at_pane(small, "quality") as keys:
        await keys.type("g")
        assert isinstance(keys.screen, ReasonScreen)
        await keys.type("enter")
        assert isinstance(keys.screen, ReasonScreen), "a reason is needed"
        assert "Ange ett skäl" in text_of(keys.app)
        await keys.type("känt space fall enter")
        assert acceptance(small).reason == "känt fall"
        assert keys.row(keys.pane.checks)[0] == " ✓ Godtaget"
        assert "känt fall" in keys.told("guidance")
        await keys.type("t")
        assert acceptance(small) is None
        await keys.type("ctrl+z")
        assert acceptance(small).reason == "känt fall"


@pytest.mark.parametrize("reason", ["19811228-9874", "anna@lillby.se", "0470-123 45"])
async def test_a_reason_that_names_somebody_is_refused_and_not_repeated(small, reason):
    dead(small, "K-1")
    async with at_pane(small, "quality") as keys:
        await keys.type("g")
        keys.screen.query_one("Input").value = reason
        await keys.type("enter")
        said = str(keys.screen.query_one("#wrong").content)
        assert "personnummer" in said
        assert reason not in said
        await keys.type("escape")
        assert acceptance(small) is None


async def test_giving_no_reason_accepts_nothing(small):
    dead(small, "K-1")
    async with at_pane(small, "quality") as keys:
        await keys.type("g abc escape")
        assert acceptance(small) is None
        assert keys.app.focused is keys.pane.checks


async def test_the_cursor_stays_on_the_check_when_something_is_accepted(workspace):
    async with at_pane(workspace, "quality") as keys:
        await to_check(keys, "samma_värde")
        await keys.type("g ok enter")
        assert keys.pane.subjects[keys.pane.checks.at].name == "samma_värde"
        assert keys.happened == "Godtaget för 24 rader. ctrl+z ångrar."


async def test_fields_and_delays_are_overviews_below_the_checks(small):
    for number in range(1, 4):
        start = f"2022-0{min(number, 2)}-20"
        save(
            small,
            "deltaganden",
            an_entry(deltagande=f"K-{number}", startdatum=start, hälsa_före=""),
        )
    async with at_pane(small, "quality") as keys:
        await to_check(keys, "gaps")
        rows = {line.cells[0]: line.cells[1:] for line in keys.pane.rows.lines}
        assert rows["Kön"] == ("0 av 3", "0\N{NO-BREAK SPACE}%", "0", "0")
        await keys.type("down")
        assert keys.row(keys.pane.rows) == (
            "krus",
            "Start",
            "3",
            "9 dagar",
            "67\N{NO-BREAK SPACE}%",
            "40 dagar",
        )


async def test_an_accepted_check_says_by_whom_and_when(small):
    dead(small, "K-1")
    accept(small, DEAD, "känt sedan tidigare")
    async with at_pane(small, "quality", (140, 36)) as keys:
        said = text_of(keys.app)
        assert "Godtaget av anna den 1 mars 2022: känt sedan tidigare" in said
        assert "1 godtagen" in said


async def test_many_rows_come_a_page_at_a_time(small):
    for number in range(1, 241):
        draft = an_entry(deltagande=f"K-{number:03}", kön="vet_ej", startdatum="2022-02-20")
        save(small, "deltaganden", draft)
    async with at_pane(small, "quality") as keys:
        await to_check(keys, "okänt_kön")
        assert keys.pane.rows.row_count == 200
        await keys.type("enter end")
        assert keys.pane.rows.row_count == 240
