"""The kind *antal*: counts that arrive instead of rows."""

from db.codes import Sex
from tracker.validation.coded import TotalOrCode, YesNo
from tracker.validation.dated import Day
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import Whole
from tracker.validation.references import CountedMeasure, InterventionKey
from tracker.validation.textual import Text

NUMBER = Whole(0, 9_999_999)

COUNTS = Kind(
    "antal",
    "Count",
    (
        Column("från", "start_date", Day(happened=False), required=True),
        Column("till", "end_date", Day(happened=False), required=True),
        Column("insats", "intervention_id", InterventionKey()),
        Column("kommun", "municipality", Text(60), empty=""),
        Column("kön", "sex", TotalOrCode(Sex)),
        Column("mått", "measure", CountedMeasure(), required=True),
        Column("del", "part", Text(100), empty=""),
        Column("täljare", "numerator", NUMBER),
        Column("nämnare", "denominator", NUMBER),
        Column("saknas", "missing", NUMBER),
        Column("sämre", "worse", NUMBER),
        Column("dold", "hidden", YesNo(), empty=False),
        Column("leverans", "delivery", Text(100)),
        Column("plan", "plan", Text(100)),
        Column("skapad", "created", Text(40)),
    ),
    ("leverans", "från", "till", "insats", "kommun", "kön", "mått", "del"),
)
"""`leverans`, `plan` and `skapad` are columns of the table `Delivery`, not of `Count`."""
