"""Which widget a column gets."""

import re
from collections.abc import Mapping

from tracker.register.preparing import FormStart
from tracker.validation.checking import check_column
from tracker.validation.dated import Day
from tracker.validation.participants import EPISODES
from tui.widgets.code_field import CodeField
from tui.widgets.date_field import DateField
from tui.widgets.field import Field

BRACKETS = re.compile(r" \([^)]*\)")
"""What a label explains; a fact needs no explanation."""


def make_field(name: str, start: FormStart, facts: Mapping[str, str]) -> Field:
    """The field of a column, filled in as the form starts."""
    column, context = EPISODES.by_name[name], start.context
    text = start.draft.get(name, "")
    known = check_column(EPISODES, column, facts.get(name, ""), context).shown
    fact = BRACKETS.sub("", known)
    if isinstance(column.type, Day):
        return DateField(column, context, text, fact)
    usual = start.municipalities if name == "kommun" else ()
    if column.type.choices(context) or usual:
        return CodeField(column, context, text, fact, usual)
    return Field(column, context, text, fact)
