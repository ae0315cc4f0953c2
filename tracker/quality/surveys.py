"""Checks on survey rounds: answers against what was handed out."""

from collections.abc import Iterable
from datetime import date

from db.tallies.rounds import Answered, answered
from db.tallies.surveys import Batch, mailings
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.model import Check, Row

EVER = date(1900, 1, 1)


def _too_many(desk: Desk) -> Iterable[Row]:
    handed_out = mailings(desk.session, desk.until_today(EVER), ())
    for batch, came in _answered(desk).items():
        number = handed_out.get(batch, (None, None))[1]
        if number is not None and came.forms > number:
            said = desk.language.text("{x} answers to {n} forms", x=came.forms, n=number)
            yield Row("utskick", _key(desk, batch), said, column="antal")


def _without_number(desk: Desk) -> Iterable[Row]:
    handed_out = mailings(desk.session, desk.until_today(EVER), ())
    for batch in _answered(desk):
        if batch not in handed_out:
            yield Row("enkätsvar", _key(desk, batch), column="antal")


def _answered(desk: Desk) -> dict[Batch, Answered]:
    found = answered(desk.session, desk.association_id, EVER, desk.today)
    return dict(sorted(found.items(), key=lambda each: each[1].first))


def _key(desk: Desk, batch: Batch) -> tuple[tuple[str, str], ...]:
    insats = desk.key(batch.intervention_id)
    return ("omgång", batch.round), ("grupp", batch.group), ("insats", insats)


CHECKS = (
    Check(
        "fler_svar_än_utdelade",
        "error",
        N_("More answers than forms handed out"),
        N_(
            "The response rate would be over 100 per cent. Correct how many were handed out, or "
            "look for forms that were entered twice or in another round."
        ),
        find=_too_many,
    ),
    Check(
        "svar_utan_utskick",
        "info",
        N_("Answers without how many were handed out"),
        N_("Without it, the response rate cannot be told. Enter how many forms were handed out."),
        find=_without_number,
    ),
)
