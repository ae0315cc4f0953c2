"""The kind *ekonomi*: budget and outcome."""

from db.codes import MoneyKind
from tracker.validation.coded import OneCode
from tracker.validation.dated import FIRST_YEAR, LAST_YEAR, Day
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import Kronor, Whole
from tracker.validation.references import InterventionKey
from tracker.validation.textual import Text

MONEY = Kind(
    "ekonomi",
    "Money",
    (
        Column("år", "year", Whole(FIRST_YEAR, LAST_YEAR), required=True),
        Column("till_och_med", "through", Day(happened=False)),
        Column("slag", "kind", OneCode(MoneyKind), required=True),
        Column("insats", "intervention_id", InterventionKey()),
        Column("benämning", "label", Text(), empty=""),
        Column("budget", "budget", Kronor()),
        Column("beviljat", "granted", Kronor()),
        Column("rekvirerat", "requisitioned", Kronor()),
        Column("utfall", "outcome", Kronor()),
        Column("prognos", "forecast", Kronor()),
    ),
    ("år", "till_och_med", "slag", "insats", "benämning"),
)
