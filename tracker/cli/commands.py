"""All commands in the order in which help lists them; each stands in a file by subject."""

from typing import Annotated

import typer

from tracker.cli import check, logging_, plans, settings
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

app = typer.Typer(
    name="tracker",
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=N_("Goal follow-up for samordningsförbund: exits, surveys and money against the plan."),
)


@app.callback(invoke_without_command=True)
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


app.command("demo", help=DEMO_HELP)(demo)
app.command("init", help=INIT_HELP)(init)
app.add_typer(plans.app)
app.command("import", help=IMPORT_HELP)(import_)
app.command("template", help=TEMPLATE_HELP)(template)
app.add_typer(logging_.app)
app.command("status", help=STATUS_HELP)(status)
app.command("flow", help=FLOW_HELP)(flow)
app.command("compare", help=COMPARE_HELP)(compare)
app.command("trend", help=TREND_HELP)(trend)
app.command("watch", help=WATCH_HELP)(watch)
app.command("due", help=DUE_HELP)(due)
app.add_typer(check.app)
app.command("method", help=METHOD_HELP)(method)
app.command("report", help=REPORT_HELP)(report)
app.command("export", help=EXPORT_HELP)(export)
app.command("deliveries", help=DELIVERIES_HELP)(deliveries)
app.command("freeze", help=FREEZE_HELP)(freeze)
app.command("verify", help=VERIFY_HELP)(verify)
app.add_typer(settings.app)
app.command("history", help=HISTORY_HELP)(history)
app.command("undo", help=UNDO_HELP)(undo)
app.command("backup", help=BACKUP_HELP)(backup)
app.command("restore", help=RESTORE_HELP)(restore)
app.command("doctor", help=DOCTOR_HELP)(doctor)
