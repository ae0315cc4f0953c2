"""The watch (*bevakningen*): key goals on exits, looked at after every day of the year.

An ordinary interval is made for one look a year. The rule here may be looked at every day and still
gives a false alarm at most 5 times of 100.
"""

from tracker.watch.making import watch
from tracker.watch.model import FALSE_ALARMS, State, Watch, WatchedGoal

__all__ = ["FALSE_ALARMS", "State", "Watch", "WatchedGoal", "watch"]
