"""What a person should know about a delivery that has been made."""

from collections.abc import Iterator, Mapping

from db.codes import CountKind
from tracker.exports.delivery import Delivered
from tracker.exports.entered import LeftOut, Why
from tracker.exports.finsam import untold_sexes
from tracker.exports.table import Table
from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.labels import label
from tracker.workspace import Workspace

EXACT = N_(
    "The sheet has exact numbers, also of few persons: it is for typing into Uppföljning Finsam, "
    "not for publishing."
)

SEXES_UNTOLD = N_(
    "How many women and men took part is not known here for {names}: ask the owners, who have the "
    "rows."
)
LEFT_OUT: Mapping[Why, str] = {
    "outside": N_("Not delivered, since days outside {period} belong to it: {counts}."),
    "told_already": N_(
        "Not delivered, since rows, or counts of all of {period}, tell who took part: {counts}."
    ),
    "overlapping": N_(
        "Not delivered, since its days overlap those of another count of the same: {counts}."
    ),
    "hidden": N_("Not delivered, since it was hidden where it came from: {counts}."),
    "other": N_(
        "Not delivered, since a delivery has what interventions count, tables of rows and goals "
        "of the plan only: {counts}."
    ),
}


def finsam_lines(language: Language, interventions: Table) -> Iterator[str]:
    """That the sheet is for typing in alone, and whose women and men are not known."""
    yield language.text(EXACT)
    if untold := untold_sexes(interventions):
        yield language.text(SEXES_UNTOLD, names=", ".join(untold))


def delivery_lines(workspace: Workspace, delivered: Delivered) -> Iterator[str]:
    """Whose counts are in it, whose are not, and how much is hidden."""
    language, period = workspace.language, delivered.period
    names = ", ".join(delivered.insatser)
    yield language.text("Delivery for {period}: {names}.", period=period.label, names=names)
    if delivered.without_rows:
        left = ", ".join(delivered.without_rows)
        yield language.text("Not delivered, since nobody took part here: {names}.", names=left)
    yield from _left_out(language, delivered)
    if period.is_open(workspace.today):
        yield language.text("The period is not over: a later delivery will replace this one.")
    yield _hidden(language, delivered.hidden, len(delivered.table.rows))


def _left_out(language: Language, delivered: Delivered) -> Iterator[str]:
    """What was entered and is not sent, by name, with why."""
    for why, sentence in LEFT_OUT.items():
        counts = [_named(language, one) for one in delivered.left_out if one.why == why]
        if counts:
            yield language.text(sentence, period=delivered.period.label, counts=", ".join(counts))


def _named(language: Language, one: LeftOut) -> str:
    kinds: tuple[str, ...] = tuple(CountKind)
    is_kind = one.measure in kinds
    name = label(language, CountKind, one.measure).lower() if is_kind else one.measure
    days = f"{one.start.isoformat()}–{one.last_day.isoformat()}"
    return f"{one.insats} {name} {days}".strip()


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
