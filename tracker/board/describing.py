"""An intervention in the words of the catalogue (*Insatskatalogen*)."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.problems import N_
from tracker.validation.checking import shown
from tracker.validation.context import Context
from tracker.validation.interventions import INTERVENTIONS
from tracker.wording import Language
from tracker.wording.labels import column_label

TOLD = ("preciserad_inriktning", "ägare", "parter", "kommuner", "målgrupp", "uppföljningar", "esf")
"""Columns that are told as they are, in words."""
Row = Mapping[str, Any]
"""The columns of the table of interventions."""


def facts_of(language: Language, row: Row, context: Context) -> Iterator[tuple[str, str]]:
    """What is known of an intervention: what it is called, and what it is."""
    for column in TOLD:
        if said := words_of(column, row, context):
            yield column_label(language, INTERVENTIONS.name, column), said.replace("+", ", ")
    if days := days_of(language, row):
        yield language.text(N_("Period")), days
    if planned := planned_of(language, row):
        yield language.text(N_("Planned participants")), planned
    if row["planned_length"] is not None:
        months = language.plural("{number} month", "{number} months", row["planned_length"])
        yield language.text(N_("Planned length")), months


def words_of(column: str, row: Row, context: Context) -> str:
    """A column in words; empty where it is not filled in."""
    return shown(INTERVENTIONS.by_name[column], row, context)


def days_of(language: Language, row: Row) -> str:
    """From when to when it runs, as far as it is known."""
    start, end = (row[name] and language.day(row[name]) for name in ("start", "end"))
    if start and end:
        return language.text("{start} to {end}", start=start, end=end)
    if start:
        return language.text("from {start}", start=start)
    return language.text("until {end}", end=end) if end else ""


def planned_of(language: Language, row: Row) -> str:
    """How many participants the plan foresees in a year."""
    return planned_text(language, row["planned_min"], row["planned_max"])


def planned_text(language: Language, low: int | None, high: int | None) -> str:
    """A number of participants, or from how many to how many; empty where nothing is planned."""
    if low is None:
        number = "" if high is None else language.number(high)
        return number and language.text("at most {number}", number=number)
    if high is None:
        return language.text("at least {number}", number=language.number(low))
    ends = dict.fromkeys((low, high))
    return "–".join(language.number(end) for end in ends)
