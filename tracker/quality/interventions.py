"""Checks on interventions as a whole: nothing registered, the same person perhaps twice."""

from collections.abc import Iterable
from datetime import timedelta

from db.codes import Orientation
from db.tallies.delivered import interventions_with_counts
from db.tallies.participants import interventions_with_rows
from db.tallies.quality import pairs
from tracker.periods import add_months
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.model import Check, Row

MONTHS = 12
NEW_DAYS = 60
"""Days in which an intervention that has just begun need not have registered anything."""


def _silent(desk: Desk) -> Iterable[Row]:
    start = add_months(desk.today, -MONTHS)
    scope = desk.until_today(start)
    heard = interventions_with_rows(desk.session, scope)
    heard |= interventions_with_counts(desk.session, scope)
    if not heard:
        return  # a store that nobody has begun to use
    for place in desk.places:
        new = place.start is not None and place.start > desk.today - timedelta(days=NEW_DAYS)
        runs = place.runs_in(start, desk.today) and not new
        if runs and place.id not in heard and place.orientation == Orientation.INDIVIDUAL:
            yield Row("insatser", (("insats", place.key),), column="slut")


def _twice(desk: Desk) -> Iterable[Row]:
    return (desk.episode(key, "startdatum") for key in pairs(desk.session, desk.association_id))


CHECKS = (
    Check(
        "insats_utan_registrering",
        "warning",
        N_("Intervention without registrations"),
        N_(
            "Neither an entry, an exit nor a delivery in the last twelve months. If it has ended, "
            "give it its last day; else ask whoever registers."
        ),
        find=_silent,
    ),
    Check(
        "möjliga_dubbletter",
        "info",
        N_("Perhaps the same participation twice"),
        N_(
            "Two with the same intervention, sex, age and first day. If they are two persons, "
            "accept; a real double is voided."
        ),
        find=_twice,
    ),
)
