"""What the grid for paper answers shows, and how it reads and writes aside."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.widgets import DataTable, Static

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.surveys import paper
from tracker.surveys.pile import NUMBER, PaperForm, Pile
from tracker.surveys.signs import asked, counted, next_column
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.forms.keeping import Keeping
from tui.screens.spoken import SpokenModal
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line
from tui.widgets.paper_table import PaperTable

if TYPE_CHECKING:
    from tui.screens.forms.asking import Asking

Answer = TypeVar("Answer")
AROUND = 8
"""Lines around the table: head (two), how many, what is wrong, asked, happened, keys (and one)."""


class ShownGrid(SpokenModal[int]):
    """Shows a pile of paper forms; what the keys do is for the screen that inherits this."""

    def __init__(self, asking: "Asking", pile: Pile, begun: PaperForm | None = None) -> None:
        super().__init__()
        self.asking = asking
        self.workspace = asking.workspace
        self.table = PaperTable(asking.language, pile)
        self.begun = begun
        """What was filled in before, and never saved."""
        self.keeping = Keeping(self, self._keep)
        self.types_number = False
        """Whether the number is being typed, so that a sign is added to it."""
        self._turn = asyncio.Lock()
        """The store is written in the order in which something was typed."""

    def compose(self) -> ComposeResult:
        """What is the same for all, the forms, and below them what is asked."""
        with Vertical(id="grid"):
            yield Static(self.pile.heading, id="heading", markup=False)
            yield Static(id="counted", markup=False)
            yield self.table
            yield Static(id="refused", markup=False)
            yield Static(id="asked", markup=False)
            yield Static(id="happened", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Stand where the first answer is typed."""
        self.table.focus()
        if self.begun is not None:
            taken = {"", *(form.number for form in self.pile.forms)}
            number = self.pile.proposed if self.begun.number in taken else self.begun.number
            self.show_forms(PaperForm(number, self.begun.answers))
            self.say(self.language.text("Here is what was filled in before."))
        self.call_after_refresh(self._begin)

    def on_resize(self, event: Resize) -> None:
        """The table is as high as its rows, as far as there is room."""
        self.table.styles.max_height = max(event.size.height - AROUND, 4)

    @property
    def pile(self) -> Pile:
        """What is stored."""
        return self.table.pile

    @property
    def typed(self) -> PaperForm:
        """The form that is being typed."""
        return self.table.typed

    @property
    def is_begun(self) -> bool:
        """Whether something would be lost."""
        return any(self.typed.answers.values())

    @on(DataTable.CellHighlighted)
    def tell_cell(self, message: DataTable.CellHighlighted) -> None:
        """Say what is asked in the cell, and how far one is."""
        message.stop()
        if self.table.column != NUMBER:
            self.types_number = False
        if self.table.waits_for:
            self.table.show_typed(self.typed)
        self.tell()

    @on(DataTable.CellSelected)
    def ignore_click(self, message: DataTable.CellSelected) -> None:
        """A click on the marked cell changes nothing."""
        message.stop()

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    def refuse(self, sentence: str) -> None:
        """Say below the cell why a sign was no answer there; nothing takes it away."""
        said = ""
        if sentence:
            at, room = self.table.offset_of_cell, self.size.width
            fits = at + len(sentence) + 2 <= room
            said = f"{' ' * at}▲ {sentence}" if fits else f"{sentence} ▲".rjust(at + 1)
        show_line(self.query_one("#refused", Static), said)

    def show_forms(self, typed: PaperForm, pile: Pile | None = None) -> None:
        """Show what is stored, and the form that is typed."""
        self.table.show(pile or self.pile, typed)

    def to_next(self) -> None:
        """To the first column that was not come to."""
        self.table.stand_on_typed(next_column(self.pile, self.typed) or self.pile.columns[-1])
        self.tell()

    def tell(self) -> None:
        """Say what is asked in the cell, and how far one is."""
        said = asked(self.language, self.pile, self.table.column)
        stored = self.table.stored
        if stored is not None:
            words = N_("Form {number} is saved. Type another answer to correct it: {asked}")
            said = self.language.text(words, number=stored.number, asked=said)
        self.query_one("#asked", Static).update(said)
        told = counted(self.language, self.pile, self.typed)
        self.query_one("#counted", Static).update(told)

    def named(self, column: str) -> str:
        """The head of a column."""
        is_sex = self.pile.question(column) is None
        return self.language.text("Sex") if is_sex else column

    def do(self, task: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        """Write or read aside, keys kept until it is done; a refusal is told below the cell."""
        hold_keys(self.app)
        self.run_worker(self._done(task, then), group="store")

    def _begin(self) -> None:
        self.to_next()
        release_keys(self.app)

    async def _done(self, task: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        async with self._turn:
            found = await self.asking.in_store(task)
        if isinstance(found, TrackerError):
            self.refuse(self._sentence(found))
        else:
            then(found)
        release_keys(self.app)

    def _sentence(self, error: TrackerError) -> str:
        """What is wrong, without where in which file."""
        problems = (self.language.text(each.message, **each.params) for each in error.problems)
        said = " ".join(problems)
        return said or self.language.text(error.message, **error.params)

    def _keep(self) -> None:
        """Keep the form so far, in case it is never saved."""
        task = partial(paper.keep_form, self.workspace, self.pile, self.typed)
        if not self.is_begun:
            task = partial(paper.drop_form, self.workspace)
        self.run_worker(self._kept(task), group="drafts")

    async def _kept(self, task: Callable[[], None]) -> None:
        async with self._turn:
            await self.asking.in_store(task)
