"""`tracker due`: the work list."""

import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import JsonOption, width
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.wording import Language
    from tracker.worklist import WorkItem, WorkList

DUE_HELP = N_(
    "What there is to do: exits and follow-ups that are due, overdue and coming, outcomes that are "
    "missing, open survey rounds, deliveries that have not come.\n\n"
    "Example: tracker due --insats krus"
)
HEADS = (N_("when"), N_("what"), N_("intervention"), N_("participation"), N_("since"), N_("latest"))
WORDS, PLACE, LATEST = 1, 2, 5
"""Where the table says what is to be done, in which intervention, and what was last seen of it."""
NARROWEST = 20


def due(
    context: typer.Context,
    insats: Annotated[
        str | None, typer.Option("--insats", metavar="ID", help=N_("Only this intervention."))
    ] = None,
    whole: Annotated[
        bool,
        typer.Option("--all", help=N_("Also what was due before last year began.")),
    ] = False,
    stopped: Annotated[
        bool,
        typer.Option(
            "--stopped", help=N_("The follow-ups that were declined or lost, with the day.")
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Print the work list (DUE_HELP is what the user reads)."""
    from tracker.worklist import count_older
    from tracker.worklist import due as find_due
    from tracker.worklist.document import to_document
    from tracker.worklist.words import beside

    workspace = context.obj.open()
    try:
        found = find_due(workspace, insats, whole=whole)
        if as_json:
            document = to_document(found, stopped=stopped)
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
            return
        if stopped:
            typer.echo("\n".join(stopped_lines(found, workspace.language, width())))
            return
        typer.echo("\n".join(due_lines(found, workspace.language, width())))
        older = 0 if whole else count_older(workspace, insats)
        for line in beside(workspace.language, found, older):
            typer.echo(line, err=True)
    finally:
        workspace.close()


def due_lines(found: "WorkList", language: "Language", columns: int) -> Iterable[str]:
    """The work list as a text table: one line a thing to do."""
    from tracker.worklist.words import summary

    yield _heading(found, language.text("To do"), summary(language, found))
    if found.items:
        yield ""
        yield from _items(found, found.items, language, columns)


def stopped_lines(found: "WorkList", language: "Language", columns: int) -> Iterable[str]:
    """What nothing reminds of any more as a text table, the latest first."""
    number = language.plural("{number} follow-up", "{number} follow-ups", len(found.stopped))
    yield _heading(found, language.text("Not reminded of"), number)
    if found.stopped:
        yield ""
        yield from _items(found, found.stopped, language, columns, needless={LATEST})


def _heading(found: "WorkList", title: str, amount: str) -> str:
    return " · ".join([title, *([found.insats] if found.insats else []), amount])


def _items(
    found: "WorkList",
    items: "Sequence[WorkItem]",
    language: "Language",
    columns: int,
    needless: AbstractSet[int] = frozenset(),
) -> Iterable[str]:
    from tracker.worklist.words import SIGNS

    heads = tuple(language.text(head) for head in HEADS)
    rows = [heads, *(_cells(item, language) for item in items)]
    signs = ["", *(SIGNS.get(item.state, "") for item in items)]
    empty = {place for place in range(len(heads)) if not any(row[place] for row in rows[1:])}
    left_out = empty | needless | ({PLACE} if found.insats else set())
    shown = [place for place in range(len(heads)) if place not in left_out]
    yield from _table(signs, [[row[place] for place in shown] for row in rows], columns)


def _cells(item: "WorkItem", language: "Language") -> tuple[str, ...]:
    from tracker.worklist.words import latest, since, what, when, who

    return (
        when(language, item),
        what(language, item),
        item.insats or "",
        who(item),
        since(language, item),
        latest(language, item),
    )


def _table(signs: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> Iterable[str]:
    """The rows with columns below each other; the words are cut where the line would not hold."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    spare = columns - 3 - sum(widths) - 2 * (len(widths) - 1)
    widths[WORDS] = max(NARROWEST, widths[WORDS] + min(0, spare))
    for sign, row in zip(signs, rows, strict=True):
        cells = (f"{_cut(cell, width):<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"{sign:>2} {'  '.join(cells)}".rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
