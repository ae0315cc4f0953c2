"""Checks on delivered counts: parts and totals, and who came against who was there."""

from collections.abc import Iterable

from db.tallies.count_sums import Sum, more_than_there_were, parts_above_total
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.model import Check, Row


def _parts(desk: Desk) -> Iterable[Row]:
    for each in parts_above_total(desk.session, desk.association_id):
        yield _row(desk, each)


def _moved(desk: Desk) -> Iterable[Row]:
    for each in more_than_there_were(desk.session, desk.association_id):
        yield _row(desk, each)


def _row(desk: Desk, found: Sum) -> Row:
    key = (
        ("insats", desk.key(found.intervention_id)),
        ("från", found.start.isoformat()),
        ("till", found.last_day.isoformat()),
        ("mått", found.measure),
    )
    said = desk.language.text("{parts} against {whole}", parts=found.parts, whole=found.whole)
    return Row("antal", key, said)


CHECKS = (
    Check(
        "delar_över_totalen",
        "error",
        N_("Counts whose parts are more than their total"),
        N_(
            "Women and men, or the municipalities, are together more than the total of the same "
            "days. Ask for a corrected delivery."
        ),
        find=_parts,
    ),
    Check(
        "fler_än_deltagare",
        "error",
        N_("More started or ended than took part"),
        N_(
            "Everyone who started or ended in the days took part in them. Ask for a corrected "
            "delivery."
        ),
        find=_moved,
    ),
)
