"""The pane Inställningar: what holds and where that is said, and the goals of the plan."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from tracker.plans.model import Plan
from tracker.problems import N_
from tracker.settings import settings_of
from tracker.workspace import Workspace
from tui.messages import ShowPane, WorkspaceChanged
from tui.screens.forms.asking import Happened
from tui.screens.list_pane import ListPane
from tui.screens.settings.doing import SettingsDoing
from tui.screens.settings.lines import COLUMNS, About, settings_lines
from tui.themes import THEMES
from tui.widgets.line_table import LineTable
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from tracker.periods import Period
    from tui.app import TrackerApp

OF_GOALS = ("remove",)


class SettingsPane(ListPane):
    """Shows everything that can be set, and starts what is done about it."""

    table: LineTable
    doing: SettingsDoing

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new_goal", N_("new goal")),
        Binding("delete,minus", "remove", N_("take out"), key_display="Del"),
        Binding("a", "next_year", N_("next year's plan")),
        Binding("x", "export", N_("export the plan")),
        Binding("b", "back_up", N_("back up"), show=False),
        Binding("ctrl+z", "undo", N_("undo")),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    period: reactive["Period | None"] = reactive(None)

    @dataclass
    class Read(Message):
        """What is set has been read."""

        lines: tuple[About, ...]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = SettingsDoing(workspace, self)
        self.table = LineTable(workspace.language, COLUMNS)
        self.lines: tuple[About, ...] = ()
        self.year: int | None = None
        """The year whose plan was asked for; None: the one of the period."""
        self._wanted = ""
        """The setting or goal on which the cursor is put."""

    def compose(self) -> ComposeResult:
        """What can be set; the marked one explained; what has just happened."""
        with Container(id="halves"):
            yield self.table
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="guidance", markup=False)
        yield Static(id="happened", markup=False)

    def watch_period(self) -> None:
        """Another period is looked at, perhaps with another plan."""
        self.year = None
        self.read_later()

    def show_subject(self, subject: str) -> None:
        """Put the cursor on a setting or a goal."""
        self._wanted = subject
        self._go_to_wanted()

    @property
    def plan(self) -> Plan | None:
        """The plan that is looked at."""
        plans = self.workspace.plans
        asked = next((each for each in plans if each.year == self.year), None)
        if asked is not None:  # it may have been taken back
            return asked
        if self.period is None:
            return plans[-1] if plans else None
        return self.workspace.plan_for(self.period.last_day)

    @property
    def marked(self) -> About | None:
        """What the cursor is on."""
        at = self.table.at
        return None if at is None or at >= len(self.lines) else self.lines[at]

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Read what is set."""
        theme = self.language.text(THEMES[self.app.theme][1]) if self.app.theme in THEMES else ""
        self.give(lambda: self.Read(tuple(settings_lines(self.workspace, self.plan, theme))))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show it, the cursor where it was."""
        self.is_stale = False
        at = self.table.at or 1  # the first line is a heading
        self.lines = message.lines
        self.table.show((each.line for each in self.lines), at)
        self._go_to_wanted()
        self._tell()

    @on(LineTable.Moved)
    def tell_line(self, message: LineTable.Moved) -> None:
        """Explain the marked line."""
        message.stop()
        self._tell()

    @on(LineTable.Opened)
    def open_line(self, message: LineTable.Opened) -> None:
        """Change what is marked."""
        message.stop()
        marked, plan = self.marked, self.plan
        if marked is None:
            return
        if marked.sort == "goal" and plan is not None:
            self.doing.edit(plan, marked.place)
        elif marked.sort == "setting" and plan is not None:
            value = next(each.value for each in settings_of(plan) if each.key == marked.name)
            self.doing.change(marked.name, value)
        else:
            self._open_general(marked)

    def happened(self, message: Happened) -> None:
        """Go to the plan that something was done to."""
        if message.key is not None:
            self.year = int(message.key[1])
            self.read()

    @on(WorkspaceChanged)
    def take_workspace(self, message: WorkspaceChanged) -> None:
        """Go on with what holds now; the main screen does the same."""
        self.workspace = self.doing.workspace = message.workspace

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a goal is offered on a goal."""
        if action in OF_GOALS and self.is_mounted:
            return self.marked is not None and self.marked.sort == "goal"
        return super().check_action(action, parameters)

    def action_new_goal(self) -> None:
        """Add a goal."""
        if self.plan is not None:
            self.doing.edit(self.plan, None)

    def action_remove(self) -> None:
        """Take the marked goal out of the plan."""
        if self.plan is not None and self.marked is not None and self.marked.sort == "goal":
            self.doing.remove(self.plan, self.marked.place)

    def action_next_year(self) -> None:
        """Make the plan of the year after."""
        if self.plan is not None:
            self.doing.make_next_year(self.plan)

    def action_export(self) -> None:
        """Write the plan as a file."""
        if self.plan is not None:
            self.doing.export(self.plan)

    async def action_back_up(self) -> None:
        """Make a backup."""
        await self.run_action("screen.back_up")

    def _open_general(self, marked: About) -> None:
        app = cast("TrackerApp", self.app)
        if marked.sort == "controller":
            self.doing.state_controller()
        elif marked.sort == "language":
            app.speak("en" if self.language.code == "sv" else "sv")
        elif marked.sort == "colours":
            app.action_next_theme()
            self.read()
        elif marked.sort == "backup":
            self.call_later(self.action_back_up)
        elif marked.sort == "views":
            self.post_message(ShowPane("register"))

    def _go_to_wanted(self) -> None:
        names = [each.name for each in self.lines]
        if self._wanted and self._wanted in names:
            self.table.move_cursor(row=names.index(self._wanted), animate=False)
            self._wanted = ""

    def _tell(self) -> None:
        said = self.marked.said if self.marked else ""
        self.query_one("#guidance", Static).update(Prose(said))
        self.refresh_bindings()
