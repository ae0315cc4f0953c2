"""`tracker method`: how the figures were made, to read or to put beside them."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import PeriodOption, width
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.methods import NoteSection

METHOD_HELP = N_(
    "How the figures were made: readings, intervals, smallest numbers, what is unknown, how many "
    "comparisons, and what every goal means. Reports hold it too.\n\n"
    "Example: tracker method --period 2021 --to method.md"
)


def method(
    context: typer.Context,
    period: PeriodOption = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=N_("Write it to this file."))
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if there is one."))
    ] = False,
) -> None:
    """Print the method note (METHOD_HELP is what the user reads)."""
    from tracker.methods import method_note
    from tracker.periods import parse_period
    from tracker.scorecard import make_scorecard

    chosen = parse_period(period) if period else None
    workspace = context.obj.open()
    try:
        language = workspace.language
        scorecard = make_scorecard(workspace, chosen, by=("kön",), published=True)
        if to is None:
            typer.echo("\n".join(note_lines(method_note(scorecard, language), width())))
            return
        from tracker.reports import check_place, write_report
        from tracker.reports.method import method_report

        check_place(to, overwrite=overwrite)
        write_report(method_report(language, scorecard), to, overwrite=overwrite)
        typer.echo(language.text("Written: {file}", file=to), err=True)
    finally:
        workspace.close()


def note_lines(sections: "Iterable[NoteSection]", columns: int) -> Iterable[str]:
    """The note as text: headings in capitals, a goal's own heading as it is."""
    for section in sections:
        yield section.heading.upper() if section.level == 1 else section.heading
        for paragraph in section.paragraphs:
            yield from wrap(paragraph, columns)
        yield ""
