"""The episodes behind a goal's figure, or behind one part of it, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.tallies.behind import Outcome, count_behind, lines_behind
from tracker.errors import UsageError
from tracker.measures.behind import ON_EPISODES, behind_figure, part_of
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.scorecard.making import frame_of, goals_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

MOST_SHOWN = 500
OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.REACHED: N_("Succeeded"),
    Outcome.NOT_REACHED: N_("Did not succeed"),
    Outcome.BETTER: N_("Better"),
    Outcome.SAME: N_("No change"),
    Outcome.WORSE: N_("Worse"),
    Outcome.UNKNOWN: N_("Outcome not known"),
}
"""What an episode counts as, in the order in which people ask for it."""


@dataclass(frozen=True)
class BehindRow:
    """One episode behind a figure."""

    insats: str
    number: str
    intervention: str
    end: date
    outcome: Outcome


@dataclass(frozen=True)
class BehindFigure:
    """The episodes behind a figure, and how many there are of each outcome."""

    counts: Mapping[Outcome, int]
    rows: tuple[BehindRow, ...]
    is_all: bool
    """Whether all rows are there."""


def has_rows(goal: Goal) -> bool:
    """Whether the goal's measure counts episodes that can be listed."""
    return goal.measure in ON_EPISODES


def episodes_behind(
    workspace: Workspace,
    goal_id: str,
    period: Period,
    part: tuple[str, str | None] | None = None,
    *,
    only: Outcome | None = None,
    most: int | None = MOST_SHOWN,
) -> BehindFigure:
    """The episodes behind the figure of a goal; `part` is a split and the key of its part.

    Counts that others have delivered stand behind no rows of this store.

    Raises:
        DataError: no plan, or no such goal.
        UsageError: the goal's measure counts no episodes.
    """
    plan = plan_of(workspace, period)
    (goal,) = goals_of(plan, goal_id)
    if not has_rows(goal):
        raise UsageError(N_("Nothing in the register stands behind “{goal}”."), goal=goal_id)
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, plan, period)
        behind = behind_figure(goal, frame)
        chosen = part_of(frame, *part) if part else None
        counts = count_behind(session, behind, chosen)
        lines = lines_behind(session, behind, chosen, only, most)
    places = {row.id: row for row in frame.interventions}
    rows = tuple(
        BehindRow(
            places[line.intervention_id].key,
            line.number,
            places[line.intervention_id].name,
            line.end,
            line.outcome,
        )
        for line in lines
    )
    total = sum(counts.values()) if only is None else counts.get(only, 0)
    return BehindFigure(counts, rows, is_all=len(rows) == total)
