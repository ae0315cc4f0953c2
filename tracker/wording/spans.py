"""Periods as they are said: a year by its number, a part of it by its months."""

from tracker.periods import Period
from tracker.wording.language import Language


def span_text(language: Language, period: Period) -> str:
    """The months of a period and their year; of whole years the years alone."""
    first, last = period.start, period.last_day
    if period.whole_years is not None:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    begins, ends = language.month(first), language.month(last)
    if first.year != last.year:
        return f"{begins} {first.year}–{ends} {last.year}"
    return f"{ends if begins == ends else f'{begins}–{ends}'} {last.year}"
