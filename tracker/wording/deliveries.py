"""Deliveries in words: how each stands, and a text that reminds of those that have not come."""

from collections.abc import Mapping
from datetime import date, timedelta

from tracker.problems import N_
from tracker.wording.language import Language

STATES: Mapping[str, str] = {
    "delivered": N_("Delivered"),
    "corrected": N_("Corrected"),
    "missing": N_("Missing"),
    "late": N_("Missing, late"),
}
SIGNS: Mapping[str, str] = {"missing": "!", "late": "!!"}
"""Beside what is missing, and what is late; the words say it too."""
ALL_SIGNS: Mapping[str, str] = {"delivered": "✓", "corrected": "↻", **SIGNS}
"""Where every state has its sign."""

NONE_MISSING = N_(
    "No counts have been delivered for {period}, and none are missing: who registers row by row "
    "need not deliver, and nothing is asked for from before a first delivery."
)


def days_text(first: date, last: date) -> str:
    """The days that a delivery is for."""
    return f"{first.isoformat()} – {last.isoformat()}"


def stretch_text(language: Language, first: date, last: date) -> str:
    """The days as briefly as they can be said: 2021, 2021-H1, 2021-T2, or the days."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    is_whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if is_whole and first.year == last.year:
        letter = {12: "", 6: "H", 4: "T", 3: "Q"}.get(months)
        if letter == "":
            return str(first.year)
        if letter and (first.month - 1) % months == 0:
            return f"{first.year}-{letter}{(first.month - 1) // months + 1}"
    return f"{language.short_day(first)} – {language.short_day(last)} {last.year}"


def received_text(language: Language, received: date | None, days_late: int | None) -> str:
    """When it came, and how late; or for how long it has been missing."""
    if received is None:
        if days_late is None:
            return language.text("entered by hand")
        return language.plural("{number} day overdue", "{number} days overdue", days_late)
    return language.text("came {day}", day=received.isoformat())


def corrected_text(language: Language, differing: int) -> str:
    """How many numbers a correction changed; empty where there was none."""
    if not differing:
        return ""
    return language.plural("{number} number changed", "{number} numbers changed", differing)


def other_plan_text(language: Language, plan: str | None) -> str:
    """That a delivery was counted by a plan that is not here."""
    return language.text("by the plan {plan}, which is not here", plan=plan or "–")


def reminder(language: Language, association: str, days: str, name: str) -> str:
    """A text to send to the owner of an intervention whose delivery has not come."""
    return language.text(
        "Hello,\n\n"
        "{association} has not received the counts of {name} for {days}. Please send a delivery: "
        "in Finsam Tracker it is made with “tracker export counts --period PERIOD --to FILE”. It "
        "holds totals only, no rows about persons; what tells of few is hidden by itself.\n\n"
        "If nobody took part in that time, please say so.",
        association=association,
        name=name,
        days=days,
    )
