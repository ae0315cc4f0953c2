"""The lines behind a figure that is made of few things: money by intervention, activities."""

from datetime import date
from fractions import Fraction

from tracker.measures.figure import Detail
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.wording.language import Language

LABELS: dict[str, str] = {"ceiling": N_("Ceiling of the guideline")}
WITHIN: dict[str, tuple[str, str]] = {
    "money_tolerance": (N_("within"), N_("outside")),
    "checklist": (N_("done in time"), N_("not done in time")),
    "reporting": (N_("has registrations"), N_("has no registrations")),
}
VISITED = (N_("visited"), N_("not visited"))


def detail_label(language: Language, detail: Detail) -> str:
    """What the line is about."""
    return language.text(LABELS[detail.label]) if detail.label in LABELS else detail.label


def detail_text(language: Language, goal: Goal, detail: Detail) -> str:
    """What the line says, in one piece."""
    return " · ".join(detail_facts(language, goal, detail))


def detail_facts(language: Language, goal: Goal, detail: Detail) -> tuple[str, ...]:
    """What the line says: amounts, a day, whether it is as the goal asks."""
    values = detail.values
    parts = []
    if isinstance(amount := values.get("amount"), Fraction):
        parts.append(language.kronor(amount))
    if "budget" in values:
        parts.append(_deviation(language, values))
    if isinstance(due := values.get("due"), str):
        day = language.day(date.fromisoformat(due))
        parts.append(language.text("by {day}", day=day))
    late = late_text(language, detail)
    if late:
        parts.append(late)
    elif isinstance(met := values.get("met"), bool):
        yes, no = VISITED if goal.every is not None else WITHIN[goal.measure]
        parts.append(language.text(yes if met else no))
    return tuple(parts)


def late_text(language: Language, detail: Detail) -> str:
    """When an activity was done that was not done in time; empty of every other line."""
    done = detail.values.get("done")
    if not isinstance(done, str) or detail.values.get("met") is not False:
        return ""
    return language.text("done {day}, too late", day=language.day(date.fromisoformat(done)))


def _deviation(language: Language, values: dict[str, Fraction | str | bool | None]) -> str:
    """Money against its budget, and how far from it."""
    budget, actual, deviation = (values.get(name) for name in ("budget", "actual", "deviation"))
    if not isinstance(budget, Fraction):
        return language.text("no budget")
    if not isinstance(actual, Fraction):
        return language.text("no figure, budget {budget}", budget=language.kronor(budget))
    said = language.text(
        "{actual} of {budget}", actual=language.kronor(actual), budget=language.kronor(budget)
    )
    if isinstance(deviation, Fraction):
        said += f" ({signed_percent(language, deviation)})"
    return said


def signed_percent(language: Language, share: Fraction) -> str:
    """A share with its sign: +5,4 %, −6,2 %; none where it is rounded to nothing."""
    said = language.percent(abs(share), 1)
    if said == language.percent(0, 1):
        return said
    return ("+" if share > 0 else "−") + said
