"""How a figure stands against the year before."""

from tracker.measures.differences import Difference
from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.wording.comparisons import apart_text
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
    told = apart_text(language, Difference(now.value - then.value, low, high))
    return language.text("Difference: {points}", points=told) + "."
