"""Checks on days: outside of the intervention's time, stays that never end, late registration."""

from collections.abc import Mapping

from db.tallies import oddities
from db.tallies.success import Truth
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.model import Check

LONG_MONTHS = 24
"""Months that are long where the intervention has no planned length."""
LATE_DAYS = 31
"""Days from an event to its registration that are many."""


def _long(desk: Desk) -> Mapping[str, Truth]:
    twice = {row.id: 2 * row.planned_length for row in desk.places if row.planned_length}
    return {"slutdatum": oddities.longer_than(twice, LONG_MONTHS, desk.today)}


def _late(_desk: Desk) -> Mapping[str, Truth]:
    return {
        "startdatum": oddities.entered_late(LATE_DAYS),
        "slutdatum": oddities.left_late(LATE_DAYS),
    }


CHECKS = (
    Check(
        "utanför_insatsens_tid",
        "warning",
        N_("Entry or exit outside of the intervention's time"),
        N_(
            "The day lies before the first or after the last day of the intervention. Correct the "
            "day, or the intervention's time."
        ),
        odd=lambda _: {
            "startdatum": oddities.outside_of_intervention("start_date"),
            "slutdatum": oddities.outside_of_intervention("end_date"),
        },
    ),
    Check(
        "lång_tid",
        "info",
        N_("Long stay"),
        N_(
            "Longer than twice the planned length, or than 24 months where none is planned. Has "
            "the exit been forgotten?"
        ),
        odd=_long,
    ),
    Check(
        "sen_registrering",
        "info",
        N_("Registered long after the event"),
        N_(
            "More than a month from the entry or the exit until it was registered. What is "
            "remembered late is remembered worse. Imports are left out."
        ),
        odd=_late,
    ),
)
