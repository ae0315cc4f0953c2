"""A row of the register: all of it, its history, and copies of it."""

import csv
import io

import pytest

from tests.factories import a_follow_up, an_entry, an_exit
from tracker.errors import DataError
from tracker.register.copying import cells, copied_cell, copied_row, copied_table, told
from tracker.register.pages import read_page
from tracker.register.row_history import row_history
from tracker.register.searching import COLUMNS, Search
from tracker.register.whole_row import whole_row
from tracker.registration import correct, record_exit, save, undo, void

KEY = {"insats": "krus", "deltagande": "K-001"}


@pytest.fixture
def ongoing(workspace):
    save(workspace, "deltaganden", an_entry())
    return workspace


@pytest.fixture
def ended(ongoing):
    record_exit(ongoing, "krus", "K-001", an_exit())
    return ongoing


def whole(workspace):
    return {cell.column: cell.text for cell in whole_row(workspace, "krus", "K-001")}


def test_the_whole_row_is_in_words(ended):
    texts = whole(ended)
    assert texts["avslutsanledning"].startswith("Avslutad enligt plan")
    assert texts["arbete_efter"] == "50 %"
    assert texts["hälsa_före"] == "2"
    assert texts["kommun"] == ""
    assert len(texts) == 32


def test_ratings_from_entry_wait_until_the_exit_is_saved(ongoing):
    assert whole(ongoing)["hälsa_före"] == "visas när avslutet har sparats"
    assert whole(ongoing)["arbetsförmåga_före"] == "visas när avslutet har sparats"
    correct(ongoing, "deltaganden", KEY, {"hälsa_före": "4"})
    (altered,) = row_history(ongoing, "krus", "K-001")[0].alterations
    assert (altered.before, altered.after) == ("…", "…")


def test_the_history_says_who_what_and_why(ended):
    correct(ended, "deltaganden", KEY, {"arbete_efter": "100", "kommun": "Lillby"}, "nytt besked")
    save(ended, "uppföljningar", a_follow_up())
    void(ended, "krus", "K-001", "fanns redan")
    voided, followed, corrected, left, entered = row_history(ended, "krus", "K-001")
    assert (voided.done, voided.reason) == ("Makulerat", "fanns redan")
    assert followed.done == "Registrerat"
    assert followed.alterations[0].text == "tillagd"
    label = "Uppföljningar krus K-001 1: Arbetar"
    assert [each.text for each in followed.alterations if each.label == label] == ["100 %"]
    assert (corrected.by, corrected.reason, corrected.undone) == ("anna", "nytt besked", False)
    changed = {each.label: (each.before, each.after) for each in corrected.alterations}
    assert ("50 %", "100 %") in changed.values()
    assert changed["Kommun"] == ("tomt", "Lillby")
    assert left.alterations
    assert (entered.done, entered.alterations[0].label) == ("Registrerat", "Deltaganden krus K-001")
    values = {each.label: each.text for each in entered.alterations}
    assert (values["Kön"], values["Startdatum"]) == ("Kvinna", "tisdag 2 februari 2021")
    assert "Slutdatum" not in values, "as it was when it was added"
    assert entered.when.startswith("1 mars 2022")


def test_the_history_says_what_was_taken_back(ended):
    void(ended, "krus", "K-001", "av misstag")
    undo(ended)
    back, voided = row_history(ended, "krus", "K-001")[:2]
    assert (back.done, voided.undone) == ("Ångrat", True)


def test_a_row_that_is_not_there_has_no_history(workspace):
    with pytest.raises(DataError):
        row_history(workspace, "krus", "K-404")


@pytest.mark.parametrize("reason", ["personnr 19850101-1234", "ring 070-123 45 67", "x" * 201])
def test_a_reason_that_names_somebody_is_refused_and_nothing_changes(ended, reason):
    with pytest.raises(DataError) as refused:
        correct(ended, "deltaganden", KEY, {"arbete_efter": "100"}, reason)
    with pytest.raises(DataError):
        void(ended, "krus", "K-001", reason)
    assert reason not in str(refused.value.problems)
    assert whole(ended)["arbete_efter"] == "50 %"
    assert len(row_history(ended, "krus", "K-001")) == 2


def test_cells_are_copied_in_full(ended):
    (row,) = read_page(ended, Search()).rows
    assert copied_cell(row, "avslutsanledning") == row.reason
    assert copied_cell(row, "slutdatum") == "2022-01-20"
    assert copied_row(row).split("\t") == list(cells(row))
    assert len(cells(row)) == len(COLUMNS)


def test_a_table_is_copied_as_a_spreadsheet_reads_it(ended):
    for number in range(2, 6):
        save(ended, "deltaganden", an_entry(deltagande=f"K-00{number}"))
    copied = copied_table(ended, Search("pågående"))
    head, *rows = csv.reader(io.StringIO(copied.text), dialect="excel-tab")
    assert head[1:4] == ["Insats", "Kön", "Ålder vid start"]
    assert [row[0] for row in rows] == ["K-005", "K-004", "K-003", "K-002"]
    assert {len(row) for row in (head, *rows)} == {len(COLUMNS)}
    assert told(ended.language, copied) == "Kopierade tabellen: 4 rader, för ett kalkylblad."


def test_a_long_table_is_copied_in_part_and_says_so(ended):
    for number in range(2, 6):
        save(ended, "deltaganden", an_entry(deltagande=f"K-00{number}"))
    copied = copied_table(ended, Search(), most=3)
    assert (copied.rows, copied.is_all, len(copied.text.splitlines())) == (3, False, 4)
    assert "3" in told(ended.language, copied)


def test_nothing_that_is_copied_is_a_formula(ended):
    (row,) = read_page(ended, Search()).rows
    row.__dict__["intervention"] = "=1+1\tx"
    assert copied_row(row).split("\t")[1] == "'=1+1 x"
