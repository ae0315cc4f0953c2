"""`tracker watch`: early warning for key goals, looked at as often as you like."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from tracker.cli.status import JsonOption, PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.watch import Watch
    from tracker.wording import Language

WATCH_HELP = N_(
    "Early warning for key goals on exits; look as often as you like, a false alarm stays rare.\n\n"
    "Example: tracker watch --period 2021"
)


def watch(context: typer.Context, period: PeriodOption = None, as_json: JsonOption = False) -> None:
    """Print the watch (WATCH_HELP is what the user reads)."""
    from tracker.periods import parse_period
    from tracker.watch import watch as make_watch
    from tracker.watch.document import to_document

    workspace = context.obj.open()
    try:
        found = make_watch(workspace, parse_period(period) if period else None)
        if as_json:
            typer.echo(json.dumps(to_document(found), ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(watch_lines(found, workspace.language)))
    finally:
        workspace.close()


def watch_lines(found: "Watch", language: "Language") -> Iterable[str]:
    """The watch as text: what is watched, then two lines a goal."""
    yield language.text(
        "{association} · {period} · as of {day}",
        association=found.association,
        period=found.period.label,
        day=language.day(found.as_of),
    )
    yield found.summary
    for each in found.goals:
        yield ""
        yield f" {SIGNS[each.state]} {each.goal.text}"
        yield f"     {each.sentence}"


SIGNS = {"quiet": "○", "below": "▼", "above": "▲", "too_few": "·"}
"""The shape carries the meaning, never colour alone."""
