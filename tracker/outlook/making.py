"""The outlook of one goal: what is ahead of its figure, and what was before it."""

from dataclasses import dataclass

from tracker.goals.status import Status
from tracker.measures import Figure, Frame
from tracker.outlook.call_backs import CallBacks, call_backs_of
from tracker.outlook.clarity import Clarity, clarity_of
from tracker.outlook.forecast import Forecast, forecast_of
from tracker.outlook.last_period import LastPeriod, changed_since, earlier_in, last_period_of
from tracker.plans.model import Goal, Plan


@dataclass(frozen=True)
class Outlook:
    """What stands beside a figure; each is None where it has nothing to say."""

    forecast: Forecast | None = None
    clarity: Clarity | None = None
    call_backs: CallBacks | None = None
    last_period: LastPeriod | None = None
    definition_changed: bool = False


def make_outlook(
    goal: Goal, figure: Figure, status: Status, frame: Frame, plan_before: Plan | None
) -> Outlook:
    """The outlook of a goal, with the plan that the year before was judged by."""
    earlier = earlier_in(plan_before, goal)
    return Outlook(
        forecast=forecast_of(goal, figure, frame),
        clarity=clarity_of(goal, figure, status, frame.reading),
        call_backs=call_backs_of(goal, figure),
        last_period=last_period_of(goal, figure, frame, earlier),
        definition_changed=changed_since(earlier, goal, frame.plan),
    )
