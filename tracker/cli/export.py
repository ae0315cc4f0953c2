"""`tracker export`: rows, deliveries, the sheet for Uppföljning Finsam, the catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.periods import Period
    from tracker.workspace import Workspace

EXPORT_HELP = N_(
    "Files out of the store: rows as `import` reads them, a delivery of counts, the sheet for "
    "Uppföljning Finsam, or the catalogue of interventions.\n\n"
    "Example: tracker export counts --period 2021 --to delivery.xlsx"
)
KIND_HELP = N_(
    "A kind of rows (insatser, deltaganden, uppföljningar, enkätsvar, utskick, ekonomi, "
    "aktiviteter, bedömningar, antal), counts, finsam or katalog."
)
PERSONAL = N_(
    "The file holds rows about single persons: keep it as carefully as the store, and hand it on "
    "to nobody who may not see the rows."
)
OTHER = ("counts", "finsam", "katalog")
"""What is exported and is no kind of rows."""


@dataclass(frozen=True)
class _Asked:
    """What the command line asks for."""

    kind: str
    to: Path
    period: "Period | None"
    insats: str | None
    overwrite: bool


def export(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=KIND_HELP)],
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            help=N_("The file: .csv or .xlsx; for katalog .docx, .html, .pdf or .md."),
        ),
    ],
    period: PeriodOption = None,
    insats: Annotated[
        str | None,
        typer.Option("--insats", metavar="ID", help=N_("counts: only this intervention.")),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if there is one."))
    ] = False,
) -> None:
    """Write the file (EXPORT_HELP is what the user reads)."""
    from tracker.periods import parse_period

    chosen = parse_period(period) if period else None
    asked = _Asked(_kind(kind), to, chosen, insats, overwrite)
    _refuse_what_does_not_belong(asked)
    workspace = context.obj.open()
    try:
        MAKERS.get(asked.kind, _rows)(workspace, asked)
        typer.echo(workspace.language.text("Written: {file}", file=to), err=True)
    finally:
        workspace.close()


def _kind(name: str) -> str:
    from tracker.transfer.kinds_named import kind_named
    from tracker.transfer.spelling import folded

    typed = folded(name)
    return typed if typed in OTHER else kind_named(name, OTHER).name


def _refuse_what_does_not_belong(asked: _Asked) -> None:
    from tracker.errors import UsageError

    if asked.period is not None and asked.kind not in ("counts", "finsam"):
        raise UsageError(N_("--period belongs to counts and finsam; {kind} is exported whole."),
                         kind=asked.kind)  # fmt: skip
    if asked.insats is not None and asked.kind != "counts":
        raise UsageError(N_("--insats belongs to counts; {kind} is exported whole."),
                         kind=asked.kind)  # fmt: skip


def _rows(workspace: "Workspace", asked: _Asked) -> None:
    from tracker.exports.files import SUFFIXES, to_file
    from tracker.exports.rows import PERSONAL as ABOUT_PERSONS
    from tracker.exports.rows import export_rows
    from tracker.exports.writing import check_place, write_bytes
    from tracker.validation.kinds import KINDS

    check_place(asked.to, SUFFIXES, overwrite=asked.overwrite)
    table = export_rows(workspace, KINDS[asked.kind])
    write_bytes(asked.to, to_file([table], asked.to.suffix.lower()))
    said = workspace.language.plural("{number} row.", "{number} rows.", len(table.rows))
    typer.echo(f"{asked.kind}: {said}", err=True)
    if asked.kind in ABOUT_PERSONS:
        typer.echo(workspace.language.text(PERSONAL), err=True)


def _counts(workspace: "Workspace", asked: _Asked) -> None:
    from tracker.exports.delivery import make_delivery, remember_delivery
    from tracker.exports.files import SUFFIXES, to_file
    from tracker.exports.words import delivery_lines
    from tracker.exports.writing import check_place, write_bytes
    from tracker.scorecard import default_period

    check_place(asked.to, SUFFIXES, overwrite=asked.overwrite)
    period = asked.period or default_period(workspace)
    delivered = make_delivery(workspace, period, asked.insats)
    content = to_file([delivered.table], asked.to.suffix.lower())
    write_bytes(asked.to, content, partial(remember_delivery, workspace, delivered))
    for line in delivery_lines(workspace, delivered):
        typer.echo(line, err=True)


def _finsam(workspace: "Workspace", asked: _Asked) -> None:
    from tracker.exports.files import SUFFIXES, to_file
    from tracker.exports.finsam import finsam_sheets
    from tracker.exports.words import finsam_lines
    from tracker.exports.writing import check_place, write_bytes
    from tracker.scorecard import default_period

    check_place(asked.to, SUFFIXES, overwrite=asked.overwrite)
    sheets = finsam_sheets(workspace, asked.period or default_period(workspace))
    suffix = asked.to.suffix.lower()
    write_bytes(asked.to, to_file(sheets, suffix))
    for line in finsam_lines(workspace.language, sheets[0]):
        typer.echo(line, err=True)
    if suffix == ".csv":
        said = N_("The association's own sums are in the Excel file only (.xlsx).")
        typer.echo(workspace.language.text(said), err=True)


def _catalogue(workspace: "Workspace", asked: _Asked) -> None:
    from tracker.exports.catalogue import make_catalogue
    from tracker.reports.writing import check_place, write_report

    check_place(asked.to, overwrite=asked.overwrite)
    write_report(make_catalogue(workspace), asked.to, overwrite=asked.overwrite)


MAKERS: Mapping[str, Callable[["Workspace", _Asked], None]] = {
    "counts": _counts,
    "finsam": _finsam,
    "katalog": _catalogue,
}
"""What makes each file that is no kind of rows."""
