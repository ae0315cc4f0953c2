"""Which widget a column gets."""

from collections.abc import Mapping

from tracker.register.preparing import LATER_SUFFIX, RATED, FormStart
from tracker.validation.checking import check_column
from tracker.validation.dated import Day
from tui.widgets.code_field import CodeField
from tui.widgets.date_field import DateField
from tui.widgets.field import BRACKETS, Field
from tui.widgets.field_input import Fact


def make_field(name: str, start: FormStart, facts: Mapping[str, str], words: str) -> Field:
    """The field of a column, filled in as the form starts."""
    kind, context = start.kind, start.context
    column = kind.by_name[name]
    text = start.draft.get(name, "")
    known = check_column(kind, column, facts.get(name, ""), context).shown
    said = context.language.text(words, fact=BRACKETS.sub("", known))
    rated = name.removesuffix(LATER_SUFFIX) in RATED
    fact = Fact(facts[name], said, repeats=not rated) if known else None
    if isinstance(column.type, Day):
        return DateField(kind, column, context, text, fact)
    usual = start.municipalities if name == "kommun" else start.suggested.get(name, ())
    if column.type.choices(context) or usual:
        return CodeField(kind, column, context, text, fact, usual)
    return Field(kind, column, context, text, fact)
