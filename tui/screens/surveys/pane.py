"""The pane Enkäter: rounds with their response, indicators, the questionnaire, paper forms."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from tracker.problems import N_
from tracker.surveys.indicators import Indicator, indicators_of
from tracker.surveys.rounds import RoundLine, round_lines
from tracker.surveys.words import line_sentence, matching, questionnaire_head, summary, unasked
from tracker.workspace import Workspace
from tui.screens.list_pane import FilteredPane
from tui.screens.surveys.doing import Surveying
from tui.widgets.empty_state import EmptyState
from tui.widgets.filter_line import FilterLine
from tui.widgets.line_table import WIDE, LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose
from tui.widgets.survey_lines import (
    INDICATOR_COLUMNS,
    QUESTION_COLUMNS,
    ROUND_COLUMNS,
    indicator_lines,
    question_lines,
    round_line,
)


class SurveysPane(FilteredPane):
    """Shows the survey rounds, and starts what is entered about them."""

    doing: Surveying

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "type_in", N_("paper forms")),
        Binding("u", "hand_out", N_("handed out")),
        Binding("f", "questionnaire", N_("questions")),
        Binding("slash", "filter", N_("filter"), key_display="/", show=False),
        Binding("ctrl+z", "undo", N_("undo"), show=False),
        Binding("ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "clear", N_("show all"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    shows_questions: reactive[bool] = reactive(default=False, init=False)
    """Whether the questionnaire is shown in place of the indicators."""

    @dataclass
    class Read(Message):
        """The rounds have been read."""

        lines: tuple[RoundLine, ...]

    @dataclass
    class Figured(Message):
        """The indicators of a line have been made."""

        line: RoundLine
        found: tuple[Indicator, ...]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = Surveying(workspace, self)
        self.table = LineTable(workspace.language, ROUND_COLUMNS, id="rounds")
        self.below = LineTable(workspace.language, INDICATOR_COLUMNS, id="indicators")
        self.filter = FilterLine(workspace.language.text("/  round, group, intervention …"))
        self.plan = workspace.plan_for(workspace.today)
        self.lines: tuple[RoundLine, ...] | None = None
        self.shown: list[RoundLine] = []

    def compose(self) -> ComposeResult:
        """How many there are and the filter; the rounds; what the marked one says, or asks."""
        with Horizontal(classes="top"):
            yield Static(id="amount", markup=False)
            yield self.filter
        yield EmptyState(id="nobody")
        with Container(id="halves"):
            yield self.table
            with Vertical():
                yield Static(id="guidance", markup=False)
                yield self.below
        yield Static(id="left-out", markup=False)
        yield Static(id="happened", markup=False)

    def on_resize(self) -> None:
        """Write names out where there is room for them."""
        self.call_after_refresh(lambda: self._show_rounds(self.table.at or 0))

    def show_subject(self, subject: str) -> None:
        """Show the rounds of an intervention."""
        self.filter.value = subject

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Read the rounds."""
        self.give(lambda: self.Read(round_lines(self.workspace)))

    @work(thread=True, exclusive=True, group="figures")
    def make_indicators(self, line: RoundLine) -> None:
        """Make the indicators of a line."""
        self.give(lambda: self.Figured(line, indicators_of(self.workspace, line)))

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show the rounds, the cursor where it was."""
        self.is_stale = False
        self.lines = message.lines
        self.fill()

    @on(Figured)
    def show_figures(self, message: Figured) -> None:
        """Show the indicators, if it is still that line."""
        current = self.current
        if current is not None and current.identity == message.line.identity:
            self._show_below(message.found)

    @on(LineTable.Moved, "#rounds")
    def tell_round(self, message: LineTable.Moved) -> None:
        """Show what the marked line says."""
        message.stop()
        self._tell()

    @on(LineTable.Opened, "#rounds")
    def open_round(self, message: LineTable.Opened) -> None:
        """On to the indicators."""
        message.stop()
        self.below.focus()

    @on(LineTable.Opened, "#indicators")
    @on(LineTable.Moved, "#indicators")
    def stay(self, message: LineTable.OfTable) -> None:
        """There is nothing behind an indicator."""
        message.stop()

    @property
    def current(self) -> RoundLine | None:
        """The line that the cursor is on."""
        at = self.table.at
        return self.shown[at] if at is not None and at < len(self.shown) else None

    def watch_shows_questions(self) -> None:
        """Show the questionnaire, or the indicators again."""
        self._tell()

    def action_type_in(self) -> None:
        """Type in paper forms."""
        self.doing.type_in(self.current)

    def action_hand_out(self) -> None:
        """Enter how many forms were handed out."""
        self.doing.hand_out(self.current)

    def action_questionnaire(self) -> None:
        """Show the questionnaire, or the indicators again."""
        self.shows_questions = not self.shows_questions

    def action_clear(self) -> None:
        """Show everything, from the list of rounds."""
        if self.below.has_focus:
            self.table.focus()
            return
        self.filter.empty()
        self.table.focus()

    def fill(self) -> None:
        """Show the rounds that match, the cursor where it was."""
        if self.lines is None:
            return
        before = self.current.identity if self.current else None
        self.shown = matching(self.language, self.lines, self.filter.value)
        places = {line.identity: at for at, line in enumerate(self.shown)}
        at = places.get(before, 0) if before else 0
        self._show_rounds(at)
        self.query_one("#amount", Static).update(summary(self.language, self.lines))
        missing = unasked(self.language, self.plan, self.lines)
        show_line(self.query_one("#left-out", Static), missing)
        self._show_empty()
        self._tell()

    def _show_rounds(self, at: int) -> None:
        wide = self.table.size.width >= WIDE
        self.table.show((round_line(self.language, each, is_wide=wide) for each in self.shown), at)

    def _show_empty(self) -> None:
        text, empty = self.language.text, self.query_one(EmptyState)
        self.table.set_class(not self.shown, "-empty")
        if self.shown:
            empty.show()
        elif self.lines:
            empty.show(text("Nothing matches."), ("Esc", text("show everything again")))
        else:
            empty.show(
                text("No survey round yet."),
                ("u", text("enter how many forms were handed out")),
                ("n", text("type in paper forms")),
            )

    def _tell(self) -> None:
        current = self.current
        guidance = self.query_one("#guidance", Static)
        if self.shows_questions or current is None:
            head = questionnaire_head(self.language, self.plan) if self.plan else ""
            guidance.update(Prose(head))
            self.below.show_as(QUESTION_COLUMNS, question_lines(self.language, self.plan))
        else:
            guidance.update(Prose(line_sentence(self.language, current)))
            self.make_indicators(current)

    def _show_below(self, found: tuple[Indicator, ...]) -> None:
        if not self.shows_questions:
            self.below.show_as(INDICATOR_COLUMNS, indicator_lines(self.language, found))
