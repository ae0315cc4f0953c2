"""The columns of a kind as arguments: `--kön kvinna`, `--kon kvinna` or `kön=kvinna`."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature, signature
from typing import Annotated

import typer

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.validation.coded import OneCode
from tracker.validation.dated import Day
from tracker.validation.fields import echo
from tracker.validation.kinds import KINDS
from tracker.validation.model import Column
from tracker.validation.numeric import Whole
from tracker.wording.column_labels import COLUMN_LABELS

Log = Callable[[typer.Context, dict[str, str], str], None]
"""A command that registers a draft, and keeps why."""
Pairs = Annotated[
    list[str] | None,
    typer.Argument(metavar="COLUMN=VALUE", help=N_("Columns can also be written as pairs.")),
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        "--skäl",
        "--skal",
        metavar="TEXT",
        help=N_("Why; the change log keeps it. Nothing about a person."),
        show_default=False,
    ),
]
MOST_CODES = 8
"""More codes than this are told by the error message, not in the help."""


def plain_name(name: str) -> str:
    """A column's name without å, ä and ö."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def with_columns(kind: str, names: Iterable[str]) -> Callable[[Log], Callable[..., None]]:
    """Give a command an option for each column; it gets what was given as one draft."""

    def give(command: Log) -> Callable[..., None]:
        def taking_options(
            context: typer.Context, pairs: Pairs = None, reason: Reason = "", **given: str | None
        ) -> None:
            options = {name: value for name, value in given.items() if value is not None}
            command(context, draft_of(options, pairs or [], kind), reason)

        columns = [_option(kind, KINDS[kind].by_name[name]) for name in names]
        fixed = list(signature(taking_options).parameters.values())[:-1]
        # typer reads options from the signature, so the columns are written into it
        taking_options.__signature__ = Signature([*fixed, *columns])  # type: ignore[attr-defined]
        taking_options.__annotations__ |= {each.name: each.annotation for each in columns}
        return taking_options

    return give


def draft_of(options: Mapping[str, str], pairs: Iterable[str], kind: str) -> dict[str, str]:
    """The draft that options and pairs make together.

    Raises:
        UsageError: a pair is no pair, names no column, or says otherwise than an option.
    """
    draft = dict(options)
    by_plain = {plain_name(name): name for name in KINDS[kind].by_name}
    for pair in pairs:
        written, equals, value = pair.partition("=")
        name = by_plain.get(plain_name(written.lstrip("-")))
        if not equals or name is None:
            sentence = N_("“{pair}” is not COLUMN=VALUE. Columns: {columns}.")
            raise UsageError(sentence, pair=echo(written), columns=", ".join(KINDS[kind].by_name))
        if draft.get(name, value) != value:
            raise UsageError(N_("{column} is given twice."), column=name)
        draft[name] = value
    return draft


def _option(kind: str, column: Column) -> Parameter:
    names = dict.fromkeys((f"--{column.name}", f"--{plain_name(column.name)}"))
    option = typer.Option(
        *names, help=COLUMN_LABELS[kind][column.name], metavar=_metavar(column), show_default=False
    )
    kind_of_option = Annotated[str | None, option]
    return Parameter(column.name, Parameter.KEYWORD_ONLY, default=None, annotation=kind_of_option)


def _metavar(column: Column) -> str:
    """What can be written, in short."""
    if isinstance(column.type, OneCode) and len(column.type.members) <= MOST_CODES:
        return "|".join(member.value for member in column.type.members)
    if isinstance(column.type, Whole):
        return f"{column.type.low}-{column.type.high}"
    return "YYYY-MM-DD" if isinstance(column.type, Day) else column.name.upper()
