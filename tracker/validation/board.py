"""The kinds *aktiviteter* and *bedömningar*: what the board follows without counting persons."""

from db.codes import Verdict
from tracker.validation.coded import OneCode
from tracker.validation.dated import Day, PeriodLabel
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import DecimalNumber
from tracker.validation.references import GoalId
from tracker.validation.textual import Text

GOAL = Column("mål", "goal", GoalId(), required=True)

ACTIVITIES = Kind(
    "aktiviteter",
    "Activity",
    (
        GOAL,
        Column("benämning", "label", Text(), required=True),
        Column("senast", "due", Day(happened=False)),
        Column("genomförd", "done", Day()),
    ),
    ("mål", "benämning", "senast"),
)
"""Without `senast`, the key ends with `genomförd` instead."""

ASSESSMENTS = Kind(
    "bedömningar",
    "Assessment",
    (
        GOAL,
        Column("period", "period", PeriodLabel(), required=True),
        Column("bedömning", "verdict", OneCode(Verdict)),
        Column("kommentar", "comment", Text(4000)),
        Column("värde", "value", DecimalNumber()),
    ),
    ("mål", "period"),
)
