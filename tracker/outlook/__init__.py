"""What is ahead of a figure: forecast, clarity, call-backs; and the year before beside it."""

from tracker.outlook.call_backs import CallBacks
from tracker.outlook.clarity import Clarity
from tracker.outlook.forecast import Forecast, Scenario
from tracker.outlook.last_period import Earlier, LastPeriod
from tracker.outlook.making import Outlook, make_outlook

__all__ = [
    "CallBacks",
    "Clarity",
    "Earlier",
    "Forecast",
    "LastPeriod",
    "Outlook",
    "Scenario",
    "make_outlook",
]
