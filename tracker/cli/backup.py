"""`tracker backup` and `tracker restore`: a copy of the store, and a store from a copy."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.problems import N_

BACKUP_HELP = N_(
    "Copy the store to a file, verified, also while others work in it. Keep it on another disk, as "
    "well protected as the store: it holds the same personal data.\n\n"
    "Example: tracker backup E:\\backup\\tracker-2022-03-01.db"
)
RESTORE_HELP = N_(
    "Make a new store of a backup; a store that exists is never replaced.\n\n"
    "Example: tracker restore tracker-2022-03-01.db --store restored.db"
)


def backup(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=N_("The file of the copy, or a folder for it."))
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help=N_("Replace the file if it is there already."))
    ] = False,
) -> None:
    """Copy the store (BACKUP_HELP is what the user reads)."""
    from tracker.keeping import back_up

    workspace = context.obj.open()
    try:
        place = back_up(workspace, file, overwrite=overwrite)
        typer.echo(str(place))
        typer.echo(workspace.language.text("The backup is made and verified."), err=True)
    finally:
        workspace.close()


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The backup."))],
) -> None:
    """Make a store of a backup (RESTORE_HELP is what the user reads)."""
    from tracker.keeping import restore as put_back

    options = context.obj
    put_back(file, Path(options.where))
    typer.echo(options.where)
    typer.echo(options.language.text("The store is restored: open it and look."), err=True)
