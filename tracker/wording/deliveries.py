"""Deliveries in words: how each stands, and a text that reminds of those that have not come."""

from collections.abc import Mapping
from datetime import date

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


def days_text(first: date, last: date) -> str:
    """The days that a delivery is for."""
    return f"{first.isoformat()} – {last.isoformat()}"


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
