"""A goal's definition in words: who counts, which dates, what is a success, what of the unknown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from tracker.measures.figure import Reading, reading_of
from tracker.plans.model import Goal, GoalLine, Plan
from tracker.problems import N_
from tracker.wording.counted import counted_text
from tracker.wording.figures import target_text
from tracker.wording.language import Language
from tracker.wording.reached import meanings, reached_text

UNKNOWN: dict[str, str] = {
    "not_reached": N_("Whose outcome is unknown counts as not reached."),
    "left_out": N_("Those whose outcome is unknown are left out."),
    "bounds": N_("Where so much is unknown that it could decide, nothing is said about the goal."),
}
WITH_UNKNOWN = frozenset({"exits", "started_or_increased", "follow_up"})
INTERVALS: dict[str, str] = {
    "process": N_("The interval ({confidence}) shows what chance alone could explain."),
    "outcome": N_("The outcome is judged as it is, without an interval."),
    "population": N_("The interval ({confidence}) concerns only those who did not answer."),
}
WITH_INTERVAL = WITH_UNKNOWN | {"before_after", "survey"}
ALL_INTERVENTIONS: dict[str, str] = {
    "money_tolerance": N_("All that have a budget."),
    "reporting": N_("All that run in the period."),
    "survey": N_("All, and answers that name none."),
}
NO_INTERVENTIONS = frozenset(
    {"money_share", "money_ceiling", "money_balance", "checklist", "assessment", "number"}
)


@dataclass(frozen=True)
class Clause:
    """One part of a definition: what it is about, and a sentence or two."""

    about: str
    text: str


def definition(language: Language, goal: Goal, plan: Plan) -> tuple[Clause, ...]:
    """The goal's definition, the same beside the figure on screen and in reports."""
    reading = reading_of(goal, plan)
    pairs = (
        (N_("Counted"), counted_text(language, goal)),
        (N_("Reached"), " ".join([reached_text(language, goal, plan), *meanings(language, goal)])),
        (N_("Unknown"), _unknown(language, goal, reading)),
        (N_("Interventions"), _interventions(language, goal, plan)),
        (N_("Goal"), _target(language, goal)),
        (N_("Certainty"), _certainty(language, goal, reading)),
    )
    return tuple(
        Clause(language.text(about), text.strip()) for about, text in pairs if text.strip()
    )


def _unknown(language: Language, goal: Goal, reading: Reading) -> str:
    return language.text(UNKNOWN[reading.unknown]) if goal.measure in WITH_UNKNOWN else ""


def _interventions(language: Language, goal: Goal, plan: Plan) -> str:
    if goal.measure in NO_INTERVENTIONS:
        return ""
    if not goal.insatser:
        default = N_("All that are directed to individuals.")
        return language.text(ALL_INTERVENTIONS.get(goal.measure, default))
    return ", ".join(intervention_names(plan, goal)) + "."


def intervention_names(plan: Plan, goal: Goal) -> tuple[str, ...]:
    """The names of the interventions that a goal names, as the plan has them."""
    names = {row.key: dict(row.values).get("namn", row.key) for row in plan.interventions}
    return tuple(names.get(key, key) for key in goal.insatser)


def _target(language: Language, goal: Goal) -> str:
    target = target_text(language, goal)
    if not target:
        return "" if goal.measure == "assessment" else language.text("None: it is reported.")
    said = target
    if isinstance(goal.target, Fraction) and goal.direction == "min":
        said = language.text("at least {number}", number=target)
    return " ".join([f"{said[0].upper()}{said[1:]}.", *_lines(language, goal)])


def _lines(language: Language, goal: Goal) -> Iterable[str]:
    return (f"{line_text(language, goal, line)}." for line in goal.lines)


def line_text(language: Language, goal: Goal, line: GoalLine) -> str:
    """A further line of a goal and its target: Lägsta nivå: 25 %."""
    target = target_text(language, replace(goal, target=line.target))
    return f"{line.label[:1].upper()}{line.label[1:]}: {target}"


def _certainty(language: Language, goal: Goal, reading: Reading) -> str:
    if goal.measure not in WITH_INTERVAL:
        return ""
    if reading.all_or_none:
        return language.text("Everyone or no one is asked for: nothing is left to chance.")
    confidence = language.percent(Fraction(str(reading.confidence)))
    interval = language.text(INTERVALS[reading.inference], confidence=confidence)
    fewest = language.text(
        "Below {number} persons nothing is said about it.", number=reading.min_judge
    )
    return f"{interval} {fewest}"
