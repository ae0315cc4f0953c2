"""The measures `participants` and `reporting`: who took part, and who registers."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

from db.codes import CountKind
from db.tallies.delivered import CountRow, counts_touching, day_after, interventions_with_counts
from db.tallies.participants import flow, interventions_with_rows
from db.tallies.scope import Cell
from tracker.measures.comparing import reaches, within
from tracker.measures.delivered import (
    is_divided,
    partly_delivered,
    usable_stretches,
    usable_totals,
)
from tracker.measures.figure import Detail, Figure, Measured
from tracker.measures.frame import Frame
from tracker.plans.model import Goal

KINDS = (CountKind.PARTICIPANTS, CountKind.ANONYMOUS, CountKind.VOLUME)
"""Delivered counts of participants; they add up over time only in one piece."""


def participants(goal: Goal, frame: Frame) -> Measured:
    """Number of participants of the period, rows and delivered counts together."""
    counts = _delivered(goal, frame)
    if any(not _same_days(row, frame) for row in counts):
        return Measured(Figure(exact=True), flags=frozenset({"not_delivered_whole"}))
    scope = frame.scope(frame.individual(goal))
    pairs = [
        (cell, tally.participants) for cell, tally in flow(frame.session, scope, frame.dimensions)
    ]
    pairs += _parts(counts) if frame.by else [(Cell(), _sum(counts))]
    total = sum(number for _, number in pairs)
    splits = {split: _split(pairs, frame, split, goal) for split in frame.by}
    if not counts:
        return Measured(_figure(total, goal), splits)
    own = interventions_with_rows(frame.session, scope)
    resting = own | {cell.intervention_id for cell, _ in usable_totals(counts)}
    divided = all(is_divided(group) for _, _, group in usable_stretches(counts))
    flags = partly_delivered(counts)
    return Measured(_figure(total, goal), splits, flags, len(resting), undivided=not divided)


def _delivered(goal: Goal, frame: Frame) -> list[CountRow]:
    scope = frame.scope(frame.individual(goal))
    return [row for kind in KINDS for row in counts_touching(frame.session, scope, kind)]


def _same_days(row: CountRow, frame: Frame) -> bool:
    days = (row.start, day_after(row.last_day))
    return days == (frame.period.start, frame.period.end)


def _sum(counts: list[CountRow]) -> int:
    return sum(tally.hits for _, tally in usable_totals(counts))


def _parts(counts: list[CountRow]) -> list[tuple[Cell, int]]:
    """Delivered totals by intervention, as women, men and the rest."""
    parts: list[tuple[Cell, int]] = []
    for cell, tally, rows in usable_stretches(counts):
        rest = tally.hits
        for row in rows:
            if row.sex and row.numerator:
                parts.append((replace(cell, sex=row.sex), row.numerator))
                rest -= row.numerator
        parts.append((cell, rest))
    return [(cell, number) for cell, number in parts if number]


def _figure(number: int, goal: Goal) -> Figure:
    value = Fraction(number) if number else None
    return Figure(x=number, value=value, exact=True, met=within(value, goal.min, goal.max))


def _split(
    pairs: list[tuple[Cell, int]], frame: Frame, split: str, goal: Goal
) -> dict[str | None, Figure]:
    parts: dict[str | None, int] = defaultdict(int)
    for cell, number in pairs:
        parts[frame.key_of(split, cell)] += number
    ordered = sorted(parts.items(), key=lambda part: (part[0] is None, part[0] or ""))
    without = replace(goal, min=None, max=None)
    return {key: _figure(number, without) for key, number in ordered}


def reporting(goal: Goal, frame: Frame) -> Measured:
    """Of the interventions that run in the period, those with a registration or a delivery."""
    chosen = frame.named(goal) if goal.insatser else frame.interventions
    running = [row for row in chosen if row.runs_in(frame.period.start, frame.period.end)]
    scope = frame.scope(tuple(row.id for row in running))
    reported = interventions_with_rows(frame.session, scope) | interventions_with_counts(
        frame.session, scope
    )
    x, n = sum(row.id in reported for row in running), len(running)
    value = Fraction(x, n) if n else None
    details = tuple(Detail(row.name, {"met": row.id in reported}) for row in running)
    return Measured(
        Figure(x=x, n=n, value=value, exact=True, met=reaches(value, goal), details=details)
    )
