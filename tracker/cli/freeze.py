"""`tracker freeze` and `tracker verify`: figures kept, and compared with what they are today."""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.status import JsonOption, PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.workspace import Workspace

    Compared = tuple[bool, dict[str, Any], list[str]]
    """Whether all is the same, the JSON, and the lines that a person reads."""

FREEZE_HELP = N_(
    "Keep a period's figures as published, with the plan, the settings and a digest of the rows, "
    "so that anyone can show later how they came about. The file holds no rows.\n\n"
    "Example: tracker freeze --period 2021 --to 2021.zip"
)
VERIFY_HELP = N_(
    "Make the figures of a frozen file again on today's rows and name every figure that is "
    "another now, and why; or tell whether a delivery (.csv, .xlsx) is as this store made it. The "
    "exit code is 1 if anything is another, 2 if the file is no such file.\n\n"
    "Example: tracker verify 2021.zip"
)


def freeze(
    context: typer.Context,
    to: Annotated[Path, typer.Option("--to", metavar="FILE.zip", help=N_("The file to write."))],
    period: PeriodOption = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if there is one."))
    ] = False,
) -> None:
    """Write the bundle (FREEZE_HELP is what the user reads)."""
    from tracker.exports.writing import check_place, write_bytes
    from tracker.freezing.bundle import to_bytes
    from tracker.freezing.making import freeze as make_bundle
    from tracker.freezing.making import remember_bundle
    from tracker.periods import parse_period
    from tracker.scorecard import default_period

    chosen = parse_period(period) if period else None
    check_place(to, (".zip",), overwrite=overwrite)
    workspace = context.obj.open()
    try:
        asked = chosen or default_period(workspace)
        bundle = make_bundle(workspace, asked)
        write_bytes(to, to_bytes(bundle), partial(remember_bundle, workspace, bundle))
        language = workspace.language
        typer.echo(language.text("Written: {file}", file=to), err=True)
        if asked.is_open(workspace.today):
            said = N_("The period is not over: its figures will still change.")
            typer.echo(language.text(said), err=True)
    finally:
        workspace.close()


def verify(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help=N_("A file that freeze has written, or a delivery that this store has made."),
        ),
    ],
    as_json: JsonOption = False,
) -> int:
    """Compare (VERIFY_HELP is what the user reads)."""
    from tracker.exports.checking import SUFFIXES

    workspace = context.obj.open()
    try:
        compare = _verify_delivery if file.suffix.lower() in SUFFIXES else _verify_bundle
        is_same, document, lines = compare(workspace, file)
        if as_json:
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(lines))
    finally:
        workspace.close()
    return 0 if is_same else 1


def _verify_bundle(workspace: "Workspace", file: Path) -> "Compared":
    from tracker.errors import UsageError
    from tracker.freezing.bundle import from_bytes
    from tracker.freezing.verifying import verify as compare
    from tracker.freezing.words import report_lines, to_document

    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(N_("{file} cannot be read."), file=file) from error
    found = compare(workspace, from_bytes(content, file.name))
    document = to_document(workspace.language, found)
    return found.is_same, document, list(report_lines(workspace.language, found))


def _verify_delivery(workspace: "Workspace", file: Path) -> "Compared":
    from tracker.exports.checking import check_deliveries, to_document, told

    found = check_deliveries(workspace, file)
    document = to_document(found)
    return bool(document["same"]), document, told(workspace.language, found)
