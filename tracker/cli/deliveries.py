"""`tracker deliveries`: which counts have come, were corrected, are missing or late."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import JsonOption, PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.wording import Language
    from tracker.worklist.delivered import DeliveryLine

DELIVERIES_HELP = N_(
    "Deliveries by intervention and days: which have come, were corrected, are missing or late.\n\n"
    "Example: tracker deliveries --reminder"
)


def deliveries(
    context: typer.Context,
    period: PeriodOption = None,
    reminder: Annotated[
        bool, typer.Option("--reminder", help=N_("Print a text to send for each that is missing."))
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Print the deliveries (DELIVERIES_HELP is what the user reads)."""
    from tracker.periods import parse_period
    from tracker.scorecard import default_period
    from tracker.worklist.delivered import delivery_lines, to_document

    workspace = context.obj.open()
    try:
        chosen = parse_period(period) if period else default_period(workspace)
        lines = delivery_lines(workspace, chosen)
        language = workspace.language
        if as_json:
            typer.echo(json.dumps(to_document(lines), ensure_ascii=False, indent=1))
        elif reminder:
            texts = list(_reminders(lines, language, workspace.association.name))
            none = language.text("No delivery is missing for {period}.", period=chosen.label)
            typer.echo("\n\n---\n\n".join(texts) or none)
        else:
            typer.echo("\n".join(_told(lines, language, chosen.label)))
    finally:
        workspace.close()


def _told(lines: "Sequence[DeliveryLine]", language: "Language", period: str) -> Iterator[str]:
    from tracker.wording.deliveries import NONE_MISSING

    if not lines:
        yield language.text(NONE_MISSING, period=period)
        return
    yield language.text("Deliveries for {period}", period=period)
    yield ""
    yield from _table(lines, language)
    missing = sum(line.is_waited_for for line in lines)
    if missing:
        yield ""
        yield language.plural(
            "{number} delivery is missing. A text to send: tracker deliveries --reminder",
            "{number} deliveries are missing. Texts to send: tracker deliveries --reminder",
            missing,
        )


def _table(lines: "Sequence[DeliveryLine]", language: "Language") -> Iterator[str]:
    from tracker.wording.deliveries import (
        SIGNS,
        STATES,
        corrected_text,
        days_text,
        other_plan_text,
        received_text,
    )

    rows = [
        (
            line.insats,
            days_text(line.stretch.first, line.stretch.last),
            language.text(STATES[line.state]),
            received_text(language, line.received, line.days_late),
            corrected_text(language, line.differing),
            other_plan_text(language, line.plan) if line.is_of_other_plan else "",
        )
        for line in lines
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for line, row in zip(lines, rows, strict=True):
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"{SIGNS.get(line.state, ''):>2} {'  '.join(cells)}".rstrip()


def _reminders(
    lines: "Sequence[DeliveryLine]", language: "Language", association: str
) -> Iterator[str]:
    from tracker.wording.deliveries import days_text, reminder

    for line in lines:
        if line.is_waited_for:
            days = days_text(line.stretch.first, line.stretch.last)
            yield reminder(language, association, days, line.name)
