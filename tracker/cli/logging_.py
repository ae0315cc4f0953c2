"""`tracker log entry|exit|followup`: one row without the screens, with the same checks."""

from typing import TYPE_CHECKING

import typer

from tracker.cli.row_arguments import with_columns
from tracker.errors import DataError
from tracker.problems import N_
from tracker.validation.participants import ENTRY_COLUMNS, EPISODES, EXIT_COLUMNS, FOLLOW_UPS

if TYPE_CHECKING:
    from tracker.registration import Saved
    from tracker.wording import Language
    from tracker.workspace import Workspace

app = typer.Typer(
    name="log",
    rich_markup_mode=None,
    help=N_("Register one entry, exit or follow-up.\n\nExample: tracker log entry --help"),
)

FIRST_NUMBER = "001"
ENTRY_HELP = N_(
    "Register an entry. Without --deltagande the next running number is used.\n\n"
    "Example: tracker log entry --insats krus --kön kvinna --åldersgrupp 30-39 "
    "--startdatum 2021-02-02"
)
EXIT_HELP = N_(
    "Register the exit of a participation.\n\n"
    "Example: tracker log exit --insats krus --deltagande K-052 --slutdatum 2022-01-20 "
    "--avslutsanledning enligt_plan --arbete_efter 50 --studier_efter 0"
)
FOLLOW_UP_HELP = N_(
    "Register a follow-up after an exit.\n\n"
    "Example: tracker log followup --insats krus --deltagande K-052 --månader 3 "
    "--datum 2022-04-20 --utfall svarat --arbete 100 --studier 0"
)


@app.command("entry", help=ENTRY_HELP)
@with_columns(EPISODES.name, ENTRY_COLUMNS)
def entry(context: typer.Context, draft: dict[str, str], reason: str) -> None:
    """Register an entry (ENTRY_HELP is what the user reads)."""
    from tracker.registration import possible_duplicates, save

    workspace = context.obj.open()
    try:
        draft = {"deltagande": _next(workspace, draft.get("insats", "")), **draft}
        saved = save(workspace, EPISODES.name, draft, reason)
        _tell(workspace.language, saved)
        for number in possible_duplicates(workspace, draft):
            sentence = N_("{number} has the same start, sex and age. Is it the same participation?")
            typer.echo(workspace.language.text(sentence, number=number), err=True)
    finally:
        workspace.close()


@app.command("exit", help=EXIT_HELP)
@with_columns(EPISODES.name, (*EPISODES.key, *EXIT_COLUMNS))
def exit_(context: typer.Context, draft: dict[str, str], reason: str) -> None:
    """Register an exit (EXIT_HELP is what the user reads)."""
    from tracker.registration import record_exit

    insats, number = draft.pop("insats", ""), draft.pop("deltagande", "")
    workspace = context.obj.open()
    try:
        _tell(workspace.language, record_exit(workspace, insats, number, draft, reason))
    finally:
        workspace.close()


@app.command("followup", help=FOLLOW_UP_HELP)
@with_columns(FOLLOW_UPS.name, FOLLOW_UPS.by_name)
def followup(context: typer.Context, draft: dict[str, str], reason: str) -> None:
    """Register a follow-up (FOLLOW_UP_HELP is what the user reads)."""
    from tracker.registration import save

    workspace = context.obj.open()
    try:
        _tell(workspace.language, save(workspace, FOLLOW_UPS.name, draft, reason))
    finally:
        workspace.close()


def _next(workspace: "Workspace", insats: str) -> str:
    """The next running number; the check says so when the intervention is not known."""
    from tracker.registration import next_number

    try:
        with workspace.store.read() as session:
            return next_number(session, workspace.association.id, insats)
    except DataError:
        return FIRST_NUMBER


def _tell(language: "Language", saved: "Saved") -> None:
    """The key to stdout; what follows and how to take it back to stderr."""
    typer.echo(" ".join(value for value in saved.key.values() if value))
    typer.echo(" ".join(_said(language, saved)), err=True)


def _said(language: "Language", saved: "Saved") -> list[str]:
    said = [language.text("Saved.")]
    if saved.follows:
        days = ", ".join(
            language.text("{months} months {day}", months=due.months, day=language.day(due.day))
            for due in saved.follows
        )
        said.append(language.text("Follow-up: {days}.", days=days))
    return [*said, language.text("tracker undo takes it back.")]
