"""`tracker init`: a new store from a plan."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.plans import PlanOrFile
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.wording import Language

INIT_HELP = N_(
    "Create a store and apply a plan: the id of one that comes with the program, or a file.\n\n"
    "Example: tracker init kalmar-2021 --controller “Lillby kommun”"
)


def init(
    context: typer.Context,
    plan: PlanOrFile,
    controller: Annotated[
        str | None,
        typer.Option(
            "--controller",
            metavar="NAME",
            help=N_("Who is personuppgiftsansvarig for the rows."),
        ),
    ] = None,
) -> None:
    """Create a store (INIT_HELP is what the user reads)."""
    from tracker.cli.options import now
    from tracker.planning import create_store
    from tracker.plans import load

    options = context.obj
    loaded = load(plan)
    name = controller or ask_controller(options.language)
    store = create_store(options.where, loaded, controller=name, actor=options.actor, now=now)
    store.close()
    said = N_("The store {where} is ready for {association} {year}.")
    typer.echo(
        options.language.text(
            said, where=options.where, association=loaded.association, year=loaded.year
        ),
        err=True,
    )
    if name is None:
        typer.echo(options.language.text("Personuppgiftsansvarig: not stated."), err=True)


def ask_controller(language: "Language") -> str | None:
    """Ask who is responsible for the rows; None where nobody answers."""
    if not sys.stdin.isatty():
        return None
    from tracker.keeping.responsible import CONTROLLER

    typer.echo(language.text(CONTROLLER), err=True)
    question = language.text("Who is personuppgiftsansvarig? (empty: not stated)")
    answer: str = typer.prompt(question, default="", show_default=False, err=True)
    return answer.strip() or None
