"""What an intervention owner delivers, before anything is hidden (`formats.md` section 6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from db.codes import CountKind, Sex
from db.tallies.board import InterventionRow
from db.tallies.delivered import CountRow, counts_inside
from db.tallies.participants import FlowTally, flow
from db.tallies.scope import Cell
from db.tallies.tables import ALL, SUPPORT_AFTER, TABLES, table_counts
from tracker.measures import Figure, Frame, evaluate
from tracker.measures.delivered import usable_stretches
from tracker.measures.figure import reading_of
from tracker.plans.model import Goal
from tracker.privacy.figures import Judged
from tracker.reports.goal_counts import counted_as, counts_all_exits
from tracker.validation.references import COUNTED, TABLE

FLOW: Mapping[CountKind, str] = {
    CountKind.PARTICIPANTS: "participants",
    CountKind.ONGOING: "ongoing_end",
    CountKind.STARTED: "new",
    CountKind.ENDED: "ended",
}
"""The kinds of counts that rows give, and where a flow has them. Ongoing: at the end."""
IN_ONE_PIECE = frozenset(
    {
        *(CountKind.PARTICIPANTS, CountKind.ONGOING, CountKind.QUEUE),
        *(CountKind.ANONYMOUS, CountKind.VOLUME),
    }
)
"""What does not add up over time: counted only where the days are those asked for."""


@dataclass(frozen=True)
class Numbers:
    """What stands in one row of a delivery, by the names of its columns in English."""

    numerator: int
    denominator: int | None = None
    """Eligible, the unknown included."""
    missing: int | None = None
    worse: int | None = None


@dataclass(frozen=True)
class Counted:
    """One thing that is counted: of all, and of women and men."""

    measure: str
    """`mått`"""
    part: str
    """`del`"""
    total: Numbers
    by_sex: Mapping[str, Numbers] = field(default_factory=dict)
    same_as: str = ""
    """A goal's only: the first goal of the plan that counts the same."""
    cell: tuple[str, str] | None = None
    """A goal's only, on all exits: the measure and part that count its successes."""


def count_kinds(frame: Frame, place: InterventionRow) -> Iterator[Counted]:
    """Participants, ongoing at the end, started and ended; other kinds where they were entered."""
    cells = flow(frame.session, frame.scope((place.id,)), ("sex",))
    for kind in CountKind:
        entered = _entered(frame, place, kind)
        if kind in FLOW or entered:
            total, *by_sex = (
                Numbers(_in_flow(cells, kind, sex) + _sum(entered, sex)) for sex in (None, *Sex)
            )
            yield Counted(kind.value, "", total, dict(zip(Sex, by_sex, strict=True)))


def _in_flow(cells: Iterable[tuple[Cell, FlowTally]], kind: CountKind, sex: Sex | None) -> int:
    if kind not in FLOW:
        return 0
    return sum(getattr(tally, FLOW[kind]) for cell, tally in cells if sex in (None, cell.sex))


def _entered(frame: Frame, place: InterventionRow, kind: CountKind) -> list[CountRow]:
    """The counts of a kind that were entered, or delivered by others, for these days."""
    rows = counts_inside(frame.session, frame.scope((place.id,)), kind)
    if kind not in IN_ONE_PIECE:
        return rows
    whole = (frame.period.start, frame.period.last_day)
    return [row for row in rows if (row.start, row.last_day) == whole]


def _sum(rows: list[CountRow], sex: Sex | None) -> int:
    totals = list(usable_stretches(rows))
    if sex is None:
        return sum(tally.hits for _, tally, _ in totals)
    mine = (row for _, _, group in totals for row in group if not row.municipality)
    return sum(row.numerator or 0 for row in mine if row.sex == sex)


def count_goals(frame: Frame, place: InterventionRow) -> Iterator[Counted]:
    """Every goal of the plan that the intervention's exits and follow-ups answer."""
    names = Judged()
    for goal in frame.plan.goals:
        if goal.measure not in COUNTED or place.id not in frame.individual(goal):
            continue
        own = _only(goal, place)
        measured = evaluate(own, _frame(goal, frame))
        parts = measured.splits["kön"]
        total = _numbers(measured.total)
        nobody = Numbers(0, 0, 0, None if total.worse is None else 0)
        yield Counted(
            goal.id,
            "",
            total,
            {sex: _numbers(parts[sex]) if sex in parts else nobody for sex in Sex},
            names.name_of(own),
            counted_as(own) if counts_all_exits(own) else None,
        )


def _only(goal: Goal, place: InterventionRow) -> Goal:
    """The goal as if it were this intervention's alone."""
    return replace(goal, insatser=(place.key,))


def _frame(goal: Goal, frame: Frame) -> Frame:
    return replace(frame, reading=reading_of(goal, frame.plan), by=("kön",))


def _numbers(figure: Figure) -> Numbers:
    return Numbers(int(figure.x or 0), figure.eligible or 0, figure.missing or 0, figure.worse)


def count_tables(frame: Frame, place: InterventionRow) -> Iterator[Counted]:
    """The standard tables; a category with nobody in it is left out."""
    scope = frame.scope((place.id,))
    for name in TABLES:
        found = table_counts(frame.session, scope, name, ("sex",))
        parts = dict.fromkeys(
            part for _, counts in found for part, number in counts.items() if number
        )
        for part in parts if ALL in parts else ():
            total, *by_sex = (
                Numbers(
                    sum(counts.get(part, 0) for cell, counts in found if sex in (None, cell.sex))
                )
                for sex in (None, *Sex)
            )
            yield Counted(f"{TABLE}{name}", part, total, dict(zip(Sex, by_sex, strict=True)))


def relations(name: str) -> tuple[tuple[str, ...] | None, ...]:
    """Categories of a table that together are its base; None stands for all that there are."""
    table = TABLES[name]
    return (None,) if table.column is not None else table.sums


def source_of(name: str) -> str | None:
    """The category of `försörjning_före` that is the base of a table, for those that have one."""
    return name.removeprefix(SUPPORT_AFTER) if name.startswith(SUPPORT_AFTER) else None
