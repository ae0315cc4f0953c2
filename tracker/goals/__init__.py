"""What a figure says about a goal: status by the one rule, and the flags beside it."""

from tracker.goals.flags import flags_of
from tracker.goals.status import Status, judge, judge_against

__all__ = ["Status", "flags_of", "judge", "judge_against"]
