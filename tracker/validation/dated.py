"""Fields that hold days and periods."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from typing_extensions import override

from tracker.errors import UsageError
from tracker.periods import parse_period
from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo

FIRST_YEAR = 1990
LAST_YEAR = 2100

_FORMS = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d)")


def day_in_file(text: str) -> date | None:
    """The date of a text in one of the forms of a file, or None."""
    found = _FORMS.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class Day(FieldType):
    """A date; one of something that has happened is not after today."""

    happened: bool = True

    @override
    def parse(self, text: str, context: Context) -> Any:
        day = day_in_file(text)
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            sentence = N_("“{value}” is not a date. Write it as 2022-01-20 or 20220120.")
            return Refused(sentence, {"value": echo(text)})
        return self.refuse_future(day, context) or day

    def refuse_future(self, day: date, context: Context) -> Refused | None:
        """What has happened cannot be dated after today."""
        if not self.happened or day <= context.today:
            return None
        sentence = N_("{day} is after today, {today}. Only what has happened can be entered.")
        return Refused(sentence, {"day": day.isoformat(), "today": context.today.isoformat()})

    @override
    def right(self, context: Context) -> str:
        if self.happened:
            return context.language.text(N_("A date such as 2022-01-20, not after today."))
        return context.language.text(N_("A date such as 2022-01-20."))

    @override
    def written(self, value: Any, context: Context) -> str:
        return str(value.isoformat())

    @override
    def shown(self, value: Any, context: Context) -> str:
        return context.language.weekday(value)


@dataclass(frozen=True)
class PeriodLabel(FieldType):
    """A period by its label, in its normal form."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        try:
            return parse_period(text).label
        except UsageError as error:
            return Refused(error.message, {"text": echo(text)})

    @override
    def right(self, context: Context) -> str:
        return context.language.text(N_("A period such as 2021, 2021-H1 or 2021-ack-T2."))
