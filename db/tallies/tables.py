"""Standard tables (*standardtabeller*): participants and exits by category, as SUS had them.

A table is made of participants of the period, of those that were new in it, or of its exits. Its
categories either exclude each other and add up, or are mentions: one person can have several kinds
of support. The names of tables and categories are those of deliveries, `tabell:NAME` and `del`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import SQLColumnExpression, and_, case, func, not_, or_, select, true
from sqlmodel import Session, col

from db.codes import AgeBand, NextStep, Support, to_mask
from db.tables import Episode
from db.tallies.exits import exits_in
from db.tallies.scope import Cell, Scope, cells, keys
from db.tallies.spans import length_of_stay
from db.tallies.success import Truth, started_or_increased

Base = Literal["participants", "new", "exits"]
UNKNOWN = "okänt"
NONE = "ingen"
ALL = ""
"""The part that counts everybody in the table's base."""
Counts = dict[str, int]
"""How many in each category, and in the base by the name `ALL`."""


@dataclass(frozen=True)
class StandardTable:
    """A table by its name: whom it counts, and either one column or a condition for each part."""

    name: str
    base: Base
    column: SQLColumnExpression[Any] | None = None
    """The column whose values are the categories."""
    parts: Mapping[str, Truth] | None = None
    """The condition of each category."""
    sums: tuple[tuple[str, ...], ...] = ()
    """Categories that exclude each other and together are the base; a column's always do."""


def _mentions(
    mask: SQLColumnExpression[int | None], members: type[Support] | type[NextStep], nothing: str
) -> dict[str, Truth]:
    """A condition for each code of a bit mask, for none of them and for unknown."""
    each = {code.value: mask.bitwise_and(to_mask(members, [code])) != 0 for code in members}
    return {**each, nothing: mask == 0, UNKNOWN: mask.is_(None)}


def _occupation(when: str) -> dict[str, Truth]:
    """Work, study, either, seeking, none of it, unknown; the last four add up."""
    works = col(getattr(Episode, f"work_{when}")) > 0
    studies = col(getattr(Episode, f"study_{when}")) > 0
    either = or_(works, studies)
    seeks = func.coalesce(col(getattr(Episode, f"seeking_{when}")).is_(True), False)
    return {
        "arbete": works,
        "studier": studies,
        "arbete_eller_studier": either,
        "arbetssökande": and_(either.is_not(True), seeks),
        "övriga": and_(either.is_(False), not_(seeks)),
        UNKNOWN: and_(either.is_(None), not_(seeks)),
    }


def _support_after(source: Support) -> dict[str, Truth]:
    """What became of those who had a source of support before: kept, another, none, unknown."""
    after, bit = col(Episode.support_after), to_mask(Support, [source])
    had = col(Episode.support_before).bitwise_and(bit) != 0
    kept = after.bitwise_and(bit) != 0
    return {
        ALL: had,
        "kvar": and_(had, kept),
        "annan_källa": and_(had, not_(kept), after != 0),
        NONE: and_(had, after == 0),
        UNKNOWN: and_(had, after.is_(None)),
    }


def _age() -> SQLColumnExpression[Any]:
    """Age bands; the two that 16-24 may be split in count as one."""
    band = col(Episode.age_band)
    young = band.in_((AgeBand.A16_19, AgeBand.A20_24))
    return case((young, AgeBand.A16_24.value), else_=band)


WHEN = {"före": "before", "efter": "after"}
SUPPORT_AFTER = "försörjning_efter_"
"""Before the code of a source: a table of those exits that had it before."""


def _of_participants() -> Iterator[StandardTable]:
    yield StandardTable("ålder", "participants", _age())
    yield StandardTable("utbildning", "participants", col(Episode.education))
    yield StandardTable("tid_i_försörjning", "participants", col(Episode.support_time))
    yield StandardTable("initierad_av", "new", col(Episode.initiated_by))


def _of_exits() -> Iterator[StandardTable]:
    yield StandardTable("avslutsanledning", "exits", col(Episode.exit_reason))
    lengths = length_of_stay()
    yield StandardTable("längd", "exits", parts=lengths, sums=(tuple(lengths),))
    for swedish, when in WHEN.items():
        support = _mentions(col(getattr(Episode, f"support_{when}")), Support, NONE)
        yield StandardTable(f"försörjning_{swedish}", "exits", parts=support)
        everybody = ("arbete_eller_studier", "arbetssökande", "övriga", UNKNOWN)
        name, parts = f"sysselsättning_{swedish}", _occupation(when)
        yield StandardTable(name, "exits", parts=parts, sums=(everybody,))
    increased = started_or_increased()
    more = {
        "ja": increased.is_(True),
        "nej": increased.is_(False),
        UNKNOWN: increased.is_(None),
    }
    yield StandardTable("började_eller_ökade", "exits", parts=more, sums=(tuple(more),))
    steps = _mentions(col(Episode.next_step), NextStep, "inget")
    yield StandardTable("nästa_steg", "exits", parts=steps)
    for source in Support:
        parts = _support_after(source)
        everybody = ("kvar", "annan_källa", NONE, UNKNOWN)
        yield StandardTable(f"{SUPPORT_AFTER}{source}", "exits", parts=parts, sums=(everybody,))


TABLES = {table.name: table for table in (*_of_participants(), *_of_exits())}


def table_counts(
    session: Session, scope: Scope, name: str, by: tuple[str, ...] = ()
) -> list[tuple[Cell, Counts]]:
    """How many stand in each category of a table; parts with nobody are left out."""
    table = TABLES[name]
    base = _base(scope, table.base)
    if table.column is not None:
        return _by_column(session, base, table.column, by)
    return _by_condition(session, base, table.parts or {}, by)


def _by_column(
    session: Session, base: list[Truth], column: SQLColumnExpression[Any], by: tuple[str, ...]
) -> list[tuple[Cell, Counts]]:
    grouping = [*keys(Episode, by), column]
    query = select(*grouping, func.count()).where(*base).group_by(*grouping)
    found: dict[Cell, Counts] = defaultdict(Counts)
    rows = session.execute(query).all()
    for cell, (part, number) in cells(rows, by, lambda *counted: counted):
        found[cell][UNKNOWN if part is None else str(part)] = number
    return [(cell, {ALL: sum(parts.values()), **parts}) for cell, parts in found.items()]


def _by_condition(
    session: Session, base: list[Truth], parts: Mapping[str, Truth], by: tuple[str, ...]
) -> list[tuple[Cell, Counts]]:
    names = (ALL, *(part for part in parts if part != ALL))
    everybody = parts.get(ALL, true())
    counted = [func.count().filter(parts.get(part, everybody)) for part in names]
    grouping = keys(Episode, by)
    query = select(*grouping, *counted).where(*base).group_by(*grouping)

    def named(*numbers: int) -> Counts:
        return {part: number for part, number in zip(names, numbers, strict=True) if number}

    return cells(session.execute(query).all(), by, named)


def _base(scope: Scope, base: Base) -> list[Truth]:
    """The episodes that a table counts."""
    began, ended = col(Episode.start_date), col(Episode.end_date)
    if base == "exits":
        return exits_in(scope)
    here = [*scope.concerns(Episode), began < scope.reached, col(Episode.voided).is_(False)]
    if base == "new":
        return [*here, began >= scope.start]
    return [*here, or_(ended.is_(None), ended >= scope.start)]
