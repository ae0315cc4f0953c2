"""The work list (*att göra*): what is due, overdue and coming, and what has not come in."""

from tracker.worklist.making import count_older, due
from tracker.worklist.model import Kind, State, Stretch, SurveyRound, WorkItem, WorkList

__all__ = ["Kind", "State", "Stretch", "SurveyRound", "WorkItem", "WorkList", "count_older", "due"]
