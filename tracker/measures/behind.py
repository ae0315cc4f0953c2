"""Which episodes stand behind a figure, by the conditions that the measure itself counts by."""

from db.tallies.behind import Behind, Part, behind_exits, behind_horizon, behind_pairs
from tracker.measures.exits import base_of, exits_counted, increases_counted
from tracker.measures.follow_ups import exit_days, follow_ups_counted
from tracker.measures.frame import SPLITS, Frame
from tracker.plans.model import Goal

ON_EPISODES = frozenset({"exits", "started_or_increased", "follow_up", "before_after"})
"""Measures that count episodes one by one."""


def behind_figure(goal: Goal, frame: Frame) -> Behind:
    """The episodes that the goal's measure counts, and as what; for measures on episodes only."""
    scope = frame.scope(frame.individual(goal))
    if goal.measure == "follow_up":
        came, _ = exit_days(goal, frame)
        return behind_horizon(came, goal.months, *follow_ups_counted(goal))
    if goal.measure == "before_after":
        higher = goal.better == "higher"
        return behind_pairs(scope, base_of(goal), goal.variable, higher_is_better=higher)
    counted = exits_counted if goal.measure == "exits" else increases_counted
    return behind_exits(scope, *counted(goal))


def part_of(frame: Frame, split: str, key: str | None) -> Part:
    """A part of a split as rows hold it; an intervention by its number."""
    if split == "insats":
        number = next((row.id for row in frame.interventions if row.key == key), None)
        return Part(SPLITS[split], number)
    return Part(SPLITS[split], key)
