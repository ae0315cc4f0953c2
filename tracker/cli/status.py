"""`tracker status` and `tracker flow`: the state of the goals and of the participants."""

import json
import shutil
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import UsageError
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.flow import Flow
    from tracker.scorecard import GoalCard, PartCard, Scorecard
    from tracker.wording import Language
    from tracker.workspace import Workspace

NARROWEST = 60
SPLIT_NAMES = ("kön", "insats", "kommun")
ASCII_NAMES = {"kon": "kön"}

PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", help=N_("2021, 2021-H1, 2021-Q3, 2021-T2, 2021-ack-T2 or 2021-01..2021-06.")
    ),
]
ByOption = Annotated[
    list[str] | None,
    typer.Option("--by", help=N_("Split by kön, insats or kommun; may be repeated.")),
]
JsonOption = Annotated[bool, typer.Option("--json", help=N_("Print JSON for other programs."))]


def status(
    context: typer.Context,
    period: PeriodOption = None,
    goal: Annotated[str | None, typer.Option("--goal", help=N_("Only this goal."))] = None,
    by: ByOption = None,
    published: Annotated[
        bool, typer.Option("--published", help=N_("Hide what could identify a person."))
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Print the scorecard (STATUS_HELP is what the user reads)."""
    from tracker.periods import parse_period
    from tracker.scorecard import make_scorecard

    workspace = context.obj.open()
    try:
        scorecard = make_scorecard(
            workspace,
            parse_period(period) if period else None,
            by=splits(by),
            only=goal,
            published=published,
        )
        if as_json:
            typer.echo(_document(workspace, scorecard))
        else:
            typer.echo("\n".join(status_lines(scorecard, workspace.language, width())))
            if goal is not None:
                typer.echo("\n".join(told_lines(scorecard.goals[0], width())))
    finally:
        workspace.close()


STATUS_HELP = N_(
    "The state of every goal: fact, interval, status in words.\n\n"
    "Example: tracker status --period 2021 --by kön"
)
FLOW_HELP = N_(
    "Participants: ongoing at start + new - ended = ongoing at end.\n\n"
    "Example: tracker flow --period 2021-H1 --by insats"
)


def splits(by: list[str] | None) -> tuple[str, ...]:
    """The names of the splits that were asked for.

    Raises:
        UsageError: there is no such split.
    """
    names = [ASCII_NAMES.get(name, name) for name in by or []]
    for name in names:
        if name not in SPLIT_NAMES:
            raise UsageError(N_("--by is kön, insats or kommun, not “{name}”."), name=name)
    return tuple(dict.fromkeys(names))


def width() -> int:
    """Columns of the terminal, within reason."""
    return max(NARROWEST, min(shutil.get_terminal_size((100, 24)).columns, 120))


def _document(workspace: "Workspace", scorecard: "Scorecard") -> str:
    from db.digest import data_digest
    from tracker.scorecard.document import to_document

    with workspace.store.read() as session:
        digest = data_digest(session, workspace.association.id)
    return json.dumps(to_document(scorecard, digest), ensure_ascii=False, indent=1)


def status_lines(scorecard: "Scorecard", language: "Language", columns: int) -> Iterable[str]:
    """The scorecard as text: goals by level, two lines each."""
    from tracker.wording.status import level_label

    yield language.text(
        "{association} · {period} · as of {day}",
        association=scorecard.association,
        period=scorecard.period.label,
        day=language.day(scorecard.as_of),
    )
    level = None
    for card in scorecard.goals:
        if card.goal.level != level:
            level = card.goal.level
            yield ""
            yield level_label(language, level).upper()
        yield from _goal_lines(card, language, columns)


def _goal_lines(card: "GoalCard", language: "Language", columns: int) -> Iterable[str]:
    from textwrap import shorten

    from tracker.wording.status import SIGNS

    name = shorten(card.goal.text, columns - 4, placeholder=" …")
    yield f" {SIGNS[card.status]} {name}"
    yield f"     {_said(card, language)}"
    if card.forecast is not None and card.forecast.short:
        yield f"     {card.forecast.short}"
    for parts in card.splits.values():
        yield from (_part_line(part, card, language) for part in parts)


def told_lines(card: "GoalCard", columns: int) -> Iterable[str]:
    """Everything that there is to say of one goal, in sentences."""
    from textwrap import wrap

    ahead = (card.forecast, card.clarity, card.call_backs, card.last_period)
    for told in (card.sentence, *(part.sentence for part in ahead if part is not None)):
        yield ""
        yield from wrap(told, columns - 2, initial_indent=" ", subsequent_indent=" ")


def _said(card: "GoalCard", language: "Language") -> str:
    from tracker.wording.figures import fact_text, goal_interval_text, value_text

    fact = fact_text(language, card.goal, card.figure)
    few = card.status == "too_few"
    value = "" if few else value_text(language, card.goal, card.figure)
    shown = goal_interval_text(language, card.goal, card.figure)
    interval = f"({shown})" if shown and not few else ""
    missing = ""
    if card.figure.missing:
        missing = language.text("{number} unknown", number=card.figure.missing)
    figures = " ".join(part for part in (fact, "" if value == fact else value, interval) if part)
    return " · ".join(part for part in (figures, card.label, missing) if part)


def _part_line(part: "PartCard", card: "GoalCard", language: "Language") -> str:
    from dataclasses import replace

    as_card = replace(card, figure=part.figure, status=part.status, label=part.label, splits={})
    return f"       {part.name}: {_said(as_card, language)}"


def flow(
    context: typer.Context,
    period: PeriodOption = None,
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the flow (FLOW_HELP is what the user reads)."""
    from tracker.flow import make_flow
    from tracker.periods import parse_period

    workspace = context.obj.open()
    try:
        found = make_flow(workspace, parse_period(period) if period else None, by=splits(by))
        if as_json:
            typer.echo(json.dumps(found.document(), ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(flow_lines(found, workspace.language)))
    finally:
        workspace.close()


def flow_lines(found: "Flow", language: "Language") -> Iterable[str]:
    """The flow as a text table that adds up."""
    heads = [
        language.text(head)
        for head in (N_("ongoing at start"), N_("new"), N_("ended"), N_("ongoing at end"))
    ]
    names = [" · ".join(row.names) for row in found.rows]
    wide = max((len(name) for name in [*names, found.total_name]), default=0)
    yield " " * wide + "".join(f"  {head:>18}" for head in heads)
    for name, row in [*zip(names, found.rows, strict=True), (found.total_name, found.total)]:
        numbers = (row.ongoing_start, row.new, row.ended, row.ongoing_end)
        yield f"{name:<{wide}}" + "".join(f"  {language.number(number):>18}" for number in numbers)
    if found.without:
        yield language.text(
            "Not in it, since they have not delivered it for these days: {names}.",
            names=", ".join(found.without),
        )
