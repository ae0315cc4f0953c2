"""What an import would do as lines of a table, and what each line is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.problems import N_, NN_, Problem
from tracker.transfer.mapping_choices import (
    SETTLED,
    UnknownCode,
    code_of,
    needs_overwrite,
    unknown_codes,
)
from tracker.transfer.outcome import ImportPlan
from tracker.transfer.overlaps import OVER_PARTS
from tracker.transfer.protecting import EMPTIED, VOIDED
from tracker.validation.context import Context
from tracker.validation.fields import echo
from tracker.validation.kinds import KINDS
from tracker.wording import Language
from tracker.wording.column_labels import COLUMN_LABELS
from tui.widgets.line_table import Column, Line

Fate = Literal["rejected", "changed", "new", "same"]
COLUMNS = (
    Column(N_("Row"), 7, 8),
    Column(N_("What happens"), 13, 14),
    Column(N_("Which"), 18, 26),
    Column(N_("What it says"), 0, 0),
)
FATES: dict[Fate, str] = {
    "rejected": N_("✗ rejected"),
    "changed": N_("~ changed"),
    "new": N_("+ new"),
    "same": N_("= as stored"),
}
BY_HAND: dict[str, str] = {
    VOIDED: N_("The row is voided as a misregistration. ↵ decides about overwriting."),
    EMPTIED: N_("Somebody emptied this value by hand. ↵ decides about overwriting."),
    OVER_PARTS: N_(
        "Delivery {other} has come for a part of the days, {start} to {end}. ↵ decides whether "
        "this one takes its place."
    ),
}
CORRECTED_BY_HAND = N_(
    "Somebody corrected this value by hand to “{value}”. ↵ decides about overwriting."
)
STRANGE = N_("No column is called so. ↵ chooses which one it is, or leaves it out.")
STRANGE_CODE = NN_(
    "“{text}” is no code here, in {number} row. ↵ chooses which one it is.",
    "“{text}” is no code here, in {number} rows. ↵ chooses which one it is.",
)

READY = N_("ctrl+s saves all of it as one change, which ctrl+z takes back.")
NOTHING_NEW = N_("Everything in the file is stored already: there is nothing to save.")
MEND = N_(
    "Nothing can be saved yet. ↵ on a line chooses what a header or a code is, ctrl+z takes the "
    "choice back. What is wrong in the file itself is mended there; F5 reads it again."
)
ONLY_BY_HAND = N_(
    "The file says otherwise than what somebody settled by hand: o replaces it. Without it, empty "
    "those cells in the file."
)
ONLY_PARTS = N_(
    "The delivery is for more days than those that have come before it: o lets it take their place."
)


@dataclass(frozen=True)
class Told:
    """A line of the table, and what it is about."""

    fate: Fate
    line: Line
    said: str
    """What stands below when the line is marked."""
    header: str = ""
    """A header that means nothing yet."""
    code: tuple[str, str] | None = None
    """Column and word that could be mapped to a code."""
    is_settled: bool = False
    """Whether only overwriting helps."""


def told_lines(
    language: Language, plan: ImportPlan, context: Context, strange: tuple[str, ...]
) -> list[Told]:
    """Everything that would happen: what needs somebody first, then row by row.

    A word that is no code stands once, however many rows have it.
    """
    echoed, kind = {echo(header) for header in strange}, KINDS[plan.kind]
    return [
        *(_strange(language, header) for header in strange),
        *(
            _strange_code(language, plan, each)
            for each in unknown_codes(plan.rejected, kind, context)
        ),
        *(
            _rejected(language, plan.kind, each)
            for each in plan.rejected
            if (each.row != 1 or each.column not in echoed) and not code_of(each, kind, context)
        ),
        *_changed(language, plan),
        *_corrected(language, plan),
        *_named(language, plan),
    ]


def summary(language: Language, plan: ImportPlan, strange: int, told: Sequence[Told]) -> str:
    """How much there is to choose, and how many rows of each fate."""
    new = sum(each.is_new for each in plan.named)
    parts = [
        language.plural(*NN_("{number} new", "{number} new"), new),
        language.plural(*NN_("{number} changed", "{number} changed"), len(plan.changed)),
        language.plural(*NN_("{number} as stored", "{number} as stored"), plan.unchanged),
    ]
    if strange:
        said = NN_("{number} header to choose", "{number} headers to choose")
        parts = [language.plural(*said, strange)]
        return " · ".join(parts)
    if problems := sum(each.fate == "rejected" and each.code is None for each in told):
        said = NN_("{number} problem", "{number} problems")
        parts = [language.plural(*said, problems), *parts]
    if codes := sum(each.code is not None for each in told):
        said = NN_("{number} code to choose", "{number} codes to choose")
        parts = [language.plural(*said, codes), *parts]
    return " · ".join(parts)


def next_step(plan: ImportPlan) -> str:
    """What to do next, marked with `N_`."""
    if plan.rejected:
        if all(problem.message == OVER_PARTS for problem in plan.rejected):
            return ONLY_PARTS
        settled = needs_overwrite(plan.rejected)
        return ONLY_BY_HAND if settled == len(plan.rejected) else MEND
    return READY if plan.added or plan.changed else NOTHING_NEW


def _strange(language: Language, header: str) -> Told:
    said = language.text(STRANGE)
    return Told("rejected", _line(language, 1, "rejected", header, said), said, header=header)


def _strange_code(language: Language, plan: ImportPlan, found: UnknownCode) -> Told:
    which = language.text(COLUMN_LABELS[plan.kind][found.column])
    said = language.plural(*STRANGE_CODE, found.rows, text=found.text)
    line = _line(language, found.first, "rejected", which, said)
    return Told("rejected", line, f"{which}: {said}", code=(found.column, found.text))


def _rejected(language: Language, kind: str, problem: Problem) -> Told:
    settled = problem.message in SETTLED
    if settled:
        said = language.text(BY_HAND.get(problem.message, CORRECTED_BY_HAND), **problem.params)
    else:
        said = language.text(problem.message, **problem.params)
    column = problem.column or ""
    named = COLUMN_LABELS[kind].get(column)
    which = language.text(named) if named else column
    line = _line(language, problem.row, "rejected", which, said)
    told = f"{which}: {said}" if which else said
    return Told("rejected", line, told, is_settled=settled)


def _changed(language: Language, plan: ImportPlan) -> Iterator[Told]:
    labels = COLUMN_LABELS[plan.kind]
    for each in plan.changed:
        for column, after in each.after.items():
            name = language.text(labels[column]) if column in labels else column
            before = each.before[column] or "–"
            said = f"{name}: {before} → {after or '–'}"
            yield Told("changed", _line(language, each.row, "changed", each.key, said), said)


def _corrected(language: Language, plan: ImportPlan) -> Iterator[Told]:
    message = N_("Delivery {delivery} replaces {replaces} ({start} to {end}).")
    for each in plan.corrected:
        values = {name: value for name, value in vars(each).items() if name != "file"}
        said = language.text(message, **values)
        yield Told("changed", _line(language, None, "changed", each.intervention, said), said)


def _named(language: Language, plan: ImportPlan) -> Iterator[Told]:
    for each in plan.named:
        fate: Fate = "new" if each.is_new else "same"
        yield Told(fate, _line(language, each.row, fate, each.key, ""), each.key)


def _line(language: Language, row: int | None, fate: Fate, which: str, said: str) -> Line:
    place = "" if row is None else language.number(row)
    cells = (place, language.text(FATES[fate]), which, said)
    return Line(cells, bold=fate == "rejected", dim=fate == "same")
