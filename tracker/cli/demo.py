"""`tracker demo`: made-up data for a plan, in a store of its own, and the screens on it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.plans import PlanOrFile
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.cli.options import Options
    from tracker.demo import Found, Setting

DEMO_HELP = N_(
    "Fill a store of its own with made-up data for a plan, several years of it, and open the "
    "screens on it. The default store is never touched. The same seed gives the same data.\n\n"
    "Example: tracker demo nnv-skane-2020 --seed 2"
)
DEFAULT_PLAN, DEFAULT_SEED = "kalmar-2021", 32
MOST = 1_000_000
LARGE = 5_000
"""Participations that take more than a moment to make up."""


def demo(
    context: typer.Context,
    plan: PlanOrFile = DEFAULT_PLAN,
    seed: Annotated[
        int,
        typer.Option("--seed", metavar="N", help=N_("Another number gives other data.")),
    ] = DEFAULT_SEED,
    size: Annotated[
        int | None,
        typer.Option(
            "--size",
            metavar="N",
            min=1,
            max=MOST,
            help=N_("Number of participations; without it, what the plan's budgets give."),
        ),
    ] = None,
    no_open: Annotated[
        bool, typer.Option("--no-open", help=N_("Only make it and say where it is."))
    ] = False,
) -> None:
    """Make a demo and open it (DEMO_HELP is what the user reads)."""
    from tracker.demo import Setting, open_or_make
    from tracker.plans import load

    options: Options = context.obj
    setting = Setting(load(plan), seed, size)
    if size is not None and size >= LARGE:
        typer.echo(options.language.text("Making up data …"), err=True)
    found = open_or_make(_place(options, setting), setting)
    day = options.today if "today" in options.given else setting.today
    opened = replace(options, where=found.where, today=day, association=None)
    _say(opened, found)
    if no_open:
        typer.echo(found.where)
        typer.echo(f'tracker --store "{found.where}" --today {day.isoformat()}')
        return
    from tracker.cli.screens import open_screens

    open_screens(opened)


def _place(options: "Options", setting: "Setting") -> str:
    """The store that the user named, else a file beside the default one, never that one."""
    from tracker.cli.options import default_store
    from tracker.demo import place_of

    usual = default_store()
    named = options.where if "store" in options.given else str(usual)
    return place_of(setting, usual) if named == str(usual) else named


def _say(options: "Options", found: "Found") -> None:
    """What is there now, and on which day it is opened."""
    language = options.language
    if found.made is None:
        said = language.text("The demo was there already.")
    else:
        said = language.text(
            "Made {episodes} participations, {follow_ups} follow-ups and {answers} answers.",
            episodes=language.number(found.made.episodes),
            follow_ups=language.number(found.made.follow_ups),
            answers=language.number(found.made.answers),
        )
    typer.echo(said, err=True)
    day = language.text("Today is {day} in the demo.", day=language.day(options.today))
    typer.echo(day, err=True)
