"""What is looked at, chosen and copied in the register, without changing any row."""

from collections.abc import Mapping
from functools import partial

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.register import copying, views
from tracker.register.pages import RegisterRow
from tracker.register.row_history import row_history
from tracker.register.searching import Search
from tracker.register.whole_row import whole_row
from tui.screens.forms.asking import Asking, Happened
from tui.screens.register.row_history import RowHistoryScreen
from tui.screens.register.views import ViewChosen, ViewsScreen
from tui.screens.register.whole_row import WholeRowScreen
from tui.widgets.register_bar import RegisterBar


class Looking(Asking):
    """Opens what lies over the register; what was copied is told to the pane."""

    _altered: tuple[str, Search | None] = "", None
    """The view that was saved or dropped last, and what it looked for before; None: it is new."""

    def show_row(self, row: RegisterRow, column: str) -> None:
        """All of a row, beginning at a column."""
        self.start(self._show_row(row, column))

    def show_history(self, row: RegisterRow) -> None:
        """Who changed a row, when and why."""
        self.start(self._show_history(row))

    def choose_view(self, bar: RegisterBar) -> None:
        """Look through a saved view, or save what is looked for."""
        self.start(self._choose_view(bar))

    def copy_table(self, search: Search) -> None:
        """Copy all rows that are looked for."""
        self.start(self._copy_table(search))

    def copy_row(self, row: RegisterRow) -> None:
        """Copy one row."""
        self._copy(copying.copied_row(row), N_("Copied the row {text}."), row.number)

    def copy_cell(self, row: RegisterRow, column: str) -> None:
        """Copy one cell in full."""
        text = copying.copied_cell(row, column)
        self._copy(text, N_("Copied: {text}"), text or "–")

    async def _show_row(self, row: RegisterRow, column: str) -> None:
        cells = await self.read(partial(whole_row, self.workspace, *row.key))
        if cells is not None and await self.ask(WholeRowScreen(_title(row), cells, column)):
            await self._show_history(row)

    async def _show_history(self, row: RegisterRow) -> None:
        entries = await self.read(partial(row_history, self.workspace, *row.key))
        if entries is not None:
            await self.ask(RowHistoryScreen(_title(row), entries))

    async def _choose_view(self, bar: RegisterBar) -> None:
        said = ""
        while (found := await self.read(partial(views.views, self.workspace))) is not None:
            chosen = await self.ask(ViewsScreen(found, said, altered=self._altered[0]))
            if chosen is None:
                return
            if chosen.search is not None:
                bar.search = chosen.search
                return
            own = {view.name: view.search for view in found if view.is_own}
            said = await self._alter_views(chosen, bar.search, own)

    async def _alter_views(
        self, chosen: ViewChosen, search: Search, own: Mapping[str, Search]
    ) -> str:
        """Save or drop a view, or take that back; what came of it in words."""
        wanted: Search | None = {"save": search, "undo": self._altered[1]}.get(chosen.deed)
        done: object
        if wanted is None:
            done = await self.in_store(partial(views.drop, self.workspace, chosen.name))
            sentence = N_("{name} is dropped.")
        else:
            save = partial(views.save_view, self.workspace, chosen.name, wanted)
            done = await self.in_store(save)
            sentence = N_("{name} is saved.")
        if isinstance(done, TrackerError):
            return self.sentence(done)
        name = done.name if isinstance(done, views.View) else chosen.name
        if chosen.deed == "undo":
            self._altered = "", None
            return self.language.text(N_("{name} is as it was before."), name=name)
        self._altered = name, own.get(name)
        return self.language.text(sentence, name=name)

    async def _copy_table(self, search: Search) -> None:
        copied = await self.read(partial(copying.copied_table, self.workspace, search))
        if copied is not None:
            self.pane.app.copy_to_clipboard(copied.text)
            self.pane.post_message(Happened(copying.told(self.language, copied)))

    def _copy(self, text: str, sentence: str, said: str) -> None:
        self.pane.app.copy_to_clipboard(text)
        self.pane.post_message(Happened(self.language.text(sentence, text=said)))


def _title(row: RegisterRow) -> str:
    return f"{row.number} · {row.intervention}"
