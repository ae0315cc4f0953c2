"""Mapping a file by hand: which headers and codes are unknown, and what they can be."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from tracker.errors import UsageError
from tracker.plans.lexing import quoted
from tracker.problems import N_, Problem
from tracker.transfer.headers import IGNORED
from tracker.transfer.mapping import LEFT_OUT, ColumnMapping
from tracker.transfer.other_words import is_left_out, plain, words_for
from tracker.transfer.overlaps import OVER_PARTS
from tracker.transfer.protecting import CORRECTED, EMPTIED, VOIDED
from tracker.transfer.spelling import composed, folded
from tracker.validation.completion import is_in_band
from tracker.validation.context import Context
from tracker.validation.fields import NEAREST, NOT_KNOWN
from tracker.validation.kinds import Kind
from tracker.wording.labels import column_label

SETTLED = (VOIDED, CORRECTED, EMPTIED, OVER_PARTS)
CUT = "…"
ALIKE = 0.6
"""From here on two words are alike."""
SURELY = 2.0
"""More than any likeness of letters: a usual other word for it."""
LEAVE_OUT = N_("leave the column out")
NOT_FILLED_IN = N_("as if nothing were filled in")


@dataclass(frozen=True)
class UnknownCode:
    """A word in a column of codes that is none of them."""

    column: str
    text: str
    rows: int
    """In so many rows."""
    first: int = 0
    """The first of them."""


def unknown_headers(
    kind: Kind, headers: Sequence[str], mapping: ColumnMapping, context: Context
) -> tuple[str, ...]:
    """The headers that mean nothing yet, as they are written."""
    known = {folded(name) for name in (*kind.by_name, *_questions(kind, context))}
    return tuple(
        header
        for header in headers
        if header
        and folded(header) not in known
        and folded(header) not in mapping.columns
        and not folded(header).startswith(IGNORED)
    )


def column_choices(
    kind: Kind, header: str, taken: Collection[str], context: Context
) -> list[tuple[str, str]]:
    """The columns that a header can be, with their words, those that are alike first.

    Where none is alike, leaving the column out comes first: most foreign columns are not ours. So
    it does for free text, and for what names somebody.
    """
    language = context.language
    words = {name: column_label(language, kind.name, name) for name in kind.by_name}
    words |= {name: context.questions[name].theme for name in _questions(kind, context)}
    free = [(name, said) for name, said in words.items() if name not in taken]
    near, far = _by_likeness(header, free)
    leave_out = (LEFT_OUT, language.text(LEAVE_OUT))
    if near and not is_left_out(header):
        return [*near, *far, leave_out]
    return [leave_out, *near, *far]


def unknown_codes(rejected: Sequence[Problem], kind: Kind, context: Context) -> list[UnknownCode]:
    """Words that could be mapped to codes, those in most rows first."""
    found = [(code, each.row or 0) for each in rejected if (code := code_of(each, kind, context))]
    first = dict(reversed(found))
    rows = Counter(code for code, _ in found)
    return [UnknownCode(*code, number, first[code]) for code, number in rows.most_common()]


def code_of(problem: Problem, kind: Kind, context: Context) -> tuple[str, str] | None:
    """Column and word of a problem that mapping a code would mend."""
    column = kind.by_name.get(problem.column or "")
    text = str(problem.params.get("value", ""))
    is_code = problem.message in (NEAREST, NOT_KNOWN) and not text.endswith(CUT)
    if is_code and column is not None and column.type.choices(context):
        return column.name, text
    return None


def code_choices(kind: Kind, column: str, text: str, context: Context) -> list[tuple[str, str]]:
    """The codes that a word can be, with their words, those that are alike first."""
    choices = kind.by_name[column].type.choices(context)
    near, far = _by_likeness(text, choices)
    return [*near, *far, (LEFT_OUT, context.language.text(NOT_FILLED_IN))]


def with_column(mapping: ColumnMapping, header: str, column: str) -> ColumnMapping:
    """The mapping with a header that is one of our columns, or left out."""
    return replace(mapping, columns={**mapping.columns, folded(header): column})


def with_code(mapping: ColumnMapping, column: str, text: str, code: str) -> ColumnMapping:
    """The mapping with a word that is one of our codes, or counts as not filled in."""
    codes = {**mapping.values.get(column, {}), composed(text): code}
    return replace(mapping, values={**mapping.values, column: codes})


def needs_overwrite(rejected: Sequence[Problem]) -> int:
    """How many problems overwriting does away with, such as values settled by hand."""
    return sum(problem.message in SETTLED for problem in rejected)


def mapping_text(mapping: ColumnMapping) -> str:
    """The mapping as `--mapping` reads it."""
    lines = ["[columns]", *_pairs(mapping.columns)]
    for column, codes in mapping.values.items():
        lines += ["", f"[values.{quoted(column)}]", *_pairs(codes)]
    return "\n".join([*lines, ""])


def save_mapping(mapping: ColumnMapping, path: Path) -> None:
    """Write a mapping to a new file.

    Raises:
        UsageError: there is a file already, or the place cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(mapping_text(mapping))
    except FileExistsError as error:
        message = N_("There is already a file {path}; choose another name.")
        raise UsageError(message, path=str(path)) from error
    except OSError as error:
        message = N_("The file {path} cannot be written: {reason}.")
        raise UsageError(message, path=str(path), reason=error.strerror) from error


def _questions(kind: Kind, context: Context) -> Collection[str]:
    return context.questions if kind.name == "enkätsvar" else ()


def _by_likeness(
    text: str, choices: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is alike, the likeliest first, and the others as they stand."""
    alike = {each: max(_alike(text, word) for word in _words(*each)) for each in choices}
    for each in choices:
        if plain(text) in words_for(each[0]) or is_in_band(text, each[0]):
            alike[each] = SURELY
    near = sorted((each for each in choices if alike[each] >= ALIKE), key=lambda one: -alike[one])
    return near, [each for each in choices if alike[each] < ALIKE]


def _words(code: str, said: str) -> tuple[str, str, str]:
    """What something may be called; what its words explain in brackets is left out."""
    return code, said, said.partition(" (")[0]


def _alike(one: str, other: str) -> float:
    """From 0 to 1; a beginning, such as K of kvinna, is more than half of it."""
    first, second = folded(one), folded(other)
    begins = bool(first) and second.startswith(first)
    return max(SequenceMatcher(None, first, second).ratio(), ALIKE if begins else 0)


def _pairs(table: Mapping[str, str]) -> list[str]:
    return [f"{quoted(theirs)} = {quoted(ours or LEFT_OUT)}" for theirs, ours in table.items()]
