"""The pane Deltagare: the register of participations, page by page."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from db.errors import AbandonedError
from db.pages import Place, StateCounts
from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register.pages import Page, count_states, read_page
from tracker.register.searching import Search
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.register.doing import Happened
from tui.screens.register.row_actions import RowActions
from tui.widgets.episode_table import EpisodeTable
from tui.widgets.lines import show_line
from tui.widgets.register_bar import RegisterBar

NOTHING_YET = N_(
    "No participants are registered yet.\n\nn registers the first one, F3 imports a file."
)
NOTHING_FOUND = N_("Nobody matches.\n\nEsc shows everybody again.")


class RegisterPane(RowActions):
    """Reads what is looked for in a worker, and shows it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    _keep: tuple[str, str] | None = None
    """The row on which the cursor is put when rows are read again."""
    _next: Place | None = None
    """Where the next page begins."""
    _shown: Search | None = None
    """What the shown rows were looked for by."""
    _opens_first = False
    """Whether the first row found is to be opened."""

    @dataclass
    class PageRead(Message):
        """A page has been read."""

        search: Search
        page: Page
        is_first: bool

    @dataclass
    class Counted(Message):
        """It is known how many there are of each state."""

        search: Search
        counts: StateCounts

    def compose(self) -> ComposeResult:
        """What is looked for, what was found, the cell in full, what has just happened."""
        yield self.bar
        yield self.table
        yield Static(id="nobody", markup=False)
        yield Static(id="cell", markup=False)
        yield Static(id="happened", markup=False)

    def show_subject(self, subject: str) -> None:
        """Look for an episode by intervention and running number, as “krus K-052”."""
        insats, _, number = subject.rpartition(" ")
        self.bar.search = Search(number, insats or None)

    def read(self) -> None:
        """Read the rows again, the cursor on the one where it stands."""
        if self.table.current is not None and self._keep is None:
            self._keep = self.table.current.key
        self.read_first(self.bar.search)

    @work(thread=True, exclusive=True, group="reading")
    def read_first(self, search: Search) -> None:
        """Read the first page of what is looked for."""
        self._read(search, None)

    @work(thread=True, exclusive=True, group="reading")
    def read_next(self, search: Search, after: Place) -> None:
        """Read the page after a place."""
        self._read(search, after)

    def _read(self, search: Search, after: Place | None) -> None:
        unwanted = _unwanted()
        try:
            page = read_page(self.workspace, search, after, is_unwanted=unwanted)
        except TrackerError as error:
            self.post_message(self.ReadFailed(error))
        except AbandonedError:
            return
        else:
            if not unwanted():
                self.post_message(self.PageRead(search, page, after is None))

    @work(thread=True, exclusive=True, group="counting")
    def count(self, search: Search) -> None:
        """Count the states; rows are shown before, since counting looks at all of them."""
        with suppress(TrackerError, AbandonedError):  # reading the page has told of an error
            counts = count_states(self.workspace, search, _unwanted())
            self.post_message(self.Counted(search, counts))

    @on(PageRead)
    def show_page(self, message: PageRead) -> None:
        """Show the rows, unless something else is looked for by now."""
        if message.search != self.bar.search:
            return
        page = message.page
        self._next = page.last
        if not message.is_first:
            self.table.append_rows(page.rows)
            return
        self._shown, self.is_stale = message.search, False
        self.bar.interventions = dict(page.interventions)
        self.table.show_order(message.search)
        self.table.replace_rows(page.rows, self._keep)
        self._show_emptiness(is_empty=not page.rows)
        self.count(message.search)
        if self._opens_first:
            self._open_found()

    @on(Counted)
    def show_counts(self, message: Counted) -> None:
        """Show how many there are."""
        if message.search == self.bar.search:
            self.bar.counts = message.counts

    @on(EpisodeTable.NearEnd)
    def read_on(self) -> None:
        """Read the next page, once."""
        if self._next is not None and self._shown is not None:
            after, self._next = self._next, None
            self.read_next(self._shown, after)

    @on(EpisodeTable.LookedAt)
    def show_cell(self) -> None:
        """The cell that is looked at, in full."""
        name, text = self.table.cell
        show_line(self.query_one("#cell", Static), f"{name}: {text or '–'}" if name else "")

    @on(EpisodeTable.HeadClicked)
    def sort_by_head(self, message: EpisodeTable.HeadClicked) -> None:
        """Sort by the column whose name was clicked on."""
        self.bar.sort_by(message.column)

    @on(RegisterBar.ViewsWanted)
    def choose_view(self) -> None:
        """The saved views, by mouse."""
        self.action_views()

    @on(RegisterBar.Changed)
    def look_for(self, message: RegisterBar.Changed) -> None:
        """Look for something else."""
        if self._shown is not None and message.search != self._shown:
            widens = self._shown.is_narrow and not message.search.is_narrow
            if widens and self.table.current is not None:
                self._keep = self.table.current.key
            self.workers.cancel_group(self, "counting")
            self.read_first(message.search)

    @on(RegisterBar.Finished)
    def finish_search(self, message: RegisterBar.Finished) -> None:
        """Back to the table; open what was found when there is just one."""
        self.table.focus()
        self._opens_first = message.opens
        if message.opens:
            hold_keys(self.app)
            if self._shown == self.bar.search:
                self._open_found()

    def happened(self, message: Happened) -> None:
        """The rows are read when the screen has noted the change, the cursor on what was saved."""
        if message.changed:
            self._keep = message.key

    @on(EpisodeTable.Opened)
    def open_row(self) -> None:
        """Enter on a row, or a click on it."""
        self.action_exit()

    def _open_found(self) -> None:
        self._opens_first = False
        if len(self.table.shown) == 1:
            self.action_exit()
        else:
            release_keys(self.app)

    def _show_emptiness(self, *, is_empty: bool) -> None:
        self._keep = None
        sentence = NOTHING_FOUND if self.bar.search.is_narrow else NOTHING_YET
        said = self.workspace.language.text(sentence) if is_empty else ""
        show_line(self.query_one("#nobody", Static), said)
        self.query_one("#cell", Static).display = not is_empty
        self.table.set_class(is_empty, "-empty")


def _unwanted() -> Callable[[], bool]:
    """Whether the worker that asks has been told to stop: something else is looked for by now."""
    worker = get_current_worker()
    return lambda: worker.is_cancelled
