"""`tracker report`: the follow-up of goals as a file to hand on."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.status import PeriodOption
from tracker.problems import N_

REPORT_HELP = N_(
    "The follow-up of goals as a file, with what could identify a person hidden.\n\n"
    "Example: tracker report --period 2021 --to report.xlsx"
)


def report(
    context: typer.Context,
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FILE", help=N_("The file: its ending is .md or .xlsx.")),
    ],
    period: PeriodOption = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if there is one."))
    ] = False,
) -> None:
    """Write the report (REPORT_HELP is what the user reads)."""
    from tracker.periods import parse_period
    from tracker.reports import check_place, make_report, write_report

    chosen = parse_period(period) if period else None
    check_place(to, overwrite=overwrite)
    workspace = context.obj.open()
    try:
        made = make_report(workspace, chosen)
        write_report(made, to, overwrite=overwrite)
        typer.echo(workspace.language.text("Written: {file}", file=to), err=True)
    finally:
        workspace.close()
