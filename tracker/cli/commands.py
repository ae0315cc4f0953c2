"""All commands in the order in which help lists them; each stands in a file by subject."""

from collections.abc import Callable
from typing import Annotated

import typer

from tracker.cli import check, plans, settings
from tracker.cli.backup import BACKUP_HELP, RESTORE_HELP, backup, restore
from tracker.cli.compare import COMPARE_HELP, compare
from tracker.cli.deliveries import DELIVERIES_HELP, deliveries
from tracker.cli.demo import DEMO_HELP, demo
from tracker.cli.doctor import DOCTOR_HELP, doctor
from tracker.cli.due import DUE_HELP, due
from tracker.cli.export import EXPORT_HELP, export
from tracker.cli.freeze import FREEZE_HELP, VERIFY_HELP, freeze, verify
from tracker.cli.history import HISTORY_HELP, UNDO_HELP, history, undo
from tracker.cli.method import METHOD_HELP, method
from tracker.cli.report import REPORT_HELP, report
from tracker.cli.setup import INIT_HELP, init
from tracker.cli.status import FLOW_HELP, STATUS_HELP, flow, status
from tracker.cli.transfer import IMPORT_HELP, TEMPLATE_HELP, import_, template
from tracker.cli.trend import TREND_HELP, trend
from tracker.cli.watch import WATCH_HELP, watch
from tracker.problems import N_

COMMANDS: dict[str, tuple[Callable[..., int | None], str]] = {
    "demo": (demo, DEMO_HELP),
    "init": (init, INIT_HELP),
    "import": (import_, IMPORT_HELP),
    "template": (template, TEMPLATE_HELP),
    "status": (status, STATUS_HELP),
    "flow": (flow, FLOW_HELP),
    "compare": (compare, COMPARE_HELP),
    "trend": (trend, TREND_HELP),
    "watch": (watch, WATCH_HELP),
    "due": (due, DUE_HELP),
    "method": (method, METHOD_HELP),
    "report": (report, REPORT_HELP),
    "export": (export, EXPORT_HELP),
    "deliveries": (deliveries, DELIVERIES_HELP),
    "freeze": (freeze, FREEZE_HELP),
    "verify": (verify, VERIFY_HELP),
    "history": (history, HISTORY_HELP),
    "undo": (undo, UNDO_HELP),
    "backup": (backup, BACKUP_HELP),
    "restore": (restore, RESTORE_HELP),
    "doctor": (doctor, DOCTOR_HELP),
}
"""Each with what its help says; those that have commands of their own stand in `make_app`."""


def make_app(called: str = "") -> typer.Typer:
    """The program with the one command that is called; with all when it is none of them.

    Putting all of them together and into the user's language takes longer than opening the store,
    and most of that is the options of `log`, one for each column.
    """
    app = typer.Typer(
        name="tracker",
        add_completion=False,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=N_(
            "Goal follow-up for samordningsförbund: exits, surveys and money against the plan."
        ),
    )
    app.callback(invoke_without_command=True)(screens)
    chosen = {called: COMMANDS[called]} if called in COMMANDS else COMMANDS
    for name, (command, said) in chosen.items():
        app.command(name, help=said)(command)
    if called not in COMMANDS:
        from tracker.cli.logging_ import app as log

        for group in (plans.app, log, check.app, settings.app):
            app.add_typer(group)
    return app


def screens(
    context: typer.Context,
    _store: Annotated[
        str | None, typer.Option("--store", help=N_("File or database address of the store."))
    ] = None,
    _lang: Annotated[str | None, typer.Option("--lang", help=N_("sv or en."))] = None,
    _user: Annotated[str | None, typer.Option("--user", help=N_("Who acts."))] = None,
    _today: Annotated[
        str | None, typer.Option("--today", help=N_("Day that “due” is reckoned from."))
    ] = None,
    _association: Annotated[
        str | None,
        typer.Option("--association", help=N_("Association, where the store holds several.")),
    ] = None,
) -> None:
    """Without a command: open the terminal screens on the store."""
    if context.invoked_subcommand is None:
        from tracker.cli.screens import open_screens

        open_screens(context.obj)
