"""What a field shows before anything is typed: what it takes, in few words."""

from tracker.problems import N_
from tracker.validation.context import Context
from tracker.validation.dated import Day
from tracker.validation.model import Column
from tracker.validation.numeric import PerCent, Whole

FEW = 3
"""So many choices can be named in the line."""
MOST = 9999
"""Limits above this tell nobody anything."""
ROOM = 29
"""Or so many letters of them."""


def hint(column: Column, context: Context) -> str:
    """A few words on what can be typed."""
    if isinstance(column.type, Whole):
        limits = f"{column.type.low}–{column.type.high}"
        return limits if column.type.high <= MOST else context.language.text(N_("a number"))
    if isinstance(column.type, PerCent):
        return "0–100 %"
    if isinstance(column.type, Day):
        return context.language.text(N_("20/1, today"))
    choices = column.type.choices(context)
    if not choices:
        return ""
    said = "/".join(words.casefold() for _, words in choices)
    if len(choices) <= FEW or len(said) <= ROOM:
        return said
    return context.language.text(N_("type part of a word, ↓ all"))
