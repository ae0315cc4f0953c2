"""What an intervention owner delivers, before anything is hidden (`formats.md` section 6)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.codes import CountKind, Sex
from db.tallies.board import InterventionRow
from db.tallies.delivered import counts_inside
from db.tallies.participants import FlowTally, interventions_with_rows
from db.tallies.scope import Cell
from db.tallies.tables import ALL, SUPPORT_AFTER, TABLES, table_counts
from tracker.exports.entered import LeftOut, Stretch, entered_kinds
from tracker.measures import Figure, Frame, evaluate
from tracker.measures.delivered import is_divided, stretches, usable_totals
from tracker.measures.figure import reading_of
from tracker.measures.naming import counted_as, is_of_all_exits
from tracker.measures.participant_flow import participant_flow
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.privacy.figures import Judged
from tracker.validation.references import COUNTED, TABLE

FLOW: Mapping[CountKind, str] = {
    CountKind.PARTICIPANTS: "participants",
    CountKind.ONGOING: "ongoing_end",
    CountKind.STARTED: "new",
    CountKind.ENDED: "ended",
}
"""The kinds of counts that rows give, and where a flow has them. Ongoing: at the end."""


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
    days: Period | None = None
    """None: those of the delivery; else others within them, for what does not add up over time."""


@dataclass(frozen=True)
class CountedKinds:
    """The kinds of counts of an intervention, and what was entered of them but is not sent."""

    counted: tuple[Counted, ...]
    left: tuple[LeftOut, ...]


def count_kinds(frame: Frame, place: InterventionRow) -> CountedKinds:
    """The flow as this store prints it; other kinds, and other days, where they were entered."""
    cells = participant_flow(frame.session, frame.scope((place.id,)), ("sex",))
    entered = entered_kinds(frame, place, has_flow=bool(cells))
    others = [_entered(one) for one in entered.sent]
    in_place = any(one.kind in FLOW for one in entered.sent)
    own = [] if in_place else [_in_flow(cells, kind, frame, place) for kind in FLOW]
    return CountedKinds((*own, *others), entered.left)


def _in_flow(
    cells: Sequence[tuple[Cell, FlowTally]], kind: CountKind, frame: Frame, place: InterventionRow
) -> Counted:
    """One number of the flow; without sexes where counts that name none are all there is."""
    total, *by_sex = (
        Numbers(sum(getattr(tally, FLOW[kind]) for cell, tally in cells if sex in (None, cell.sex)))
        for sex in (None, *Sex)
    )
    named = any(cell.sex for cell, _ in cells)
    own = not cells or interventions_with_rows(frame.session, frame.scope((place.id,)))
    split: dict[str, Numbers] = dict(zip(Sex, by_sex, strict=True)) if named or own else {}
    return Counted(kind.value, "", total, split)


def _entered(one: Stretch) -> Counted:
    """A kind as it was entered; by sex where all of it was, and the numbers are no flow.

    What stands in place of rows without all numbers of a flow goes without sexes: a few who
    stayed could be worked out, and nothing here would know of them.
    """
    total = sum(tally.hits for rows in one.rows for _, tally in usable_totals(rows))
    named = all(is_divided(list(rows)) for rows in one.rows)
    split: dict[str, Numbers] = {
        sex: Numbers(
            sum(
                row.numerator or 0
                for rows in one.rows
                for row in rows
                if row.sex == sex and not row.municipality
            )
        )
        for sex in (Sex if named and one.kind not in FLOW else ())
    }
    return Counted(one.kind.value, "", Numbers(total), split, days=one.days)


def count_goals(frame: Frame, place: InterventionRow) -> Iterator[Counted]:
    """Every goal of the plan that the intervention's exits and follow-ups answer."""
    names = Judged()
    for goal in goals_of(frame, place):
        own = _only(goal, place)
        measured = evaluate(own, _frame(goal, frame))
        parts = measured.splits["kön"]
        total = _numbers(measured.total)
        nobody = Numbers(0, 0, 0, None if total.worse is None else 0)
        delivered = counts_inside(frame.session, frame.scope((place.id,)), goal.id)
        is_told = all(is_divided(group) for group in stretches(delivered))
        yield Counted(
            goal.id,
            "",
            total,
            {
                sex: _numbers(parts[sex]) if sex in parts else nobody
                for sex in (Sex if is_told else ())
            },
            names.name_of(own),
            counted_as(own, names.name_of(own)) if is_of_all_exits(own) else None,
        )


def goals_of(frame: Frame, place: InterventionRow) -> tuple[Goal, ...]:
    """The goals of the plan that a delivery of the intervention answers."""
    return tuple(
        goal
        for goal in frame.plan.goals
        if goal.measure in COUNTED and place.id in frame.individual(goal)
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
