"""Counts instead of rows: deliveries, what replaces what, and nothing counted twice."""

import pytest
from sqlalchemy import select

from db.tables import Count, Delivery
from tests.factories import an_entry, an_exit
from tests.usecases.files import ROWS, counts, rows_in, taken, where
from tracker.registration import undo


def a_count(**changes):
    return {
        "från": "2021-01-01",
        "till": "2021-12-31",
        "insats": "navet",
        "mått": "deltagare",
        "täljare": "40",
        **changes,
    }


def delivered(key="L-1", created="2022-01-10", **changes):
    return a_count(leverans=key, plan="exempel-2021", skapad=created, **changes)


def in_force(workspace):
    with workspace.store.read() as session:
        found = session.execute(select(Count.numerator).where(Count.replaced.is_(False)))
        return sorted(found.scalars())


def test_a_newer_delivery_replaces_all_rows_of_the_older(workspace):
    taken(workspace, "antal", [delivered(), delivered(mått="avslutade", täljare="20")])

    plan = taken(workspace, "antal", [delivered("L-2", "2022-02-10", täljare="41")])

    assert counts(plan) == (1, 0, 0, 0)
    assert (plan.corrected[0].delivery, plan.corrected[0].replaces) == ("L-2", "L-1")
    assert in_force(workspace) == [41]
    undo(workspace)
    assert in_force(workspace) == [20, 40]


def test_the_same_delivery_again_is_nothing_even_when_it_was_replaced(workspace):
    first, second = [delivered()], [delivered("L-2", "2022-02-10", täljare="41")]
    taken(workspace, "antal", first)
    taken(workspace, "antal", second)

    assert counts(taken(workspace, "antal", second)) == (0, 0, 1, 0)
    assert counts(taken(workspace, "antal", first)) == (0, 0, 1, 0)
    assert in_force(workspace) == [41]


def test_a_replaced_delivery_is_not_corrected(workspace):
    taken(workspace, "antal", [delivered()])
    taken(workspace, "antal", [delivered("L-2", "2022-02-10", täljare="41")])

    plan = taken(workspace, "antal", [delivered(täljare="39"), delivered(mått="avslutade")])

    assert where(plan) == [(2, "leverans")], "once for the delivery"
    assert in_force(workspace) == [41]


def test_an_older_delivery_does_not_replace_a_newer(workspace):
    taken(workspace, "antal", [delivered("L-2", "2022-02-10")])

    assert where(taken(workspace, "antal", [delivered()])) == [(2, "leverans")]


def test_two_new_deliveries_for_the_same_time_in_one_file(workspace):
    plan = taken(workspace, "antal", [delivered(), delivered("L-2", "2022-02-10")])

    assert (3, "leverans") in where(plan)
    assert rows_in(workspace, Delivery) == 0


@pytest.mark.parametrize(
    "other",
    [
        a_count(från="2021-07-01", till="2022-06-30"),
        a_count(från="2021-12-31", till="2021-12-31"),
        delivered(från="2021-01-01", till="2021-06-30"),
    ],
)
def test_counts_of_the_same_thing_do_not_overlap(workspace, other):
    taken(workspace, "antal", [a_count()])

    assert where(taken(workspace, "antal", [other])) == [(2, "från")]
    within = [a_count(insats="krus"), {**other, "insats": "krus"}]
    assert where(taken(workspace, "antal", within)) == [(3, "från")]


@pytest.mark.parametrize(
    "other",
    [
        a_count(från="2020-01-01", till="2020-12-31"),
        a_count(kön="kvinna"),
        a_count(kommun="Lillby"),
        a_count(mått="avslutade"),
        a_count(insats="krus"),
        a_count(**{"mått": "tabell:utfall", "del": "arbete"}),
    ],
)
def test_counts_of_other_things_stand_beside(workspace, other):
    taken(workspace, "antal", [a_count()])

    assert counts(taken(workspace, "antal", [other])) == (1, 0, 0, 0)


def test_empty_sex_and_all_are_the_same_total(workspace):
    taken(workspace, "antal", [a_count(kön="alla")])

    assert counts(taken(workspace, "antal", [a_count(kön="")])) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"mått": "arbete-studier", "täljare": "5", "nämnare": "4"}, "nämnare"),
        ({"mått": "arbete-studier", "nämnare": "42", "saknas": "3"}, "nämnare"),
        ({"mått": "arbete-studier", "nämnare": "42", "sämre": "3"}, "nämnare"),
        ({"dold": "ja"}, "dold"),
        ({"täljare": ""}, "täljare"),
        ({"täljare": "-1"}, "täljare"),
        ({"till": "2020-12-31"}, "till"),
        ({"mått": "okänt"}, "mått"),
    ],
)
def test_figures_that_cannot_be(workspace, changes, column):
    assert where(taken(workspace, "antal", [a_count(**changes)])) == [(2, column)]


def test_what_is_hidden_is_kept_as_hidden(workspace):
    hidden = delivered(kön="man", täljare="", dold="ja")

    assert counts(taken(workspace, "antal", [hidden])) == (1, 0, 0, 0)
    with workspace.store.read() as session:
        row = session.execute(select(Count.hidden, Count.numerator, Count.sex)).one()
    assert tuple(row) == (True, None, "man")


def test_counts_and_rows_for_the_same_time_are_refused(workspace):
    row = {**an_entry(insats="navet", startdatum="2021-06-01"), **an_exit(slutdatum="2021-09-01")}
    taken(workspace, "deltaganden", [row])

    assert where(taken(workspace, "antal", [a_count()])) == [(2, "insats")]
    earlier = a_count(från="2020-01-01", till="2020-12-31")
    assert counts(taken(workspace, "antal", [earlier, a_count(mått="anonyma")])) == (2, 0, 0, 0)


def test_rows_and_counts_for_the_same_time_are_refused(workspace):
    taken(workspace, "antal", ROWS["antal"])

    rows = [
        an_entry(insats="navet", startdatum="2021-06-01"),
        an_entry(insats="navet", deltagande="K-2", startdatum="2022-01-01"),
        an_entry(insats="krus", deltagande="K-3"),
    ]

    assert where(taken(workspace, "deltaganden", rows)) == [(2, "insats")]
    assert counts(taken(workspace, "deltaganden", rows[1:])) == (2, 0, 0, 0)


def test_a_figure_that_differs_updates_the_count(workspace):
    taken(workspace, "antal", [delivered()])

    plan = taken(workspace, "antal", [delivered(täljare="42")])

    assert counts(plan) == (0, 1, 0, 0)
    assert in_force(workspace) == [42]


SEALED, HALF = "navet-2021-bdmddrhkbqsesfhe", "navet-2021-H1-aaaabbbbccccdddd"


def sealed(*changes, rows=None, key=SEALED):
    """A delivery as the program makes it: its name says how many rows it has."""
    each = [delivered(f"{key}-{rows or len(changes)}", **one) for one in changes]
    return [{"nämnare": "", **one} for one in each]


def test_a_sealed_delivery_is_never_edited(workspace):
    whole = sealed({}, {"mått": "avslutade", "täljare": "20"})
    assert counts(taken(workspace, "antal", whole)) == (2, 0, 0, 0)
    assert counts(taken(workspace, "antal", whole)) == (0, 0, 2, 0)

    plan = taken(workspace, "antal", [{**row, "täljare": "30"} for row in whole])
    assert where(plan) == [(2, "leverans")]
    assert "aldrig" in workspace.language.problem(plan.rejected[0])
    more = [*whole, {**whole[0], "mått": "påbörjade"}]
    assert where(taken(workspace, "antal", more)) == [(4, "leverans")]
    assert in_force(workspace) == [20, 40]


def test_a_delivery_that_lacks_rows_is_not_whole(workspace):
    """Cut between two lines, a file looks whole; the name of the delivery tells."""
    three = sealed({}, {"mått": "avslutade", "täljare": "20"}, {"mått": "påbörjade"})
    plan = taken(workspace, "antal", three[:2])
    assert where(plan) == [(2, "leverans")]
    assert "2 rader" in workspace.language.problem(plan.rejected[0])
    assert rows_in(workspace, Delivery) == 0
    assert counts(taken(workspace, "antal", three)) == (3, 0, 0, 0)


def test_a_year_over_its_half_is_refused_once_and_takes_its_place_if_asked(workspace):
    half = {"från": "2021-01-01", "till": "2021-06-30", "skapad": "2021-07-05"}
    first = sealed({"täljare": "25"}, {"mått": "avslutade", "täljare": "9"}, key=HALF)
    taken(workspace, "antal", [{**row, **half} for row in first])
    year = sealed({}, {"mått": "avslutade", "täljare": "20"})

    assert where(taken(workspace, "antal", year)) == [(2, "från")]
    assert in_force(workspace) == [9, 25]

    plan = taken(workspace, "antal", year, overwrite=True)
    assert [each.replaces for each in plan.corrected] == [f"{HALF}-2"]
    assert (plan.corrected[0].start, plan.corrected[0].end) == ("2021-01-01", "2021-06-30")
    assert in_force(workspace) == [20, 40]
    undo(workspace)
    assert in_force(workspace) == [9, 25]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_half_never_takes_the_place_of_its_year(workspace, overwrite):
    taken(workspace, "antal", [delivered()])
    half = delivered("L-2", "2022-02-10", till="2021-06-30", täljare="25")
    assert where(taken(workspace, "antal", [half], overwrite=overwrite)) == [(2, "från")]
    assert in_force(workspace) == [40]


def test_an_older_year_does_not_take_the_place_of_a_newer_half(workspace):
    taken(workspace, "antal", [delivered("L-2", "2022-02-10", till="2021-06-30", täljare="25")])
    plan = taken(workspace, "antal", [delivered()], overwrite=True)
    assert where(plan) == [(2, "leverans")]
