"""The standard tables against a count in plain Python over the rows of a demo."""

from datetime import date
from itertools import product
from statistics import median

import pytest
from sqlalchemy import select

from db.codes import NextStep, Support
from db.tables import Episode, FollowUp
from db.tallies.followed import followed
from db.tallies.scope import Cell, Scope
from db.tallies.spans import LENGTHS, median_stays
from db.tallies.tables import ALL, SUPPORT_AFTER, TABLES, table_counts
from tests.usecases.demos import a_demo, a_setting, opened
from tests.usecases.naive import above_zero, any_of

START, END, TODAY = date(2021, 1, 1), date(2022, 1, 1), date(2022, 3, 1)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A session on a demo, and its rows as plain values."""
    setting = a_setting(size=220)
    place = a_demo(tmp_path_factory.mktemp("demo") / "demo.db", setting)
    with opened(place, setting) as workspace, workspace.store.read() as session:
        rows = [dict(row) for row in session.execute(select(Episode.__table__)).mappings()]
        calls = [dict(row) for row in session.execute(select(FollowUp.__table__)).mappings()]
        yield session, workspace.association.id, rows, calls


def exits(rows):
    return [
        row
        for row in rows
        if row["end_date"] and START <= row["end_date"] < END and not row["voided"]
    ]


def there(rows):
    return [
        row
        for row in rows
        if row["start_date"] < END
        and (row["end_date"] is None or row["end_date"] >= START)
        and not row["voided"]
    ]


BASES = {
    "exits": exits,
    "participants": there,
    "new": lambda rows: [row for row in there(rows) if row["start_date"] >= START],
}
COLUMNS = {
    "utbildning": "education",
    "tid_i_försörjning": "support_time",
    "initierad_av": "initiated_by",
    "avslutsanledning": "exit_reason",
}


def codes(mask, members, nothing):
    if mask is None:
        return {"okänt"}
    return {code.value for at, code in enumerate(members) if mask >> at & 1} or {nothing}


def occupation(row, when):
    works, studies = above_zero(row[f"work_{when}"]), above_zero(row[f"study_{when}"])
    either = any_of([works, studies])
    found = {name for name, holds in (("arbete", works), ("studier", studies)) if holds}
    if either:
        return found | {"arbete_eller_studier"}
    if row[f"seeking_{when}"]:
        return found | {"arbetssökande"}
    return found | {"övriga" if either is False else "okänt"}


def more(row):
    grown = [
        None if None in (row[f"{what}_before"], row[f"{what}_after"])
        else row[f"{what}_after"] > row[f"{what}_before"]
        for what in ("work", "study")
    ]  # fmt: skip
    return {{True: "ja", False: "nej", None: "okänt"}[any_of(grown)]}


def length(row):
    months = (row["end_date"].year - row["start_date"].year) * 12
    months += row["end_date"].month - row["start_date"].month
    months -= row["end_date"].day < row["start_date"].day
    return {
        band
        for band, (low, high) in LENGTHS.items()
        if months >= low and (high is None or months < high)
    }


def age(row):
    band = row["age_band"]
    return {"16-24" if band in ("16-19", "20-24") else band or "okänt"}


def support_after(source, row):
    """None where the source was not there before: the table is not of them."""
    if row["support_before"] is None or source not in codes(row["support_before"], Support, ""):
        return None
    after = codes(row["support_after"], Support, "ingen")
    if after <= {"ingen", "okänt"}:
        return after
    return {"kvar" if source in after else "annan_källa"}


PLAIN = {
    "ålder": age,
    "längd": length,
    "började_eller_ökade": more,
    "nästa_steg": lambda row: codes(row["next_step"], NextStep, "inget"),
    "försörjning_före": lambda row: codes(row["support_before"], Support, "ingen"),
    "försörjning_efter": lambda row: codes(row["support_after"], Support, "ingen"),
    "sysselsättning_före": lambda row: occupation(row, "before"),
    "sysselsättning_efter": lambda row: occupation(row, "after"),
}


def parts_of(name, row):
    """The categories that a row stands in; None where the table is not of it at all."""
    if name in COLUMNS:
        return {row[COLUMNS[name]] or "okänt"}
    if name in PLAIN:
        return PLAIN[name](row)
    return support_after(name.removeprefix(SUPPORT_AFTER), row)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_counts_as_plain_python_does(demo, name):
    session, association, rows, _ = demo
    scope = Scope(association, START, END, TODAY)
    counted = dict(table_counts(session, scope, name, ("intervention_id", "sex")))
    expected = {}
    for row in BASES[TABLES[name].base](rows):
        cell = Cell(row["intervention_id"], row["sex"])
        expected.setdefault(cell, {})
        parts = parts_of(name, row)
        if parts is None:
            continue
        for part in {ALL, *parts}:
            expected[cell][part] = expected[cell].get(part, 0) + 1
    assert counted == expected
    assert counted


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.sums])
def test_categories_that_exclude_each_other_are_everybody(demo, name):
    session, association, _, _ = demo
    found = table_counts(session, Scope(association, START, END, TODAY), name)
    assert found
    for (_, parts), group in product(found, TABLES[name].sums):
        assert parts.get(ALL, 0) == sum(parts.get(part, 0) for part in group)


def test_the_median_is_that_of_the_days(demo):
    session, association, rows, _ = demo
    scope = Scope(association, START, END, TODAY)
    found = median_stays(session, scope, ("intervention_id",))
    assert len(found) > 3
    for cell, stay in found.items():
        days = [
            (row["end_date"] - row["start_date"]).days
            for row in exits(rows)
            if row["intervention_id"] == cell.intervention_id
        ]
        assert (stay.exits, stay.days) == (len(days), median(days))


@pytest.mark.parametrize("months", [3, 6, 12])
def test_follow_ups_that_were_due(demo, months):
    session, association, rows, calls = demo
    ((_, found),) = followed(session, Scope(association, START, END, TODAY), months)
    died = {
        call["episode_id"]
        for call in calls
        if call["outcome"] == "avliden" and call["months"] <= months
    }
    due = [row for row in exits(rows) if row["exit_reason"] != "avliden" and row["id"] not in died]
    at = {
        call["episode_id"]: call
        for call in calls
        if call["months"] == months and call["date"] <= TODAY
    }
    seen = [at[row["id"]] for row in due if row["id"] in at]
    answered = [call for call in seen if call["outcome"] == "svarat"]
    assert found.due == len(due) > 0
    assert found.answered == len(answered)
    assert found.not_reached == sum(call["outcome"] == "ej_nådd" for call in seen)
    assert found.declined == sum(call["outcome"] == "avböjt" for call in seen)
    assert found.nothing == len(due) - len(seen)
    assert found.working == sum(
        bool((call["work"] or 0) > 0 or (call["study"] or 0) > 0) for call in answered
    )
    assert found.without_support == sum(call["support"] == 0 for call in answered)


def test_only_one_municipality_is_counted_when_one_is_asked_for(demo):
    session, association, rows, _ = demo
    scope = Scope(association, START, END, TODAY, municipality="Kalmar")
    ((_, parts),) = table_counts(session, scope, "utbildning")
    assert parts[ALL] == sum(row["municipality"] == "Kalmar" for row in there(rows)) > 0
