"""Stored rows of money: their cells in a table, and what names them in file form."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from db.codes import MoneyKind
from db.tallies.board import MoneyRow
from tracker.measures.accounts import ORE
from tracker.wording import Language
from tracker.wording.labels import label


def row_cells(language: Language, row: MoneyRow, names: Mapping[int, str]) -> tuple[str, ...]:
    """What it is for, up to which day, and its amounts in kronor."""
    what = names.get(row.intervention_id or 0) or row.label
    until = (
        str(row.year)
        if row.through is None
        else language.text("to {day}", day=language.short_day(row.through))
    )
    figures = (row.budget, row.requisitioned, row.outcome, row.forecast)
    return (
        what or label(language, MoneyKind, row.kind),
        until,
        *("" if ore is None else language.number(Fraction(ore, ORE)) for ore in figures),
    )


def draft_of(row: MoneyRow, keys: Mapping[int, str]) -> dict[str, str]:
    """The columns of its key, in file form."""
    return {
        "år": str(row.year),
        "till_och_med": row.through.isoformat() if row.through else "",
        "slag": row.kind,
        "insats": keys.get(row.intervention_id or 0, ""),
        "benämning": row.label,
    }


def newest(rows: Iterable[MoneyRow]) -> MoneyRow | None:
    """The row of the whole year, else the latest."""
    return max(rows, key=lambda row: row.through or date.max, default=None)
