"""The pane Datakvalitet: what looks wrong, what to do about it, and in which rows."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Static

from tracker.problems import N_
from tracker.quality import Finding, Row, delays, field_gaps, findings
from tracker.quality.words import summary
from tracker.wording import Language
from tracker.workspace import Workspace
from tui.messages import ShowPane
from tui.screens.list_pane import ListPane
from tui.screens.quality.doing import Mending
from tui.widgets.line_table import LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose
from tui.widgets.quality_lines import (
    ROW_COLUMNS,
    SUBJECT_COLUMNS,
    Subject,
    of_delays,
    of_finding,
    of_gaps,
)

PANES_OF = {"deltaganden": "register", "plan": "settings", "antal": "deliveries"}
"""Where rows are mended that have no form of their own here."""


def elsewhere(language: Language, finding: Finding, row: Row) -> ShowPane:
    """The pane that lists what a row tells of, narrowed to it."""
    insats = dict(row.key).get("insats", "")
    if finding.check.listed_in == "work_list":
        return ShowPane("due", f"{insats} {language.text('outcome')}")
    return ShowPane(PANES_OF[row.kind], insats)


class QualityPane(ListPane):
    """Shows what the checks find, and starts what is done about it."""

    doing: Mending

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "accept", N_("accept")),
        Binding("t", "take_back", N_("take back acceptance")),
        Binding("e", "exit", N_("exit"), show=False),
        Binding("r", "entry", N_("mend entry"), show=False),
        Binding("ctrl+z", "undo", N_("undo")),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "to_checks", N_("to the checks"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]

    @dataclass
    class Read(Message):
        """The checks have been run."""

        summary: str
        subjects: tuple[Subject, ...]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = Mending(workspace, self)
        self.table = self.checks = LineTable(workspace.language, SUBJECT_COLUMNS, id="checks")
        self.rows = LineTable(workspace.language, ROW_COLUMNS, id="rows")
        self.subjects: tuple[Subject, ...] = ()
        self._told = ""
        """The check whose rows are shown."""

    def compose(self) -> ComposeResult:
        """The checks; what the marked one means; its rows."""
        yield Static(self.language.text("Looking …"), id="amount", markup=False)
        with Container(id="halves"):
            yield self.checks
            with Vertical():
                yield Static(id="guidance", markup=False)
                yield self.rows
                yield Static(id="row", markup=False)
        yield Static(id="happened", markup=False)

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Run the checks."""
        self.give(self._read)

    def _read(self) -> Read:
        found = findings(self.workspace)
        subjects = [of_finding(self.language, each) for each in found]
        subjects.append(of_gaps(self.language, field_gaps(self.workspace)))
        subjects.append(of_delays(self.language, delays(self.workspace)))
        return self.Read(summary(self.language, found), tuple(subjects))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show what was found, the cursor on the check that it was on."""
        self.is_stale = False
        names = [subject.name for subject in message.subjects]
        at = (
            names.index(self._told)
            if self._told in names
            else min(self.checks.at or 0, len(names) - 1)
        )
        self.subjects = message.subjects
        said = self.language.text("Data quality: {summary}", summary=message.summary)
        self.query_one("#amount", Static).update(said)
        self.checks.show((subject.line for subject in self.subjects), at)
        self._tell(at, keep=self.rows.at or 0)

    @on(LineTable.Moved, "#checks")
    def tell_check(self, message: LineTable.Moved) -> None:
        """Show what the marked check means, and its rows."""
        message.stop()
        if message.row < len(self.subjects) and self.subjects[message.row].name != self._told:
            self._tell(message.row)

    @on(LineTable.Opened, "#checks")
    def to_rows(self, message: LineTable.Opened) -> None:
        """On to the rows."""
        message.stop()
        if self.rows.lines:
            self.rows.focus()

    @on(LineTable.Moved, "#rows")
    def tell_row(self, message: LineTable.Moved) -> None:
        """Show the marked row in full: the columns may be too narrow for it."""
        message.stop()
        self._tell_row()

    def on_descendant_focus(self) -> None:
        """A row is told of while somebody is among the rows."""
        self._tell_row()

    @on(LineTable.Opened, "#rows")
    def open_row(self, message: LineTable.Opened) -> None:
        """Open the form of the row."""
        message.stop()
        finding = self.finding
        if finding is None or message.row >= len(finding.rows):
            return
        row = finding.rows[message.row]
        if not self.doing.mend_row(row):
            self.post_message(elsewhere(self.language, finding, row))
            if row.kind == "antal":
                self.say(self.language.text("F3 imports a corrected delivery."))

    @property
    def finding(self) -> Finding | None:
        """The finding that is looked at."""
        at = self.checks.at
        return self.subjects[at].finding if at is not None and at < len(self.subjects) else None

    def action_accept(self) -> None:
        """Accept what was found, with a reason."""
        if self.finding is None:
            self.say(self.language.text("Only what a check has found can be accepted."))
        else:
            self.doing.accept(self.finding)

    def action_take_back(self) -> None:
        """Accept it no longer."""
        if self.finding is None or self.finding.accepted is None:
            self.say(self.language.text("Nobody has accepted this."))
        else:
            self.doing.take_back(self.finding)

    def action_exit(self) -> None:
        """The exit of the marked row."""
        if key := self._episode():
            self.doing.open_exit(*key)

    def action_entry(self) -> None:
        """The entry of the marked row."""
        if key := self._episode():
            self.doing.open_entry(*key)

    def action_to_checks(self) -> None:
        """Back to the list of checks."""
        self.checks.focus()

    def _episode(self) -> tuple[str, str] | None:
        at = self.rows.at
        if self.finding is None or at is None:
            return None
        key = dict(self.finding.rows[at].key)
        return (key["insats"], key["deltagande"]) if "deltagande" in key else None

    def _tell_row(self) -> None:
        at = self.rows.at if self.rows.has_focus else None
        cells = () if at is None else self.rows.lines[at].cells
        show_line(self.query_one("#row", Static), " · ".join(filter(None, cells)))

    def _tell(self, at: int, keep: int = 0) -> None:
        subject = self.subjects[at]
        is_same = subject.name == self._told
        self._told = subject.name
        self.query_one("#guidance", Static).update(Prose(subject.said))
        self.rows.show_as(subject.columns, subject.rows, keep if is_same else 0)
