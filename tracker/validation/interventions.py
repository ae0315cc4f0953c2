"""The kind *insatser*: interventions."""

from db.codes import Orientation, Party
from tracker.validation.coded import OneCode, SeveralCodes, YesNo
from tracker.validation.dated import Day
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import Months, Whole
from tracker.validation.textual import Names, ShortId, Text

MOST_PARTICIPANTS = 100_000
LONGEST_MONTHS = 240

INTERVENTIONS = Kind(
    "insatser",
    "Intervention",
    (
        Column("insats", "key", ShortId(), required=True),
        Column("namn", "name", Text(), required=True),
        Column("inriktning", "orientation", OneCode(Orientation), required=True),
        Column("preciserad_inriktning", "detail", Text()),
        Column("ägare", "owner", Text()),
        Column("parter", "parties", SeveralCodes(Party)),
        Column("kommuner", "municipalities", Names()),
        Column("målgrupp", "target_group", Text(1000)),
        Column("start", "start", Day(happened=False)),
        Column("slut", "end", Day(happened=False)),
        Column("planerat_min", "planned_min", Whole(0, MOST_PARTICIPANTS)),
        Column("planerat_max", "planned_max", Whole(0, MOST_PARTICIPANTS)),
        Column("planerad_längd", "planned_length", Whole(0, LONGEST_MONTHS)),
        Column("uppföljningar", "follow_up_months", Months()),
        Column("esf", "esf", YesNo()),
    ),
    ("insats",),
)
