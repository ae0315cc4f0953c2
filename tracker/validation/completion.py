"""Choosing a code by typing part of its word."""

import re

from db.codes import Why
from tracker.validation.context import Context
from tracker.validation.model import Column
from tracker.wording.labels import label

BAND = re.compile(r"(\d+)-(\d*)")
"""A code that is a band of numbers, such as 50-59 or 60-."""


def matches(column: Column, text: str, context: Context) -> list[tuple[str, str]]:
    """The codes whose code or label holds what is typed; those that begin with it come first.

    A number also finds the band that it lies in: 34 the ages 30-39.

    After a + the part behind it counts: fields with several codes are typed one code at a time.
    """
    typed = text.rsplit("+", 1)[-1].strip().casefold()
    choices = column.type.choices(context)
    if column.personal and choices:
        choices += [(why.value, label(context.language, Why, why)) for why in Why]
    found = [(_rank(typed, code, words), code, words) for code, words in choices]
    ranked = sorted((each for each in found if each[0] is not None), key=lambda each: each[0] or 0)
    return [(code, words) for _, code, words in ranked]


def _rank(typed: str, code: str, words: str) -> int | None:
    """0 where code or label begins with it, 1 where a word does, 2 inside; None: not there."""
    texts = (code.casefold(), words.casefold())
    if any(text.startswith(typed) for text in texts):
        return 0
    if any(f"{gap}{typed}" in text for text in texts for gap in (" ", "_", "-", "(")):
        return 1
    return 2 if any(typed in text for text in texts) or is_in_band(typed, code) else None


def is_in_band(text: str, code: str) -> bool:
    """Whether a number, such as an age, lies in the band that a code is."""
    band = BAND.fullmatch(code)
    if band is None or not text.isdecimal():
        return False
    return int(band[1]) <= int(text) and (not band[2] or int(text) <= int(band[2]))
