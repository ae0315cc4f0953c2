"""`tracker import` and `tracker template`: files in, and empty files to fill in."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.cli.options import Options
    from tracker.transfer.outcome import ImportPlan
    from tracker.validation.context import Context
    from tracker.wording import Language

IMPORT_HELP = N_(
    "Read files of one kind into the store: all of it, or nothing when something is wrong.\n\n"
    "The same file twice changes nothing the second time; empty cells leave what is stored.\n\n"
    "Example: tracker import deltaganden deltaganden.xlsx --dry-run"
)
TEMPLATE_HELP = N_(
    "Write an empty file of one kind, with its columns and, in Excel, lists to choose from.\n\n"
    "Example: tracker template deltaganden --to deltaganden.xlsx"
)
KIND_HELP = N_(
    "insatser, deltaganden, uppföljningar, enkätsvar, utskick, ekonomi, aktiviteter, bedömningar "
    "or antal."
)
KindArgument = Annotated[str, typer.Argument(metavar="KIND", help=KIND_HELP)]


def import_(
    context: typer.Context,
    kind: KindArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=N_("CSV or Excel files."))],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Say what would happen; store nothing."))
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help=N_(
                "Replace values corrected by hand, voided rows, and deliveries for parts of the "
                "days of a new one, too."
            ),
        ),
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", metavar="FILE", help=N_("Another system's headers and codes, in TOML.")
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help=N_("Print JSON for other programs."))
    ] = False,
) -> int:
    """Import files (IMPORT_HELP is what the user reads)."""
    from tracker.transfer.importing import import_files, read_import
    from tracker.transfer.kinds_named import kind_named
    from tracker.transfer.outcome import as_json as to_document

    name = kind_named(kind).name
    workspace = context.obj.open()
    try:
        request = (workspace, name, files, mapping)
        progress = _progress(workspace.language)
        if dry_run:
            plan = read_import(*request, overwrite=overwrite, progress=progress)
        else:
            plan = import_files(*request, overwrite=overwrite, progress=progress).plan
        if as_json:
            document = to_document(plan, workspace.language, dry_run=dry_run)
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            _tell(plan, workspace.language, dry_run=dry_run)
    finally:
        workspace.close()
    return 1 if plan.rejected else 0


def template(
    context: typer.Context,
    kind: KindArgument,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE.xlsx|csv", help=N_("The file to write."))
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if it is there."))
    ] = False,
) -> None:
    """Write an empty file (TEMPLATE_HELP is what the user reads)."""
    from tracker.transfer.kinds_named import kind_named
    from tracker.transfer.templates import write_template

    options: Options = context.obj
    write_template(kind_named(kind), to, _context(options), overwrite=overwrite)
    typer.echo(options.language.text("Written: {path}", path=to), err=True)


def _context(options: "Options") -> "Context":
    """What can be chosen: from the store if there is one, else as it comes with the program."""
    from db.dialect import path_of
    from tracker.transfer.templates import context_of, context_without_store

    place = path_of(options.where)
    if place is not None and not place.exists():
        return context_without_store(options.language, options.today)
    workspace = options.open()
    try:
        return context_of(workspace)
    finally:
        workspace.close()


def _progress(language: "Language") -> Callable[[str], None] | None:
    """Says which file is being read, when somebody watches."""
    if not sys.stderr.isatty():
        return None
    return lambda file: typer.echo(language.text("Reading {file} …", file=file), err=True)


def _tell(plan: "ImportPlan", language: "Language", *, dry_run: bool) -> None:
    for problem in plan.rejected:
        typer.echo(language.problem(problem), err=True)
    if plan.rejected:
        said = language.plural(
            "Nothing was stored: {number} problem. Correct the file and import it again.",
            "Nothing was stored: {number} problems. Correct the file and import it again.",
            len(plan.rejected),
        )
        typer.echo(said, err=True)
        return
    for line in _changes(plan, language):
        typer.echo(line)
    typer.echo(_summary(plan, language))
    if dry_run:
        typer.echo(language.text("This was a dry run: nothing was stored."), err=True)


def _changes(plan: "ImportPlan", language: "Language") -> Iterator[str]:
    for each in plan.changed:
        for column, after in each.after.items():
            yield language.text(
                "{file}, row {row}: {key}, {column}: {before} becomes {after}",
                file=each.file,
                row=each.row,
                key=each.key,
                column=column,
                before=each.before[column] or "–",
                after=after or "–",
            )
    for delivery in plan.corrected:
        yield language.text(
            "{file}: delivery {delivery} replaces {replaces} ({intervention} {start} to {end})",
            **vars(delivery),
        )


def _summary(plan: "ImportPlan", language: "Language") -> str:
    return language.text(
        "{kind}: {read} rows read, {added} new, {changed} changed, {unchanged} unchanged.",
        kind=plan.kind,
        read=language.number(plan.read),
        added=language.number(len(plan.added)),
        changed=language.number(len(plan.changed)),
        unchanged=language.number(plan.unchanged),
    )
