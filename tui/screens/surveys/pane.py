"""The pane Enkäter: rounds with their response, indicators, the questionnaire, paper forms."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.surveys.indicators import Indicator, indicators_of
from tracker.surveys.rounds import RoundLine, round_lines
from tracker.surveys.words import line_sentence, matching, questionnaire_head, summary, unasked
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import StoreChanged
from tui.screens.register.doing import Happened
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


class SurveysPane(Widget):
    """Shows the survey rounds, and starts what is entered about them."""

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
    store_version: reactive[int] = reactive(0)
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

    @dataclass
    class ReadFailed(Message):
        """The store could not be read."""

        error: TrackerError

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.surveying = Surveying(workspace, self)
        self.table = LineTable(workspace.language, ROUND_COLUMNS, id="rounds")
        self.below = LineTable(workspace.language, INDICATOR_COLUMNS, id="indicators")
        self.filter = FilterLine(workspace.language.text("/  round, group, intervention …"))
        self.plan = workspace.plan_for(workspace.today)
        self.lines: tuple[RoundLine, ...] | None = None
        self.shown: list[RoundLine] = []
        self._is_stale = True

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

    def on_show(self, _event: events.Show) -> None:
        """Read when it is looked at and something may be another."""
        self.table.focus()
        if self._is_stale:
            self.read()

    def on_resize(self) -> None:
        """Write names out where there is room for them."""
        self.call_after_refresh(lambda: self._show_rounds(self.table.at or 0))

    def watch_store_version(self) -> None:
        """Something was saved: read again, at once where it can be seen."""
        self._is_stale = True
        if self.lines is not None and self.display:
            self.read()

    def show_subject(self, subject: str) -> None:
        """Show the rounds of an intervention."""
        self.filter.value = subject

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Read the rounds."""
        try:
            found: Message = self.Read(round_lines(self.workspace))
        except TrackerError as error:
            found = self.ReadFailed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @work(thread=True, exclusive=True, group="figures")
    def make_indicators(self, line: RoundLine) -> None:
        """Make the indicators of a line."""
        try:
            found: Message = self.Figured(line, indicators_of(self.workspace, line))
        except TrackerError as error:
            found = self.ReadFailed(error)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show the rounds, the cursor where it was."""
        self._is_stale = False
        self.lines = message.lines
        self._fill()

    @on(Figured)
    def show_figures(self, message: Figured) -> None:
        """Show the indicators, if it is still that line."""
        current = self.current
        if current is not None and current.identity == message.line.identity:
            self._show_below(message.found)

    @on(ReadFailed)
    def show_failure(self, message: ReadFailed) -> None:
        """Say why there is nothing to see."""
        release_keys(self.app)
        self.say(self.language.text(message.error.message, **message.error.params))

    @on(FilterLine.Typed)
    def narrow(self, message: FilterLine.Typed) -> None:
        """Show what matches."""
        message.stop()
        self._fill()

    @on(FilterLine.Finished)
    def walk(self, message: FilterLine.Finished) -> None:
        """Back to the list."""
        message.stop()
        self.table.focus()

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

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was done."""
        self.say(message.sentence)
        if message.changed:
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

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
        self.surveying.type_in(self.current)

    def action_hand_out(self) -> None:
        """Enter how many forms were handed out."""
        self.surveying.hand_out(self.current)

    def action_questionnaire(self) -> None:
        """Show the questionnaire, or the indicators again."""
        self.shows_questions = not self.shows_questions

    def action_filter(self) -> None:
        """Type what to see."""
        self.filter.focus()

    def action_clear(self) -> None:
        """Show everything, from the list of rounds."""
        if self.below.has_focus:
            self.table.focus()
            return
        self.filter.empty()
        self.table.focus()

    def action_undo(self) -> None:
        """Take back the last change."""
        self.surveying.undo()

    def action_redo(self) -> None:
        """Bring it back."""
        self.surveying.redo()

    def action_read_again(self) -> None:
        """Read the rounds again."""
        self.read()

    def _fill(self) -> None:
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
