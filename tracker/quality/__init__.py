"""Data quality (*datakvalitet*): named checks on what is stored, and accepting what they find.

What is wrong in form is refused when it is entered (`tracker.validation`). A check finds what
merely looks wrong: it is mended, or accepted with a reason that follows the figures.
"""

from tracker.quality.accepting import accept, accepted, reason_problem, take_back
from tracker.quality.delays import Delay, delays
from tracker.quality.fields import FieldGap, field_gaps
from tracker.quality.making import count_open, findings
from tracker.quality.model import Accepted, Check, Finding, Row, Severity

__all__ = [
    "Accepted",
    "Check",
    "Delay",
    "FieldGap",
    "Finding",
    "Row",
    "Severity",
    "accept",
    "accepted",
    "count_open",
    "delays",
    "field_gaps",
    "findings",
    "reason_problem",
    "take_back",
]
