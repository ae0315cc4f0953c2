"""What a person should know about a delivery that has been made."""

from collections.abc import Iterator

from tracker.exports.delivery import Delivered
from tracker.problems import N_
from tracker.wording import Language
from tracker.workspace import Workspace

EXACT = N_(
    "The sheet has exact numbers, also of few persons: it is for typing into Uppföljning Finsam, "
    "not for publishing."
)


def delivery_lines(workspace: Workspace, delivered: Delivered) -> Iterator[str]:
    """Whose counts are in it, whose are not, and how much is hidden."""
    language, period = workspace.language, delivered.period
    names = ", ".join(delivered.insatser)
    yield language.text("Delivery for {period}: {names}.", period=period.label, names=names)
    if delivered.without_rows:
        left = ", ".join(delivered.without_rows)
        yield language.text("Not delivered, since nobody took part here: {names}.", names=left)
    if period.is_open(workspace.today):
        yield language.text("The period is not over: a later delivery will replace this one.")
    yield _hidden(language, delivered.hidden, len(delivered.table.rows))


def _hidden(language: Language, hidden: int, rows: int) -> str:
    if not hidden:
        return language.text("No number had to be hidden.")
    told = language.plural(
        "{number} of {all} rows is hidden because it tells of few persons (dold = ja).",
        "{number} of {all} rows are hidden because they tell of few persons (dold = ja).",
        hidden,
        all=language.number(rows),
    )
    always = language.text("Totals of each intervention and its goals are always there.")
    return f"{told} {always}"
