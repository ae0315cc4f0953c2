"""`tracker settings`: how figures are judged and shown, and where that is said."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.status import JsonOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.settings import SettingLine
    from tracker.wording import Language

SETTINGS_HELP = N_(
    "How figures are judged and shown: every setting, and whether the plan or the association "
    "says so.\n\nExample: tracker settings"
)
SET_HELP = N_(
    "Set what holds for every plan that does not state it itself.\n\n"
    "Example: tracker settings set method midp"
)
UNSET_HELP = N_("Let a setting be as usual again.\n\nExample: tracker settings unset method")
CONTROLLER_HELP = N_(
    "State who is personuppgiftsansvarig for the rows: the authority that holds them.\n\n"
    "Example: tracker settings controller “Lillby kommun”"
)
KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help=N_("The setting."))]

app = typer.Typer(name="settings", rich_markup_mode=None, help=SETTINGS_HELP)


@app.callback(invoke_without_command=True)
def settings(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the settings (SETTINGS_HELP is what the user reads)."""
    if context.invoked_subcommand is None:
        _show(context, as_json=as_json)


@app.command("set", help=SET_HELP)
def set_(
    context: typer.Context,
    key: KeyArgument,
    value: Annotated[str, typer.Argument(metavar="VALUE", help=N_("What it is to be."))],
) -> None:
    """Set one (SET_HELP is what the user reads)."""
    _change(context, key, value)


@app.command("unset", help=UNSET_HELP)
def unset(context: typer.Context, key: KeyArgument) -> None:
    """Let one be as usual (UNSET_HELP is what the user reads)."""
    _change(context, key, None)


@app.command("controller", help=CONTROLLER_HELP)
def controller(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=N_("The authority."))],
) -> None:
    """State who is responsible (CONTROLLER_HELP is what the user reads)."""
    from tracker.keeping import name_controller

    workspace = context.obj.open()
    try:
        workspace = name_controller(workspace, name)
        typer.echo(f"Personuppgiftsansvarig: {workspace.association.controller}")
    finally:
        workspace.close()


def _show(context: typer.Context, *, as_json: bool) -> None:
    from tracker.settings import settings_in_force

    workspace = context.obj.open()
    try:
        lines = settings_in_force(workspace)
        if as_json:
            document = [_document(line) for line in lines]
            typer.echo(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(_lines(lines, workspace.language)))
    finally:
        workspace.close()


def _change(context: typer.Context, key: str, value: str | None) -> None:
    """Change one, and say it where the plan goes before the association."""
    from tracker.settings import change_setting, settings_in_force

    workspace = context.obj.open()
    try:
        workspace = change_setting(workspace, key, value)
        line = next(line for line in settings_in_force(workspace) if line.key == key)
        typer.echo("\n".join(_lines([line], workspace.language)))
        if line.source == "plan" and value is not None:
            said = N_("The plan itself states {key}, which goes before the association.")
            typer.echo(workspace.language.text(said, key=key), err=True)
    finally:
        workspace.close()


def _document(line: "SettingLine") -> dict[str, object]:
    goals = [{"id": goal, "value": value} for goal, value in line.goals]
    return {"key": line.key, "value": line.value, "source": line.source, "goals": goals}


def _lines(lines: "Sequence[SettingLine]", language: "Language") -> Iterable[str]:
    from tracker.wording.settings import setting_meaning, source_text

    for line in lines:
        yield f"{line.key} = {line.value}  ({source_text(language, line.source)})"
        yield f"    {setting_meaning(language, line.key)}"
        for goal, value in line.goals:
            said = language.text("The goal {goal} has its own: {value}.", goal=goal, value=value)
            yield f"    {said}"
