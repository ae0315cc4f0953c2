"""Which function makes which measure."""

from collections.abc import Callable

from tracker.measures import board, exits, follow_ups, money, participants, surveys
from tracker.measures.figure import Measured
from tracker.measures.frame import Frame
from tracker.plans.model import Goal

MEASURES: dict[str, Callable[[Goal, Frame], Measured]] = {
    "exits": exits.exits,
    "started_or_increased": exits.started_or_increased,
    "follow_up": follow_ups.follow_up,
    "before_after": exits.before_after,
    "survey": surveys.survey,
    "response_rate": surveys.response_rate,
    "participants": participants.participants,
    "money_share": money.money_share,
    "money_tolerance": money.money_tolerance,
    "money_ceiling": money.money_ceiling,
    "money_balance": money.money_balance,
    "checklist": board.checklist,
    "reporting": participants.reporting,
    "number": board.number,
    "assessment": board.assessment,
}


def evaluate(goal: Goal, frame: Frame) -> Measured:
    """The figure of a goal for the frame's period, with the splits that the frame asks for."""
    return MEASURES[goal.measure](goal, frame)
