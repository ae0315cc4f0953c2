"""The episodes behind a figure: of all or of one part, as what each of them counts."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from db.tallies.behind import Outcome
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register.behind import OUTCOME_WORDS, BehindFigure, episodes_behind
from tracker.register.whole_row import whole_row
from tracker.scorecard import GoalCard, Scorecard
from tracker.wording.figures import fact_text
from tracker.wording.missing import missing_text
from tracker.workspace import Workspace
from tui.messages import ShowPane
from tui.screens.forms.asking import Asking, Happened
from tui.screens.register.whole_row import WholeRowScreen
from tui.screens.spoken import SpokenScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.line_table import Column, Line, LineTable
from tui.widgets.lines import show_line

Part = tuple[str, str | None]
"""A split and the key of its part."""
COLUMNS = (
    Column(N_("Number"), 10, 12),
    Column(N_("Intervention"), 0, 0),
    Column(N_("End"), 10, 10),
    Column(N_("Counts as"), 14, 16),
)


class BehindScreen(SpokenScreen[None]):
    """Lists the episodes; steps between parts and between outcomes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "dismiss", N_("back"), key_display="Esc"),
        Binding("e", "to_register", N_("to the register")),
        Binding("f", "next_outcome", N_("outcome")),
        Binding("right", "step(1)", N_("next part"), priority=True, key_display="→"),
        Binding("left", "step(-1)", N_("earlier part"), priority=True, show=False),
    ]

    @dataclass
    class Found(Message):
        """The episodes have been read."""

        asked: tuple[Part | None, Outcome | None]
        behind: BehindFigure

    @dataclass
    class Failed(Message):
        """They could not be read."""

        error: TrackerError

    def __init__(
        self, workspace: Workspace, scorecard: Scorecard, card: GoalCard, part: Part | None = None
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.scorecard = scorecard
        self.card = card
        self.part = part
        self.only: Outcome | None = None
        self.behind = BehindFigure({}, (), is_all=True)
        self.asking = Asking(workspace, self)
        self.parts: list[Part | None] = [
            None,
            *((split, each.key) for split, found in card.splits.items() for each in found),
        ]

    def compose(self) -> ComposeResult:
        """The goal, the part, the outcomes, the episodes."""
        yield Static(self.card.goal.text, id="behind-goal", markup=False)
        yield Static(id="behind-part", markup=False)
        yield Static(id="behind-counts", markup=False)
        yield LineTable(self.language, COLUMNS)
        yield Static(id="behind-rest", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Read at once."""
        self.query_one(LineTable).focus()
        self.look()

    def look(self) -> None:
        """Show what is asked for, and read its episodes."""
        name, figure = self.language.text(N_("All")), self.card.figure
        if self.part is not None:
            split, key = self.part
            found = next(each for each in self.card.splits[split] if each.key == key)
            name, figure = found.name[:1].upper() + found.name[1:], found.figure
        facts = fact_text(self.language, self.card.goal, figure)
        missing = missing_text(self.language, self.card.goal, figure)
        said = " · ".join(text for text in (f"◂ {name} ▸", facts, missing) if text)
        self.query_one("#behind-part", Static).update(said)
        self.read(self.part, self.only)

    @work(thread=True, exclusive=True, group="behind")
    def read(self, part: Part | None, only: Outcome | None) -> None:
        """Read the episodes."""
        period = self.scorecard.period
        try:
            found = episodes_behind(self.workspace, self.card.goal.id, period, part, only=only)
        except TrackerError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Found((part, only), found))

    @on(Found)
    def show_found(self, message: Found) -> None:
        """Show the episodes, unless something else is asked for by now."""
        if message.asked != (self.part, self.only):
            return
        self.behind = message.behind
        language = self.language
        words = {each: language.text(said) for each, said in OUTCOME_WORDS.items()}
        counts = self.behind.counts
        total = language.number(sum(counts.values()))
        chips = [self._chip(None, f"{language.text(N_('All'))} {total}")]
        chips += [
            self._chip(each, f"{words[each]} {language.number(counts[each])}")
            for each in OUTCOME_WORDS
            if each in counts
        ]
        self.query_one("#behind-counts", Static).update("  ".join(chips))
        self.query_one(LineTable).show(
            Line((row.number, row.intervention, row.end.isoformat(), words[row.outcome]))
            for row in self.behind.rows
        )
        self._say(self._rest())

    @on(Failed)
    def show_failure(self, message: Failed) -> None:
        """Say why there is nothing to see."""
        self._say(self.asking.sentence(message.error))

    @on(Happened)
    def tell(self, message: Happened) -> None:
        """Say why a row could not be opened."""
        self._say(message.sentence)

    @on(LineTable.Opened)
    def open_row(self, message: LineTable.Opened) -> None:
        """All of the row, over the list."""
        if message.row >= len(self.behind.rows):
            return
        row = self.behind.rows[message.row]
        self.asking.start(self._show_row(row.insats, row.number, row.intervention))

    def action_next_outcome(self) -> None:
        """Only those of the next outcome."""
        known: list[Outcome | None] = [
            None, *(each for each in OUTCOME_WORDS if each in self.behind.counts)
        ]  # fmt: skip
        at = known.index(self.only) if self.only in known else 0
        self.only = known[(at + 1) % len(known)]
        self.look()

    def action_step(self, steps: int) -> None:
        """Go to another part."""
        at = self.parts.index(self.part) if self.part in self.parts else 0
        self.part, self.only = self.parts[(at + steps) % len(self.parts)], None
        self.look()

    def action_to_register(self) -> None:
        """Close what lies over the register, and look for the row there."""
        at = self.query_one(LineTable).at
        if at is None:
            return
        row = self.behind.rows[at]
        main = self.app.screen_stack[0]
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        main.post_message(ShowPane("register", f"{row.insats} {row.number}"))

    async def _show_row(self, insats: str, number: str, name: str) -> None:
        cells = await self.asking.read(partial(whole_row, self.workspace, insats, number))
        if cells is not None:
            await self.asking.ask(WholeRowScreen(f"{number} · {name}", cells))

    def _chip(self, outcome: Outcome | None, said: str) -> str:
        return f"{'●' if outcome is self.only else '○'} {said}"

    def _rest(self) -> str:
        """What is not in the list, and why."""
        if not self.behind.rows:
            return self.language.text(N_("No episodes."))
        if self.behind.is_all:
            return ""
        number = self.language.number(len(self.behind.rows))
        return self.language.text(N_("The latest {number} are listed."), number=number)

    def _say(self, sentence: str) -> None:
        show_line(self.query_one("#behind-rest", Static), sentence)
