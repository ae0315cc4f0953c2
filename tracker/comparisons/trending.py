"""A goal over the years: what each had, where its definition changed, and whether it rises."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from db.tallies.years import years_with_data
from tracker import stats
from tracker.comparisons.series import Change, TrendSeries, TrendYear, Word
from tracker.errors import DataError
from tracker.goals.definition import definition_of
from tracker.goals.status import Status
from tracker.measures import Reading
from tracker.measures.differences import difference
from tracker.measures.figure import ON_PERSONS, Figure, reading_of
from tracker.periods import year_of
from tracker.plans.model import Goal, Plan
from tracker.problems import N_
from tracker.scorecard import GoalCard, make_scorecard
from tracker.wording.trends import trend_sentence
from tracker.workspace import Workspace

FEWEST_YEARS = 3
CLEAR = 0.05
SHARES = ON_PERSONS - {"before_after"}
"""Measures whose figures are shares that a line can be laid through."""
EMPTY = (Status.NO_DATA, Status.NOT_DUE)
Year = tuple[TrendYear, Plan]


def trend(workspace: Workspace, goal_id: str) -> TrendSeries:
    """The years of a goal, over all plans and all years with data.

    Each year is judged by the goal of its own plan, or the nearest; the trend and the change use
    only the latest run of whole years with one definition.

    Raises:
        DataError: no plan has the goal.
    """
    found = list(_years(workspace, goal_id))
    if not found:
        raise _unknown(workspace, goal_id)
    years = _with_breaks(found)
    goal, plan = found[-1][0].goal, found[-1][1]
    reading = reading_of(goal, plan)
    run = _run(years, goal, reading)
    years = tuple(replace(year, in_trend=year in run) for year in years)
    line, word = _line(run, goal, reading)
    change = None if len(run) >= FEWEST_YEARS else _change(run, reading)
    series = TrendSeries(goal, reading, years, line, word, change)
    return replace(series, sentence=trend_sentence(workspace.language, series))


def _unknown(workspace: Workspace, goal_id: str) -> DataError:
    names = dict.fromkeys(goal.id for plan in workspace.plans for goal in plan.goals)
    if not names:
        return DataError(N_("No plan has been applied yet. Apply one: tracker plan apply FILE"))
    message = N_("There is no goal “{goal}”. Goals: {names}")
    return DataError(message, goal=goal_id, names=", ".join(names))


def _years(workspace: Workspace, goal_id: str) -> Iterable[Year]:
    """The goal's card of every year that has a plan and has begun, or has data."""
    with workspace.store.read() as session:
        held = years_with_data(session, workspace.association.id, workspace.today)
    planned = {plan.year for plan in workspace.plans if plan.year <= workspace.today.year}
    for year in sorted({*held, *planned}):
        plan = workspace.plan_for(date(year, 12, 31))
        if plan is None or not any(goal.id == goal_id for goal in plan.goals):
            continue
        card = make_scorecard(workspace, year_of(year), only=goal_id).goals[0]
        if year in planned or card.status not in EMPTY:
            yield _of_card(year, card, workspace), plan


def _of_card(year: int, card: GoalCard, workspace: Workspace) -> TrendYear:
    return TrendYear(
        year=year,
        goal=card.goal,
        figure=card.figure,
        status=card.status,
        label=card.label,
        flags=card.flags,
        is_open=year_of(year).is_open(workspace.today),
    )


def _with_breaks(found: Sequence[Year]) -> tuple[TrendYear, ...]:
    """The years, marked where the definition is another than before or than in the latest."""
    definitions = [definition_of(year.goal, plan) for year, plan in found]
    return tuple(
        replace(
            year,
            other_definition=definitions[place] != definitions[-1],
            after_break=place > 0 and definitions[place] != definitions[place - 1],
        )
        for place, (year, _) in enumerate(found)
    )


def _run(years: Sequence[TrendYear], goal: Goal, reading: Reading) -> list[TrendYear]:
    """The latest years with one definition that are over and have something to compare."""
    if goal.measure not in ON_PERSONS or goal.combine == "indicator_wise":
        return []
    if reading.inference == "outcome":
        return []
    alike = takewhile(lambda year: not year.other_definition, reversed(years))
    return [year for year in reversed(list(alike)) if not year.is_open and _size(year.figure)]


def _size(figure: Figure) -> float:
    """Persons, or independent answers that would tell as much; 0 where nothing can be told."""
    if figure.value is None:
        return 0
    return float((figure.n_eff if figure.clustered else figure.n) or 0)


def _line(
    run: Sequence[TrendYear], goal: Goal, reading: Reading
) -> tuple[stats.Trend | None, Word | None]:
    """Cochran-Armitage over three years or more that can each be judged.

    Answers of several a person count as the number of independent ones (Rao & Scott 1992).
    """
    if goal.measure not in SHARES or _large(run, reading) < FEWEST_YEARS:
        return None, None
    sizes = [_size(year.figure) for year in run]
    hits = [
        float(year.figure.value or 0) * size if year.figure.clustered else float(year.figure.x or 0)
        for year, size in zip(run, sizes, strict=True)
    ]
    line = stats.trend(hits, sizes, [float(year.year) for year in run])
    if line is None:
        return None, None
    if line.p >= CLEAR:
        return line, "no clear trend"
    return line, "rising" if line.slope > 0 else "falling"


def _large(run: Sequence[TrendYear], reading: Reading) -> int:
    return sum((year.figure.persons or 0) >= reading.min_judge for year in run)


def _change(run: Sequence[TrendYear], reading: Reading) -> Change | None:
    """The difference of two years, by the interval of difference."""
    if len(run) < 2 or _large(run, reading) < len(run):  # noqa: PLR2004 - a pair
        return None
    first, last = run
    apart = difference(last.figure, first.figure, reading.confidence)
    if apart.value is None or apart.low is None or apart.high is None:
        return None
    clear = bool(apart.is_clear)
    return Change(first.year, last.year, apart.value, apart.low, apart.high, clear)
