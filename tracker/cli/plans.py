"""`tracker plan list|show|check|apply`: the plans, shipped and your own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.planning import Applied
    from tracker.wording import Language

app = typer.Typer(
    name="plan",
    rich_markup_mode=None,
    help=N_("Plans: list, print, check and apply.\n\nExample: tracker plan check plan.toml"),
)

LIST_HELP = N_("The plans that come with the program.\n\nExample: tracker plan list")
SHOW_HELP = N_("Print a plan as a file.\n\nExample: tracker plan show kalmar-2021 > plan.toml")
CHECK_HELP = N_(
    "Check a plan file: every problem with its line; sums that do not add up are warnings.\n\n"
    "Example: tracker plan check plan.toml"
)
APPLY_HELP = N_(
    "Apply a plan to the store: a new year, or changed goals. Earlier years keep theirs.\n\n"
    "Example: tracker plan apply plan.toml"
)

PlanOrFile = Annotated[str, typer.Argument(metavar="PLAN", help=N_("Id of a plan, or a file."))]


@app.command("list", help=LIST_HELP)
def list_(_context: typer.Context) -> None:
    """List the shipped plans (LIST_HELP is what the user reads)."""
    from tracker.plans import load, shipped

    for plan_id in shipped():
        plan = load(plan_id)
        typer.echo(f"{plan_id}\t{plan.year}\t{plan.association}")


@app.command("show", help=SHOW_HELP)
def show(plan: Annotated[str, typer.Argument(metavar="ID", help=N_("Id of a plan."))]) -> None:
    """Print a shipped plan (SHOW_HELP is what the user reads)."""
    from tracker.plans import shipped_text

    typer.echo(shipped_text(plan), nl=False)


@app.command("check", help=CHECK_HELP)
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("A plan file."))],
) -> None:
    """Check a plan file (CHECK_HELP is what the user reads)."""
    from tracker.errors import DataError
    from tracker.plans import read_file, warnings

    language = context.obj.language
    plan, problems = read_file(file)
    if plan is None:
        message = N_("The plan {source} cannot be used as it stands.")
        raise DataError(message, problems=tuple(problems), source=str(file))
    found = warnings(plan, text=file.read_text(encoding="utf-8-sig"), file=str(file))
    for warning in found:
        typer.echo(language.problem(warning))
    typer.echo(_verdict(language, len(plan.goals), len(found)), err=True)


@app.command("apply", help=APPLY_HELP)
def apply(context: typer.Context, plan: PlanOrFile) -> None:
    """Apply a plan to the store (APPLY_HELP is what the user reads)."""
    from db.store import open_store
    from tracker.cli.options import now
    from tracker.planning import apply_plan
    from tracker.plans import load
    from tracker.store_sentences import store_sentences

    options = context.obj
    loaded = load(plan)
    with store_sentences():
        store = open_store(options.where)
    try:
        applied = apply_plan(store, loaded, actor=options.actor, now=now)
    finally:
        store.close()
    for line in applied_lines(options.language, applied):
        typer.echo(line, err=True)


def applied_lines(language: "Language", applied: "Applied") -> list[str]:
    """What applying a plan did, a line each."""
    said = N_("Plan {year} of {association} was applied already.")
    if applied.new_version:
        said = N_("Plan {year} of {association} applied.")
    lines = [language.text(said, year=applied.year, association=applied.association)]
    told = (
        (N_("New interventions: {names}."), applied.added),
        (N_("Changed interventions: {names}."), applied.changed),
        (N_("Left as corrected by hand: {names}."), applied.kept),
    )
    return lines + [language.text(said, names=", ".join(names)) for said, names in told if names]


def _verdict(language: "Language", goals: int, found: int) -> str:
    fine = language.plural(
        "The plan is right: {number} goal.", "The plan is right: {number} goals.", goals
    )
    warned = language.plural("{number} warning.", "{number} warnings.", found)
    return f"{fine} {warned}" if found else fine
