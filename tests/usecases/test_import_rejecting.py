"""What is rejected, where it says so, and that nothing of the call is stored then."""

import pytest

from db.tables import Change, Episode, Intervention
from tests.factories import a_follow_up, an_entry, an_exit
from tests.usecases.files import (
    ROWS,
    a_file,
    a_workbook,
    as_csv,
    counts,
    fill,
    previewed,
    reasons,
    rows_in,
    taken,
    where,
)
from tracker.transfer.headers import IGNORED
from tracker.validation.kinds import KINDS

IDENTIFIERS = ["850312-1234", "19850312-1234", "anna@example.se", "070-123 45 67"]


def test_a_day_that_does_not_exist(workspace):
    plan = taken(workspace, "deltaganden", [an_entry(startdatum="2021-02-30")])

    assert where(plan) == [(2, "startdatum")]
    assert "2021-02-30" in reasons(plan, workspace)[0]


def test_every_problem_is_listed_with_row_column_and_value(workspace):
    rows = [
        an_entry(kön="kvina"),
        an_entry(deltagande="K-2", startdatum="2022-03-02", arbete_före="101"),
        an_entry(deltagande="K-3", insats="krsu"),
        an_entry(deltagande="K-4", arbete_efter="50"),
        an_entry(deltagande="K-5", slutdatum="2021-05-01"),
        an_entry(deltagande="K-6", försörjning_före="ingen+a-kassa"),
        an_entry(deltagande="", startdatum=""),
    ]

    plan = taken(workspace, "deltaganden", rows)

    assert where(plan) == [
        (2, "kön"),
        (3, "startdatum"),
        (3, "arbete_före"),
        (4, "insats"),
        (5, "arbete_efter"),
        (6, "avslutsanledning"),
        (7, "försörjning_före"),
        (8, "deltagande"),
    ]
    for value in ("kvina", "2022-03-02", "101", "krsu"):
        assert any(value in said for said in reasons(plan, workspace))


def test_one_wrong_row_keeps_the_whole_call_out(workspace, tmp_path):
    good = a_file(tmp_path, [an_entry()], "a.csv")
    bad = a_file(
        tmp_path, [an_entry(deltagande="K-2"), an_entry(deltagande="K-3", kön="x")], "b.csv"
    )

    plan = taken(workspace, "deltaganden", good, bad)

    assert [each.file for each in plan.rejected] == [str(bad)]
    assert rows_in(workspace, Episode) == 0


def test_a_rejected_import_leaves_no_line_in_the_audit_trail(workspace):
    before = rows_in(workspace, Change)

    taken(workspace, "deltaganden", [an_entry(), an_entry(deltagande="K-2", kön="x")])

    assert rows_in(workspace, Change) == before


def test_the_same_key_twice_names_both_rows(workspace):
    plan = taken(workspace, "deltaganden", [an_entry(), an_entry(deltagande="K-2"), an_entry()])

    assert where(plan) == [(4, None)]
    assert "rad 2" in reasons(plan, workspace)[0]


def test_a_later_file_of_the_call_rests_on_an_earlier_one(workspace):
    plan = taken(
        workspace, "deltaganden", [an_entry()], [an_entry(kön="man")], [an_entry(kön="man")]
    )

    assert counts(plan) == (1, 1, 1, 0)
    assert plan.changed[0].after == {"kön": "man"}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (a_follow_up(deltagande="K-77"), "deltagande"),
        (a_follow_up(deltagande="K-002"), "deltagande"),
        (a_follow_up(deltagande="K-004"), "deltagande"),
        (a_follow_up(insats="okänd"), "insats"),
        (a_follow_up(datum="2022-01-19"), "datum"),
        (a_follow_up(utfall=""), "utfall"),
        (a_follow_up(månader="0"), "månader"),
    ],
)
def test_follow_ups_need_an_exit_before_them(workspace, row, column):
    fill(workspace, "deltaganden")

    assert where(taken(workspace, "uppföljningar", [row])) == [(2, column)]


@pytest.mark.parametrize(
    ("kind", "row", "column"),
    [
        ("enkätsvar", {**ROWS["enkätsvar"][0], "fråga": "i99"}, "fråga"),
        ("enkätsvar", {**ROWS["enkätsvar"][0], "värde": "3,5"}, "värde"),
        ("aktiviteter", {**ROWS["aktiviteter"][0], "mål": "okänt"}, "mål"),
        ("aktiviteter", {"mål": "presenterat", "benämning": "Ingen dag"}, "senast"),
        ("bedömningar", {**ROWS["bedömningar"][0], "period": "2021-H3"}, "period"),
        ("ekonomi", {**ROWS["ekonomi"][0], "utfall": "1,234"}, "utfall"),
        ("ekonomi", {**ROWS["ekonomi"][2], "år": "2020"}, "till_och_med"),
        ("utskick", {**ROWS["utskick"][0], "antal": ""}, "antal"),
        ("insatser", {**ROWS["insatser"][0], "slut": "2018-01-01"}, "slut"),
        ("antal", {**ROWS["antal"][0], "mått": "presenterat"}, "mått"),
    ],
)
def test_references_and_rules_of_every_kind(workspace, kind, row, column):
    assert where(taken(workspace, kind, [row])) == [(2, column)]


def test_new_rows_need_their_columns_but_stored_ones_do_not(workspace):
    fill(workspace, "deltaganden")
    text = "insats;deltagande;hälsa_före\nkrus;K-002;4\n"

    assert counts(taken(workspace, "deltaganden", text)) == (0, 1, 0, 0)
    plan = taken(workspace, "deltaganden", text + "krus;K-9;4\nkrus;K-10;4\n")
    assert where(plan) == [(1, "startdatum")]


@pytest.mark.parametrize(
    ("kind", "column"), [(kind.name, column) for kind in KINDS.values() for column in kind.by_name]
)
def test_an_identifier_in_any_column_is_refused_and_never_repeated(
    workspace, store_file, kind, column, capsys
):
    row = {**dict.fromkeys(KINDS[kind].by_name, ""), **ROWS[kind][0]}

    plan = taken(workspace, kind, [{**row, column: each} for each in IDENTIFIERS])

    assert {(row, column) for row in range(2, 2 + len(IDENTIFIERS))} <= set(where(plan))
    told = str(plan.rejected) + "".join(reasons(plan, workspace)) + str(capsys.readouterr())
    for identifier in IDENTIFIERS:
        assert identifier not in told
        assert identifier.encode() not in store_file.read_bytes()


def test_an_identifier_in_an_excel_file_is_refused(workspace, tmp_path):
    file = a_workbook(tmp_path, [list(an_entry()), list(an_entry(kommun="198503121234").values())])
    numbers = a_workbook(
        tmp_path,
        [["insats", "deltagande", "startdatum"], ["krus", 198503121234, "2021-01-01"]],
        "n.xlsx",
    )

    plan = taken(workspace, "deltaganden", file)
    assert "198503121234" not in str(taken(workspace, "deltaganden", numbers).rejected)
    assert counts(plan)[3] > 0


def test_dates_without_hyphens_are_no_identifiers(workspace):
    row = {**an_entry(startdatum="20210202"), **an_exit(slutdatum="20220120")}

    assert counts(taken(workspace, "deltaganden", [row])) == (1, 0, 0, 0)


def test_a_preview_stores_nothing_even_of_earlier_files(workspace, tmp_path):
    first = a_file(tmp_path, [ROWS["insatser"][0]], "a.csv")
    second = a_file(tmp_path, [{"insats": "bryggan", "ägare": "Region"}], "b.csv")
    before = rows_in(workspace, Intervention)

    plan = previewed(workspace, "insatser", first, second)

    assert counts(plan) == (1, 1, 0, 0)
    assert rows_in(workspace, Intervention) == before


def test_ignored_columns_may_hold_anything(workspace):
    text = as_csv([{**an_entry(), f"{IGNORED}telefon": "070-123 45 67"}])

    assert counts(taken(workspace, "deltaganden", text)) == (1, 0, 0, 0)


def test_a_file_that_was_cut_off_is_refused_and_a_finished_one_is_not(workspace, tmp_path):
    rows = [an_entry(deltagande=f"K-{number}") for number in range(3)]
    text = as_csv(rows)
    cut = text.rstrip("\r\n").rpartition(";")[0]

    plan = taken(workspace, "deltaganden", a_file(tmp_path, cut, name="cut.csv"))
    assert where(plan) == [(4, None)]
    assert "avkortad" in reasons(plan, workspace)[0]

    whole = a_file(tmp_path, text.rstrip("\r\n"), name="whole.csv")
    assert counts(taken(workspace, "deltaganden", whole)) == (3, 0, 0, 0)
