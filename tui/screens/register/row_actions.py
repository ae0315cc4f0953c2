"""What the keys of the register do with the marked row, and with what is looked for."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tracker.problems import N_
from tracker.workspace import Workspace
from tui.screens.list_pane import ListPane
from tui.screens.register.doing import Registering
from tui.screens.register.looking import Looking
from tui.widgets.episode_table import EpisodeTable
from tui.widgets.register_bar import RegisterBar


class RowActions(ListPane):
    """Keys for the marked row; showing the rows is for the pane that inherits this."""

    table: EpisodeTable
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("new entry")),
        Binding("enter,e", "exit", N_("exit")),
        Binding("r", "correct_entry", N_("mend entry")),
        Binding("m", "follow_up", N_("follow-up")),
        Binding("v", "void", N_("void")),
        Binding("plus", "count", N_("count only"), key_display="+"),
        Binding("space", "whole_row", N_("whole row"), key_display="␣", show=False),
        Binding("h", "history", N_("history"), show=False),
        Binding("y", "views", N_("views"), show=False),
        Binding("slash", "search", N_("search"), key_display="/", show=False),
        Binding("ctrl+z", "undo", N_("undo"), show=False),
        Binding("u,ctrl+y", "redo", N_("redo"), show=False),
        Binding("c", "copy_cell", N_("copy cell"), show=False),
        Binding("C", "copy_row", N_("copy row"), key_display="C", show=False),
        Binding("T", "copy_table", N_("copy table"), key_display="T", show=False),
        Binding("s", "sort", N_("sort by the column"), show=False),
        Binding("f", "next_state", N_("state"), show=False),
        Binding("i", "next_place", N_("intervention"), show=False),
        Binding("escape", "clear_search", N_("show all"), show=False),
    ]

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(workspace, id=id)
        self.doing = Registering(workspace, self)
        self.looking = Looking(workspace, self)
        self.bar = RegisterBar(workspace.language)
        self.table = EpisodeTable(workspace.language)

    def action_new(self) -> None:
        """A new entry, in the intervention that is looked at."""
        current = self.table.current
        self.doing.enter(self.bar.search.insats or (current.insats if current else None))

    def action_exit(self) -> None:
        """The exit of the marked row, or its correction."""
        if self.table.current is not None:
            self.doing.leave(self.table.current)

    def action_correct_entry(self) -> None:
        """What stood at entry for the marked row."""
        if self.table.current is not None:
            self.doing.mend(self.table.current)

    def action_follow_up(self) -> None:
        """The next follow-up of the marked row."""
        if self.table.current is not None:
            self.doing.follow_up(*self.table.current.key)

    def action_count(self) -> None:
        """Count somebody who may only be counted, in the intervention that is looked at."""
        current = self.table.current
        self.doing.count(self.bar.search.insats or (current.insats if current else None))

    def action_void(self) -> None:
        """Void the marked row."""
        if self.table.current is not None:
            self.doing.void(self.table.current)

    def action_whole_row(self) -> None:
        """All of the marked row, every cell in full."""
        if self.table.current is not None:
            self.looking.show_row(self.table.current, self.table.column)

    def action_history(self) -> None:
        """Who changed the marked row, when and why."""
        if self.table.current is not None:
            self.looking.show_history(self.table.current)

    def action_copy_cell(self) -> None:
        """Copy the cell that is looked at."""
        if self.table.current is not None:
            self.looking.copy_cell(self.table.current, self.table.column)

    def action_copy_row(self) -> None:
        """Copy the marked row."""
        if self.table.current is not None:
            self.looking.copy_row(self.table.current)

    def action_copy_table(self) -> None:
        """Copy all rows that are looked for."""
        self.looking.copy_table(self.bar.search)

    def action_views(self) -> None:
        """Choose or save a view."""
        self.looking.choose_view(self.bar)

    def action_search(self) -> None:
        """Type what to look for."""
        self.bar.input.focus()

    def action_next_state(self) -> None:
        """Show the next state only."""
        self.bar.next_state()

    def action_next_place(self) -> None:
        """Show the next intervention only."""
        self.bar.next_place()

    def action_sort(self) -> None:
        """Sort by the column that is looked at; again turns the order."""
        self.bar.sort_by(self.table.column)

    def action_clear_search(self) -> None:
        """Show everybody again."""
        self.bar.clear()
