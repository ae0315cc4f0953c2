"""A delivery (*leverans*): the counts of a period for a store that holds no rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from db.codes import CountKind, Orientation
from db.tallies.board import InterventionRow
from tracker.errors import DataError
from tracker.exports.counting import (
    Counted,
    Numbers,
    count_goals,
    count_kinds,
    count_tables,
    goals_of,
)
from tracker.exports.entered import LeftOut, left_of_goals, left_of_others
from tracker.exports.files import number, words
from tracker.exports.judging import Line, judge
from tracker.exports.sealing import delivery_key, seal_of_delivery
from tracker.exports.table import Cell, Table
from tracker.measures import Frame
from tracker.periods import Period
from tracker.plans.model import Plan
from tracker.privacy import known_to_readers, remember
from tracker.privacy.counts import Publication, Rule
from tracker.problems import N_
from tracker.scorecard.making import frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.transfer.delivery_keys import delivery_name
from tracker.validation.counts import COUNTS
from tracker.validation.fields import echo
from tracker.workspace import Workspace

HEADINGS = tuple(column.name for column in COUNTS.columns)


@dataclass(frozen=True)
class Delivered:
    """A delivery ready to be written, and what a person should know about it."""

    period: Period
    table: Table
    insatser: tuple[str, ...]
    """The interventions in it."""
    without_rows: tuple[str, ...]
    """Individual interventions that run in the period and have no participants here."""
    hidden: int
    """Rows whose numbers are hidden."""
    left_out: tuple[LeftOut, ...]
    """Counts that were entered for days of the period and are not in it."""
    publication: Publication = field(repr=False, compare=False)
    """The counts in it, for the store to remember when it is handed out."""


def make_delivery(workspace: Workspace, period: Period, insats: str | None = None) -> Delivered:
    """The delivery of a period: of one intervention, or of all that have participants here.

    Raises:
        DataError: no plan, no such intervention, or nobody took part.
    """
    plan = plan_of(workspace, period)
    counted: dict[str, list[Counted]] = {}
    empty: list[str] = []
    left: list[LeftOut] = []
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, plan, period)
        for place in _places(frame, insats):
            kinds = count_kinds(frame, place)
            found = [*kinds.counted, *count_goals(frame, place), *count_tables(frame, place)]
            left += [*kinds.left, *_not_sent(frame, place)]
            if insats is not None or any(_is_there(each) for each in found):
                counted[place.key] = found
            elif _is_expected(place, period):
                empty.append(place.key)
        left += [] if insats else left_of_others(frame, None, lambda _: False)
    if not counted:
        raise DataError(
            N_("Nobody took part in {period} according to this store."), period=period.label
        )
    rule = rule_of(plan)
    judged = judge(period, counted, rule, partial(known_to_readers, workspace, kind="delivery"))
    return Delivered(
        period,
        _table(workspace, plan, period, judged.lines),
        tuple(judged.lines),
        tuple(empty),
        sum(line.numbers is None for each in judged.lines.values() for line in each),
        tuple(left),
        judged.publication,
    )


def remember_delivery(workspace: Workspace, delivered: Delivered) -> None:
    """Keep what a delivery says, when it has been handed out: later ones must not undo it."""
    told, subject = delivered.publication, delivered.period.label
    remember(workspace, told.reasons, told.sums, kind="delivery", subject=subject)


def rule_of(plan: Plan) -> Rule:
    """What is too few to show, by the plan's settings."""
    return Rule(plan.settings.min_show, plan.settings.hide_numerators)


def _places(frame: Frame, insats: str | None) -> list[InterventionRow]:
    named = [row for row in frame.interventions if insats in (None, row.key)]
    if not named:
        raise DataError(N_("There is no intervention {insats}."), insats=echo(insats or ""))
    return named


def _is_there(counted: Counted) -> bool:
    return bool(counted.total.numerator or counted.total.denominator)


def _is_expected(place: InterventionRow, period: Period) -> bool:
    runs = place.runs_in(period.start, period.end)
    return runs and place.orientation == Orientation.INDIVIDUAL


def _not_sent(frame: Frame, place: InterventionRow) -> Iterator[LeftOut]:
    """What was entered for goals and tables and is in none of those that are sent."""
    goals = [goal.id for goal in goals_of(frame, place)]
    known = {*CountKind, *goals}
    yield from left_of_goals(frame, place, goals)
    yield from left_of_others(frame, place, lambda measure: measure in known)


def _table(
    workspace: Workspace, plan: Plan, period: Period, lines: Mapping[str, Sequence[Line]]
) -> Table:
    """The rows in the columns of `antal`; each intervention's have a sealed key of their own."""
    secret = delivery_key(workspace)
    created = workspace.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    rows: list[tuple[Cell, ...]] = []
    for insats, each in lines.items():
        own = [_cells(insats, period, line) for line in each]
        texts = [[cell.text for cell in row] for row in own]
        sealed = seal_of_delivery(secret, plan.id, created, texts)
        key = delivery_name(insats, period.label, sealed, len(own))
        sent = (words(key), words(plan.id), words(created))
        rows += [(*row, *sent) for row in own]
    return Table(COUNTS.name, HEADINGS, tuple(rows))


def _cells(insats: str, period: Period, line: Line) -> tuple[Cell, ...]:
    numbers, days = line.numbers, line.days or period
    return (
        Cell(days.start.isoformat(), days.start),
        Cell(days.last_day.isoformat(), days.last_day),
        words(insats),
        words(""),
        words(line.sex),
        words(line.measure),
        words(line.part),
        *_counts(numbers),
        words("nej" if numbers else "ja"),
    )


def _counts(numbers: Numbers | None) -> Sequence[Cell]:
    if numbers is None:
        return [Cell()] * 4
    counts = (numbers.numerator, numbers.denominator, numbers.missing, numbers.worse)
    return [number(count) for count in counts]
