"""The work list (*att göra*): what is due, overdue and coming, and what has not come in."""

from tracker.worklist.ahead import next_item
from tracker.worklist.lines import WorkLine, WorkView, matching, view
from tracker.worklist.making import count_older, due
from tracker.worklist.model import Kind, State, Stretch, SurveyRound, WorkItem, WorkList
from tracker.worklist.tries import Tried, record_tries

__all__ = [
    "Kind",
    "State",
    "Stretch",
    "SurveyRound",
    "Tried",
    "WorkItem",
    "WorkLine",
    "WorkList",
    "WorkView",
    "count_older",
    "due",
    "matching",
    "next_item",
    "record_tries",
    "view",
]
