"""What a change did to a row, in words: a column, what stood there, and what stands there now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.problems import N_
from tracker.quality.catalogue import BY_NAME
from tracker.registration.details import QUALITY, Detail
from tracker.validation.checking import check_column
from tracker.validation.context import Context
from tracker.validation.kinds import KINDS
from tracker.wording import Language
from tracker.wording.labels import column_label, kind_label

ADDED, REMOVED = N_("added"), N_("taken away")
HIDDEN = "…"
"""Stands for a rating at entry while the participation is under way: it must not steer another."""


@dataclass(frozen=True)
class Alteration:
    """One column that a change altered, in words."""

    label: str
    before: str
    """Empty where nothing was there to hold it."""
    after: str

    @property
    def text(self) -> str:
        """What was and what is; of what came or went, that alone."""
        if self.before and self.after:
            return f"{self.before} → {self.after}"
        return self.after or self.before


def alterations(
    found: Iterable[Detail], context: Context, hidden: frozenset[str], *, own: str = ""
) -> tuple[Alteration, ...]:
    """Details in words; those of other kinds of rows than `own` are led by the row that it is."""
    return tuple(_each(found, context, hidden, own))


def _each(
    found: Iterable[Detail], context: Context, hidden: frozenset[str], own: str
) -> Iterator[Alteration]:
    came = went = ""
    for each in found:
        kind = each.row.partition(" ")[0]
        if not each.column:
            came, went = each.after, each.before
            done = context.language.text(ADDED if came else REMOVED)
            yield Alteration(row_words(context.language, each.row), "", done)
            continue
        before, after = (words(kind, each.column, text, context) for text in
                         (each.before, each.after))  # fmt: skip
        if each.column in hidden:
            before = after = HIDDEN
        label = _label(context.language, kind, each.column)
        if own and kind != own:
            label = f"{row_words(context.language, each.row)}: {label}"
        yield Alteration(
            label,
            "" if came == each.row else before,
            "" if went == each.row else after,
        )


def row_words(language: Language, name: str) -> str:
    """The kind and the key of a row, in words."""
    kind, _, key = name.partition(" ")
    if kind == QUALITY and key in BY_NAME:
        return language.text(BY_NAME[key].title)
    return f"{kind_label(language, kind)} {key}" if kind in KINDS else name


def words(kind: str, column: str, text: str, context: Context) -> str:
    """A value in file form as people read it."""
    if not text:
        return context.language.text(N_("empty"))
    if kind not in KINDS:
        return text
    read = check_column(KINDS[kind], KINDS[kind].by_name[column], text, context)
    return read.shown or text


def _label(language: Language, kind: str, column: str) -> str:
    return column_label(language, kind, column) if kind in KINDS else language.text(N_("Reason"))
