"""Which interventions a goal concerns."""

from db.codes import Orientation
from tracker.measures.figure import ON_PERSONS
from tracker.plans.model import Goal

OF_EVERYBODY = frozenset({"survey", "response_rate", "reporting"})
"""Measures that concern every intervention where the goal names none."""


def concerns(goal: Goal, insats: str, orientation: str, *, has_budget: bool) -> bool:
    """Whether a goal concerns the intervention of a short id."""
    if goal.insatser:
        return insats in goal.insatser
    if goal.measure in OF_EVERYBODY:
        return True
    if goal.measure == "money_tolerance":
        return has_budget
    on_episodes = goal.measure in ON_PERSONS or goal.measure == "participants"
    return on_episodes and orientation == Orientation.INDIVIDUAL
