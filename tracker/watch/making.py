"""Making the watch: the key goals of a period, each with what came in day by day."""

from dataclasses import dataclass
from fractions import Fraction

from sqlmodel import Session

from db.tallies.board import interventions
from db.tallies.scope import ShareTally
from tracker.measures import Frame
from tracker.measures.figure import Reading, reading_of
from tracker.periods import Period
from tracker.plans.model import Goal, Plan
from tracker.scorecard.making import default_period, plan_of
from tracker.watch.counting import days_of
from tracker.watch.looking import follow, limits, looks
from tracker.watch.model import Watch, WatchedGoal
from tracker.watch.words import Seen, summary, watch_sentence
from tracker.workspace import Workspace

ON_EXITS = frozenset({"exits", "started_or_increased"})


def watch(workspace: Workspace, period: Period | None = None) -> Watch:
    """The watch over a period, by default the latest plan year that has begun.

    For those who see the rows: small numbers are not hidden, and reports leave it out.

    Raises:
        DataError: the association has no plan.
    """
    period = period or default_period(workspace)
    plan = plan_of(workspace, period)
    keys = [goal for goal in plan.goals if goal.key]
    targets = {goal.id: target_of(goal, plan) for goal in keys}
    unwatched = tuple(goal for goal in keys if targets[goal.id] is None)
    with workspace.store.read() as session:
        desk = _Desk(workspace, plan, period, session)
        goals = tuple(
            desk.watched(goal, target) for goal in keys if (target := targets[goal.id]) is not None
        )
    said = summary(workspace.language, len(goals), len(unwatched))
    name = workspace.association.name
    return Watch(name, plan, period, workspace.today, goals, unwatched, said)


def target_of(goal: Goal, plan: Plan) -> Fraction | None:
    """What a share of exits is held against, where that leaves room for chance; else None."""
    can_be = goal.measure in ON_EXITS and reading_of(goal, plan).has_interval
    return goal.target if can_be and isinstance(goal.target, Fraction) else None


@dataclass(frozen=True)
class _Desk:
    """What every goal is watched with."""

    workspace: Workspace
    plan: Plan
    period: Period
    session: Session

    def watched(self, goal: Goal, target: Fraction) -> WatchedGoal:
        """One goal: its days, the rule, the words."""
        reading = reading_of(goal, self.plan)
        days = days_of(goal, self._frame(reading))
        seen = looks(days, known_only=reading.unknown != "not_reached")
        finding = follow(seen, target, reading.min_judge)
        low, high = limits(seen)
        missing = sum((tally for _, tally in days), ShareTally()).missing
        without = follow(looks(days, known_only=True), target, reading.min_judge)
        decides = finding.since is not None and without.state != finding.state
        last = seen[-1] if seen else None
        about = Seen(goal, reading, finding, last, missing, decides)
        return WatchedGoal(
            goal=goal,
            state=finding.state,
            since=finding.since,
            still=finding.still,
            x=last.x if last else 0,
            n=last.n if last else 0,
            missing=missing,
            unknown_decides=decides,
            low=low,
            high=high,
            sentence=watch_sentence(self.workspace.language, about),
        )

    def _frame(self, reading: Reading) -> Frame:
        number = self.workspace.association.id
        rows = tuple(interventions(self.session, number))
        return Frame(
            self.session, number, self.workspace.today, self.period, self.plan, rows, reading
        )
