"""`tracker report`: the follow-up of goals as a file to hand on."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.status import PeriodOption
from tracker.problems import N_

REPORT_HELP = N_(
    "The follow-up of goals as a file, with what could identify a person hidden.\n\n"
    "Example: tracker report --period 2021 --to report.docx"
)


InsatsOption = Annotated[
    str | None,
    typer.Option(
        "--insats",
        metavar="ID",
        help=N_("An intervention: a short report for its steering group."),
    ),
]
KommunOption = Annotated[
    str | None,
    typer.Option(
        "--kommun", metavar="NAME", help=N_("A municipality: a short report on its participants.")
    ),
]


def report(
    context: typer.Context,
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help=N_("The file: its ending is .docx, .pdf, .html, .xlsx, .csv or .md."),
        ),
    ],
    period: PeriodOption = None,
    insats: InsatsOption = None,
    kommun: KommunOption = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE.docx",
            help=N_(
                "Your own Word document to fill in: where it says finsam, or finsam and the name "
                "of a part, in double braces; or below headings with the names of parts."
            ),
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if there is one."))
    ] = False,
) -> None:
    """Write the report (REPORT_HELP is what the user reads)."""
    from tracker.periods import parse_period
    from tracker.reports import check_place, make_report, remember_report, write_report
    from tracker.reports.readiness import remarks
    from tracker.reports.writing import left_out, left_out_text
    from tracker.scorecard import default_period

    chosen = parse_period(period) if period else None
    check_place(to, overwrite=overwrite, template=template)
    workspace = context.obj.open()
    try:
        made = make_report(workspace, chosen, insats=insats, kommun=kommun)
        noted = remarks(workspace, chosen or default_period(workspace))
        kept = partial(remember_report, workspace, made)
        write_report(made, to, overwrite=overwrite, template=template, remember=kept)
        typer.echo(workspace.language.text("Written: {file}", file=to), err=True)
        typer.echo("".join(f"{one.sentence}\n" for one in noted), err=True, nl=False)
        names = left_out(made, template)
        if names and template is not None:
            typer.echo(left_out_text(workspace.language, names, template), err=True)
    finally:
        workspace.close()
