"""Checking a row or a single field: the one way for forms, files and the command line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.codes import ExitReason, Why
from tracker.problems import N_, Problem
from tracker.validation.context import Context, Stored
from tracker.validation.dates_typed import typed_date
from tracker.validation.fields import Refused, echo, unknown
from tracker.validation.model import Column, Kind
from tracker.validation.participants import EPISODES, EXIT_COLUMNS, FOLLOW_UPS
from tracker.validation.rules import CAUSES, RULES
from tracker.wording.labels import label

Draft = Mapping[str, str]
"""A row as text, by the Swedish names of its columns, as in a file."""

REMEMBERED = 20_000
"""Texts remembered for a column: enough for what repeats, little beside the file itself."""
WHYS = frozenset(why.value for why in Why)

_OF_AN_EXIT = tuple(
    name
    for column in (EPISODES.by_name[name] for name in EXIT_COLUMNS)
    for name in ((column.attribute, column.why) if column.personal else (column.attribute,))
)
_PLACE = ("intervention_id", "number")


@dataclass(frozen=True)
class Checked:
    """What a row says, or what is wrong with it."""

    values: dict[str, Any]
    """By column of the table. A new row has all of the kind's; an update only what is filled in."""
    problems: tuple[Problem, ...]
    key: tuple[Any, ...]
    """The values of the key columns: rows with equal keys are the same row."""


@dataclass(frozen=True)
class FieldResult:
    """What one field was understood as."""

    values: dict[str, Any]
    """By column of the table; empty where there is a problem."""
    text: str
    """The text as it would stand in a file."""
    shown: str
    """What was understood, in words."""
    problem: Problem | None = None


def check_row(
    kind: Kind,
    draft: Draft,
    context: Context,
    *,
    stored: Stored | None = None,
    clearing: bool = False,
) -> Checked:
    """Check a row, new or (with `stored`) an update of what is there.

    An empty cell leaves what is stored; with `clearing` a column that is given empty is emptied.
    """
    problems = _unknown_columns(kind, draft)
    values: dict[str, Any] = {} if stored is not None else _nothing(kind)
    for column in kind.columns:
        text = draft.get(column.name)
        if text is None or not (text := text.strip()):
            if clearing and text is not None:
                values |= _emptied(column)
            continue
        understood = understand(kind, column, text, context)
        if isinstance(understood, Refused):
            problems.append(understood.at(column.name))
        else:
            values |= understood
    refused = {problem.column for problem in problems}
    values = _voided(kind, values, new=stored is None)
    merged = values if stored is None else {**stored, **values}
    problems += _missing(kind, merged, refused)
    problems += _broken_rules(kind, merged, context, refused)
    return Checked(_stored_form(kind, values, context), tuple(problems), _key(kind, merged))


def understand(kind: Kind, column: Column, text: str, context: Context) -> dict[str, Any] | Refused:
    """The values that a text without blanks around it gives; remembered in the context."""
    known: dict[str, Any] = context.memory.setdefault(kind.name, {}).setdefault(column.name, {})
    if text not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[text] = _read(column, text, context)
    result: dict[str, Any] | Refused = known[text]
    return result


def check_column(kind: Kind, column: Column, text: str, context: Context) -> FieldResult:
    """Check one field while it is typed; dates may be typed in any common form."""
    plain = text.strip()
    if not plain:
        return FieldResult(_emptied(column), "", "")
    understood = understand(kind, column, in_file_form(column, plain, context), context)
    if isinstance(understood, Refused):
        return FieldResult({}, plain, "", understood.at(column.name))
    said = written(column, understood, context)
    return FieldResult(understood, said, shown(column, understood, context))


def in_file_form(column: Column, text: str, context: Context) -> str:
    """A typed date as it would stand in a file; other texts as they are."""
    from tracker.validation.dated import Day

    if isinstance(column.type, Day) and (day := typed_date(text, context.today)):
        return day.isoformat()
    return text


def describe(column: Column, context: Context) -> str:
    """What would be right in a column, in the reader's words."""
    right = column.type.right(context)
    if not column.personal:
        return right
    either = N_("Or vet_ej (asked, not known) or vill_ej (declined).")
    return f"{right} {context.language.text(either)}"


def written(column: Column, values: Mapping[str, Any], context: Context) -> str:
    """What a stored row holds in a column, as it stands in a file."""
    value = values.get(column.attribute)
    if value is None:
        reason = values.get(column.why) if column.personal else None
        return str(reason) if reason else ""
    return column.type.written(value, context)


def shown(column: Column, values: Mapping[str, Any], context: Context) -> str:
    """What a stored row holds in a column, in words; empty where nothing is filled in."""
    value = values.get(column.attribute)
    if value is None:
        reason = values.get(column.why) if column.personal else None
        return label(context.language, Why, reason) if reason else ""
    return column.type.shown(value, context)


def _read(column: Column, text: str, context: Context) -> dict[str, Any] | Refused:
    if not column.personal:
        value = column.type.read(text, context)
        return value if isinstance(value, Refused) else {column.attribute: value}
    if text in WHYS:
        return {column.attribute: None, column.why: text}
    value = column.type.read(text, context)
    if isinstance(value, Refused):
        return value
    return {column.attribute: value, column.why: None}


def _emptied(column: Column) -> dict[str, Any]:
    values = {column.attribute: column.empty}
    return {**values, column.why: None} if column.personal else values


def _nothing(kind: Kind) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in kind.columns:
        values |= _emptied(column)
    return values


def _unknown_columns(kind: Kind, draft: Draft) -> list[Problem]:
    strange = [name for name in draft if name not in kind.by_name]
    return [unknown(name, list(kind.by_name)).at(echo(name)) for name in strange]


def _voided(kind: Kind, values: dict[str, Any], *, new: bool) -> dict[str, Any]:
    """A misregistration voids the episode; whatever stands with it about an exit is dropped."""
    if kind is not EPISODES:
        return values
    voids = values.get("exit_reason") == ExitReason.MISREGISTERED
    if not voids:
        return {**values, "voided": False} if new else values
    kept = {name: value for name, value in values.items() if name not in _OF_AN_EXIT}
    return {**(dict.fromkeys(_OF_AN_EXIT) if new else {}), **kept, "voided": True}


def _missing(kind: Kind, merged: Stored, refused: set[str | None]) -> Iterator[Problem]:
    for column in kind.columns:
        if column.required and merged.get(column.attribute) is None and column.name not in refused:
            if kind is FOLLOW_UPS and "episode_id" in merged and column.name in FOLLOW_UPS.key:
                continue
            yield Problem(N_("Fill in {column}."), {"column": column.name}, column=column.name)


def _broken_rules(
    kind: Kind, merged: Stored, context: Context, refused: set[str | None]
) -> Iterator[Problem]:
    """The broken rules, but those that follow from a column that is wrong in itself already."""
    rule = RULES.get(kind.name)
    if rule is not None:
        for problem in rule(merged, context):
            if not {problem.column, CAUSES.get(problem.column or "")} & refused:
                yield problem


def _stored_form(kind: Kind, values: dict[str, Any], context: Context) -> dict[str, Any]:
    """The values by columns of the table: a follow-up points to its episode."""
    if kind is not FOLLOW_UPS:
        return values
    place = (values.get("intervention_id") or 0, values.get("number") or "")
    kept = {name: value for name, value in values.items() if name not in _PLACE}
    episode = context.episodes.get(place)
    return kept if episode is None else {**kept, "episode_id": episode.id}


def _key(kind: Kind, merged: Stored) -> tuple[Any, ...]:
    key = tuple(merged.get(kind.by_name[name].attribute) for name in kind.key)
    if kind.name == "aktiviteter" and merged.get("due") is None:
        return (*key, merged.get("done"))
    return key
