"""Figures as people read them: the fact with its unit, the interval, the target."""

from decimal import Decimal
from fractions import Fraction

from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.problems import NN_
from tracker.wording.language import Language, exact, rounded

DECIMAL_FROM = 100
"""From so many on, a share is shown with one decimal."""
MOST_DECIMALS = 4
KRONOR = frozenset({"money_balance", "money_ceiling"})
UNITS: dict[str, tuple[str, str]] = {
    "exits": NN_("{number} exit", "{number} exits"),
    "started_or_increased": NN_("{number} exit", "{number} exits"),
    "follow_up": NN_("{number} person followed up", "{number} persons followed up"),
    "before_after": NN_("{number} participant", "{number} participants"),
    "survey": NN_("{number} answer", "{number} answers"),
    "respondents": NN_("{number} respondent", "{number} respondents"),
    "response_rate": NN_("{number} form", "{number} forms"),
    "participants": NN_("{number} participant", "{number} participants"),
    "money_tolerance": NN_("{number} intervention", "{number} interventions"),
    "checklist": NN_("{number} activity", "{number} activities"),
    "reporting": NN_("{number} intervention", "{number} interventions"),
}


def share_text(
    language: Language,
    value: Fraction,
    n: float | Fraction | None,
    target: Fraction | None = None,
) -> str:
    """A share in per cent: whole, with a decimal from 100 on, never rounded onto the target.

    29,6 % beside a missed goal of 30 % is not shown as 30 %.
    """
    return language.percent(value, share_decimals(value, n, target))


def share_decimals(
    value: Fraction, n: float | Fraction | None, target: Fraction | None = None
) -> int:
    """How many decimals a share in per cent is shown with."""
    decimals = 1 if n is not None and n >= DECIMAL_FROM else 0
    while decimals < MOST_DECIMALS and _misleads(value, target, decimals):
        decimals += 1
    return decimals


def _misleads(value: Fraction, target: Fraction | None, decimals: int) -> bool:
    if target is None or value == target:
        return False
    shown, goal = rounded(value * 100, decimals), rounded(target * 100, MOST_DECIMALS)
    return shown >= goal if value < target else shown <= goal


def unit_text(language: Language, goal: Goal, figure: Figure) -> str:
    """What `n` counts, with its number: 112 avslut."""
    unit = goal.measure
    if unit == "survey" and goal.combine.startswith("respondent"):
        unit = "respondents"
    one, many = UNITS[unit]
    return language.plural(one, many, int(figure.n or 0))


def fact_text(language: Language, goal: Goal, figure: Figure) -> str:
    """The fact with its unit: 37 av 112 avslut; empty when there is nothing to say."""
    if figure.value is None and not figure.n:
        return ""
    if goal.measure in KRONOR:
        return language.kronor(figure.value or 0)
    if goal.measure == "participants":
        one, many = UNITS["participants"]
        return language.plural(one, many, int(figure.value or 0))
    if goal.measure == "number":
        return language.number(figure.value or 0)
    if goal.measure == "money_share" or _is_one_deviation(goal, figure):
        return language.text(
            "{x} of {n}", x=language.kronor(figure.x or 0), n=language.kronor(figure.n or 0)
        )
    return _counted(language, goal, figure)


def _is_one_deviation(goal: Goal, figure: Figure) -> bool:
    return goal.measure == "money_tolerance" and not isinstance(figure.x, int)


def _counted(language: Language, goal: Goal, figure: Figure) -> str:
    unit = unit_text(language, goal, figure)
    if goal.measure == "before_after":
        return language.text(
            "{better} better, {worse} worse of {unit}",
            better=figure.x,
            worse=figure.worse,
            unit=unit,
        )
    decimals = 0 if isinstance(figure.x, int) else 1
    fact = language.text("{x} of {n}", x=language.number(figure.x or 0, decimals), n=unit)
    if goal.measure == "survey" and figure.persons != figure.n:
        one, many = UNITS["respondents"]
        persons = language.plural(one, many, figure.persons or 0)
        return f"{fact} ({persons})"
    return fact


def value_text(language: Language, goal: Goal, figure: Figure) -> str:
    """The value on its own: 33,0 %, +12 procentenheter, 93."""
    if figure.value is None:
        return ""
    if goal.measure in KRONOR:
        return language.kronor(figure.value)
    if goal.measure in ("participants", "number"):
        return language.number(figure.value)
    if goal.measure == "before_after":
        sign = "+" if figure.value > 0 else ""
        return sign + language.points(figure.value, value_decimals(goal, figure))
    return language.percent(figure.value, value_decimals(goal, figure))


def value_decimals(goal: Goal, figure: Figure) -> int:
    """How many decimals a share or a change in shares is shown with."""
    target = goal.target if isinstance(goal.target, Fraction) else None
    if goal.measure == "before_after" and target is None:
        target = Fraction(0)
    return share_decimals(figure.value or Fraction(0), figure.n, target)


def goal_interval_text(language: Language, goal: Goal, figure: Figure) -> str:
    """The interval of a goal's figure: 25–42 %, or −38 till 9 procentenheter for a change.

    An end gets a decimal where it would else be rounded onto the goal's target.
    """
    if figure.low is None or figure.high is None:
        return ""
    target = goal.target if isinstance(goal.target, Fraction) else None
    ends = exact(figure.low), exact(figure.high)
    decimals = min(1, max(share_decimals(end, None, target) for end in ends))
    low = language.number(ends[0] * 100, decimals)
    if goal.measure == "before_after":
        high = language.points(ends[1], decimals)
        return language.text("{low} to {high}", low=low, high=high)
    return f"{low}–{language.percent(ends[1], decimals)}"


def target_text(language: Language, goal: Goal) -> str:
    """What the goal asks for, in short: 30 %, minst 40, högst 5 %; empty without a target."""
    if goal.target == "last_year":
        return language.text("better than the year before")
    if goal.measure == "money_tolerance" and goal.tolerance is not None:
        return language.text("within {share}", share=_exact_percent(language, goal.tolerance))
    if isinstance(goal.target, Fraction):
        share = _exact_percent(language, goal.target)
        return language.text("at most {share}", share=share) if goal.direction == "max" else share
    return _range_text(language, goal)


def _exact_percent(language: Language, share: Fraction) -> str:
    decimals = 0
    while decimals < MOST_DECIMALS and rounded(share * 100, decimals) != share * 100:
        decimals += 1
    return language.percent(share, decimals)


def _range_text(language: Language, goal: Goal) -> str:
    def show(amount: Decimal) -> str:
        return language.kronor(amount) if goal.measure in KRONOR else language.number(amount)

    if goal.min is not None and goal.max is not None:
        return f"{show(goal.min)}–{show(goal.max)}"
    if goal.min is not None:
        return language.text("at least {number}", number=show(goal.min))
    if goal.max is not None:
        return language.text("at most {number}", number=show(goal.max))
    return ""
