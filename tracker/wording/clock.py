"""The time of day, as people say it."""

from datetime import date, datetime

from babel.dates import format_time

from tracker.wording.language import Language

PATTERNS = {"sv": "HH.mm", "en": "HH:mm"}


def clock(language: Language, at: datetime, today: date) -> str:
    """A moment where the reader is: 14.32, with its day unless that is today."""
    local = at.astimezone()
    said = format_time(local.time(), PATTERNS[language.code], locale=language.code)
    return said if local.date() == today else f"{language.short_day(local.date())} {said}"
