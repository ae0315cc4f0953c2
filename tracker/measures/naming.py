"""What the numbers of goals are called at the door: as the flow and the standard tables call them.

The same number under two names could be hidden under one and shown under the other.
"""

from collections.abc import Iterator

from tracker.measures.figure import Figure
from tracker.measures.participant_flow import FLOW, PARTICIPANTS
from tracker.plans.model import Goal

Name = tuple[str, str, str]
"""Measure, number of it, part."""
TABLE = "tabell:"
ENDED = FLOW[2]
ONGOING = FLOW[3]
SAME_AS_TABLE = {
    frozenset({"arbete", "studier"}): ("tabell:sysselsättning_efter", "arbete_eller_studier"),
    frozenset({"arbete"}): ("tabell:sysselsättning_efter", "arbete"),
    frozenset({"studier"}): ("tabell:sysselsättning_efter", "studier"),
    frozenset({"egen_försörjning"}): ("tabell:försörjning_efter", "ingen"),
}
RESULTS = frozenset({*SAME_AS_TABLE.values(), ("tabell:började_eller_ökade", "ja")})
"""Cells of standard tables that count a success: as one they are told of, and not as a category."""
ON_SUPPORT = frozenset({"minskad_försörjning", "kvarstår"})
"""Results that are counted of some exits only."""


def is_of_all_exits(goal: Goal) -> bool:
    """Whether a goal is of every exit of the association, or of one intervention."""
    if goal.exclude or len(goal.insatser) > 1 or goal.denominator != "alla":
        return False
    if goal.measure == "started_or_increased":
        return True
    return goal.measure == "exits" and not set(goal.success) <= ON_SUPPORT


def counted_as(goal: Goal, name: str) -> tuple[str, str]:
    """The cell of a standard table that counts the same as a goal on all exits, else its own."""
    if goal.measure == "started_or_increased":
        return "tabell:började_eller_ökade", "ja"
    if goal.require == "all" and len(goal.success) > 1:
        return name, ""
    return SAME_AS_TABLE.get(frozenset(goal.success), (name, ""))


def numbers(goal: Goal, figure: Figure, name: str) -> Iterator[tuple[Name, int]]:
    """The groups that a figure tells of, those that it is of first.

    Args:
        goal: what is counted.
        figure: the numbers.
        name: of the goal, for what no table has.
    """
    if figure.persons is None:
        if goal.measure == "participants":
            yield (PARTICIPANTS if len(goal.insatser) <= 1 else name, "", ""), int(figure.x or 0)
        return
    of_exits = is_of_all_exits(goal) and figure.eligible is not None
    measure, part = counted_as(goal, name) if of_exits else (name, "")
    if figure.eligible is not None:
        yield (ENDED, "", "") if of_exits else (name, "eligible", ""), figure.eligible
    if not of_exits or figure.persons != figure.eligible:
        yield (name, "n", ""), figure.persons
    if isinstance(figure.x, int) and figure.n == figure.persons:
        yield (measure, "x", part), figure.x
    if figure.worse is not None:
        yield (name, "worse", ""), figure.worse
    if figure.missing is not None:
        yield (measure, "missing", part), figure.missing
    known = max(figure.persons, figure.eligible or 0) + figure.not_due + (figure.excluded or 0)
    if known != figure.eligible:
        yield (name, "known", ""), known
