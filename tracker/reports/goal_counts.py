"""The counts behind the goals' figures, for the door: they stand in the report as well.

What a goal counts is often what a standard table counts; then it has the same name here, so that
neither can give away what is hidden in the other.
"""

from collections.abc import Iterable, Sequence

from db.tallies.tables import ALL
from tracker.measures.figure import Figure
from tracker.measures.naming import RESULTS, SAME_AS_TABLE, counted_as, is_of_all_exits
from tracker.measures.participant_flow import PARTICIPANTS, UNKNOWN_SEX
from tracker.plans.model import Goal
from tracker.privacy.counts import Count, Sum
from tracker.reports.interventions import ended
from tracker.reports.ledger import OF_SOME, Ledger
from tracker.reports.numbered import Numbered
from tracker.reports.participants import taking_part
from tracker.scorecard import GoalCard


def goal_counts(ledger: Ledger, goals: Sequence[Numbered]) -> dict[Count, str]:
    """Every number of persons that the goals' tables and sentences print, and where it stands."""
    found: dict[Count, str] = {}
    for one in goals:
        names = {part.key or UNKNOWN_SEX: part.name for part in one.card.splits.get("kön", ())}
        for count in told_of(ledger, one.card):
            sex = names.get(count.sex or "")
            found.setdefault(count, f"{one.name} ({sex})" if sex else one.name)
    return found


def told_of(ledger: Ledger, card: GoalCard) -> Iterable[Count]:
    """What a published card tells of the period; participants where the flow has as many."""
    for count, reason in card.counts.items():
        own = (count.start, count.end) == (ledger.period.start, ledger.period.end)
        if own and reason is None and not _differs_from_flow(ledger, count):
            yield count


def _differs_from_flow(ledger: Ledger, count: Count) -> bool:
    alike = taking_part(ledger, count.insats, count.sex)
    return count.measure == PARTICIPANTS and count != alike


def counts_work_or_studies(goal: Goal) -> bool:
    """Whether the goal counts what the table of the interventions' results does."""
    return (
        is_of_all_exits(goal)
        and not goal.insatser
        and goal.unknown in (None, "not_reached")
        and counted_as(goal, goal.id) == SAME_AS_TABLE[frozenset({"arbete", "studier"})]
    )


def goal_sums(ledger: Ledger, goals: Sequence[Numbered]) -> tuple[Sum, ...]:
    """What a reader can add: the exits of several interventions, and what tables tell of goals."""
    sums = []
    for one in goals:
        goal, figure = one.card.goal, one.card.figure
        if one.card.hidden is not None or figure.eligible is None:
            continue
        if goal.measure == "exits" and len(goal.insatser) > 1:
            whole = ledger.count(goal.id, figure.eligible, of="eligible")
            parts = tuple(ended(ledger, key) for key in goal.insatser)
            if figure.eligible == sum(part.value for part in parts):
                sums.append(Sum(whole, parts))
        sums += _of_untold(ledger, goal, figure)
    return tuple(sums)


def _of_untold(ledger: Ledger, goal: Goal, figure: Figure) -> Iterable[Sum]:
    """What is left of a goal when those are taken away whom a table tells of, where not of all."""
    cell = counted_as(goal, goal.id)
    if goal.insatser or not is_of_all_exits(goal) or cell not in RESULTS:
        return
    table = ledger.table(cell[0].removeprefix("tabell:"))
    told = ledger.result(table, cell[1])
    rest = int(figure.x or 0) - told.value
    if told.part == cell[1] or rest < 0:
        return
    untold = {*table.lacking, *(key for key, part in table.hidden if part in (ALL, cell[1]))}
    alone = untold.pop() if len(untold) == 1 else None
    others = ledger.count(cell[0], rest, of="x", part=f"{told.part}{OF_SOME}", insats=alone)
    yield Sum(ledger.count(cell[0], told.value + rest, of="x", part=cell[1]), (told, others))
