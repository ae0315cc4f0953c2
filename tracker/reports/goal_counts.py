"""The counts behind the goals' figures, for the door: they stand in the report as well.

What a goal counts is often what a standard table counts; then it has the same name here, so that
neither can give away what is hidden in the other.
"""

from collections.abc import Iterable, Sequence

from db.tallies.tables import ALL
from tracker.measures.figure import ON_PERSONS, Figure
from tracker.measures.participant_flow import UNKNOWN_SEX
from tracker.plans.model import Goal
from tracker.privacy.counts import Count, Sum
from tracker.privacy.figures import is_of_all_exits
from tracker.reports.interventions import ended
from tracker.reports.ledger import OF_SOME, Ledger
from tracker.reports.numbered import Numbered
from tracker.reports.participants import taking_part
from tracker.reports.same_counts import RESULTS, SAME_AS_TABLE, counted_as

TOLD_OF = ON_PERSONS | {"participants"}
"""Measures whose figures are numbers of persons that a table has, too."""


def goal_counts(ledger: Ledger, goals: Sequence[Numbered]) -> dict[Count, str]:
    """Every number of persons that the goals' tables and sentences print, and where it stands."""
    found: dict[Count, str] = {}
    for one in goals:
        if one.card.hidden is None and one.card.goal.measure in TOLD_OF:
            of_whole = figure_counts(ledger, one.card.goal, one.card.figure)
            found = dict.fromkeys(of_whole, one.name) | found
            for part in one.card.splits.get("kön", ()):
                if part.hidden is None:
                    sex = part.key or UNKNOWN_SEX
                    of_part = figure_counts(ledger, one.card.goal, part.figure, sex)
                    found = dict.fromkeys(of_part, f"{one.name} ({part.name})") | found
    return found


def figure_counts(
    ledger: Ledger, goal: Goal, figure: Figure, sex: str | None = None
) -> Iterable[Count]:
    """The numbers of persons that a figure prints; none of a figure that is not of persons."""
    if goal.measure == "participants" and len(goal.insatser) <= 1:
        there = taking_part(ledger, goal.insatser[0] if goal.insatser else None, sex)
        if there.value == figure.x:
            yield there
    if figure.persons is None:
        return
    everybody = counts_all_exits(goal) and figure.eligible is not None
    insats = goal.insatser[0] if goal.insatser else None
    if everybody:
        yield ledger.count("avslutade", figure.eligible or 0, sex=sex, insats=insats)
    elif figure.eligible is not None:
        yield ledger.count(goal.id, figure.eligible, of="eligible", sex=sex)
    if isinstance(figure.x, int) and goal.measure != "survey":
        measure, part = counted_as(goal) if everybody else (goal.id, "")
        yield ledger.count(measure, figure.x, of="x", part=part, sex=sex, insats=insats)
    if figure.persons != figure.eligible:
        yield ledger.count(goal.id, figure.persons, of="n", sex=sex)


def counts_all_exits(goal: Goal) -> bool:
    """Whether the base is every exit of the association, or of one intervention."""
    return is_of_all_exits(goal)


def counts_work_or_studies(goal: Goal) -> bool:
    """Whether the goal counts what the table of the interventions' results does."""
    return (
        counts_all_exits(goal)
        and not goal.insatser
        and goal.unknown in (None, "not_reached")
        and counted_as(goal) == SAME_AS_TABLE[frozenset({"arbete", "studier"})]
    )


def goal_sums(ledger: Ledger, goals: Sequence[Numbered]) -> tuple[Sum, ...]:
    """What a reader can add: answers and silence, and the exits of several interventions."""
    sums = []
    for one in goals:
        goal, figure = one.card.goal, one.card.figure
        if one.card.hidden is not None or figure.eligible is None:
            continue
        whole = ledger.count(goal.id, figure.eligible, of="eligible")
        if goal.measure == "survey" and figure.missing and figure.persons is not None:
            n = ledger.count(goal.id, figure.persons, of="n")
            silent = ledger.count(goal.id, figure.missing, of="missing")
            sums.append(Sum(whole, (n, silent)))
        if goal.measure == "exits" and len(goal.insatser) > 1:
            parts = tuple(ended(ledger, key) for key in goal.insatser)
            if figure.eligible == sum(part.value for part in parts):
                sums.append(Sum(whole, parts))
        sums += _of_untold(ledger, goal, figure)
    return tuple(sums)


def _of_untold(ledger: Ledger, goal: Goal, figure: Figure) -> Iterable[Sum]:
    """What is left of a goal when those are taken away whom a table tells of, where not of all."""
    cell = counted_as(goal)
    if goal.insatser or not counts_all_exits(goal) or cell not in RESULTS:
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
