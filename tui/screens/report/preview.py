"""The report over the whole screen, as readers will see it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tracker.problems import N_
from tracker.reports.model import Report
from tui.keys_in_order import release_keys
from tui.screens.spoken import SpokenScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.report_view import ReportView

SAID = N_("As it is published: nothing that could tell who somebody is stands in it.")


class PreviewScreen(SpokenScreen[None]):
    """Shows a report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v", "leave", N_("back")),
    ]

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report

    def compose(self) -> ComposeResult:
        """A line on what it is, and the report."""
        yield Static(self.language.text(SAID), classes="said-above", markup=False)
        yield ReportView(self.language)
        yield KeyLine()

    async def on_mount(self) -> None:
        """Show it, ready to be walked through."""
        view = self.query_one(ReportView)
        await view.show(self.report)
        view.focus()
        self.call_after_refresh(release_keys, self.app)

    def action_leave(self) -> None:
        """Back to where it was asked for."""
        self.dismiss(None)
