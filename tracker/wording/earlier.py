"""How a figure stands against the year before."""

from fractions import Fraction

from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.wording.figures import fact_text, value_text
from tracker.wording.language import Language


def earlier_text(language: Language, goal: Goal, figure: Figure) -> str:
    """The figure of the year before: 21 av 80 avslut, 26 %."""
    if figure.value is None:
        return language.text("The year before: no data.")
    return language.text(
        "The year before: {fact}, {value}.",
        fact=fact_text(language, goal, figure),
        value=value_text(language, goal, figure),
    )


def difference_text(
    language: Language, now: Figure, then: Figure, low: float | None, high: float | None
) -> str:
    """The difference in percentage points with its interval; empty where it is not known."""
    if now.value is None or then.value is None:
        return ""
    said = language.text("Difference: {points}", points=_points(language, now.value - then.value))
    if low is None or high is None:
        return f"{said}."
    between = language.text("{low} to {high}", low=_end(language, low), high=_end(language, high))
    return f"{said} ({between})."


def _points(language: Language, difference: Fraction) -> str:
    return _sign(difference) + language.points(abs(difference))


def _end(language: Language, end: float) -> str:
    return _sign(end) + language.number(abs(end) * 100)


def _sign(value: float | Fraction) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""
