"""Saved views over the register: choose one, save what is looked for, drop one's own."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static

from tracker.problems import N_
from tracker.register.searching import Search
from tracker.register.views import View
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.answers import AnswerLine, AnswerList
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line


@dataclass(frozen=True)
class ViewChosen:
    """What was chosen: to look through a view, to save one, to drop one."""

    name: str
    deed: str
    """One of open, save, drop, undo."""
    search: Search | None = None
    """What the view to be looked through looks for."""


class ViewsScreen(SpokenModal[ViewChosen | None]):
    """Lists the views by name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,y", "leave", N_("back"), key_display="Esc"),
        Binding("n,ctrl+s", "name", N_("save the search")),
        Binding("delete,minus", "drop", N_("drop"), key_display="Del"),
        Binding("ctrl+z", "undo", N_("undo")),
    ]

    def __init__(self, views: tuple[View, ...], said: str = "", *, altered: str = "") -> None:
        super().__init__()
        self.views = views
        self.said = said
        """What has just happened, or why it did not."""
        self.altered = altered
        """The view that was saved or dropped last; that can be taken back."""

    def compose(self) -> ComposeResult:
        """The views, a line for a new name, what has happened."""
        text = self.language.text
        with Vertical(id="question"):
            yield Static(text(N_("Views")), classes="heading", markup=False)
            own = text(N_("own"))
            names = (f"{each.name} · {own}" if each.is_own else each.name for each in self.views)
            yield AnswerList(*names, markup=False, compact=True)
            yield AnswerLine(placeholder=text(N_("Name of the view")), compact=True, id="view-name")
            yield Static(id="wrong", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the list."""
        self.query_one("#view-name").display = False
        show_line(self.query_one("#wrong", Static), self.said)
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()
        self.call_after_refresh(release_keys, self.app)

    @on(OptionList.OptionSelected)
    def open(self, event: OptionList.OptionSelected) -> None:
        """Look through a view."""
        view = self.views[event.option_index]
        self._answer(ViewChosen(view.name, "open", view.search))

    def action_name(self) -> None:
        """Ask what the search is to be called."""
        line = self.query_one("#view-name", Input)
        line.display = True
        line.focus()

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Save under that name."""
        self._answer(ViewChosen(event.value, "save"))

    def action_drop(self) -> None:
        """Drop the marked view, where it is one's own."""
        at = self.query_one(OptionList).highlighted
        if at is None or not self.views[at].is_own:
            sentence = self.language.text(N_("Everybody has that view: it cannot be dropped."))
            show_line(self.query_one("#wrong", Static), sentence)
        else:
            self._answer(ViewChosen(self.views[at].name, "drop"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is taken back before something is altered."""
        return action != "undo" or bool(self.altered)

    def action_undo(self) -> None:
        """Take back what was saved or dropped last."""
        self._answer(ViewChosen(self.altered, "undo"))

    def action_leave(self) -> None:
        """Back, to the list first where a name was being typed."""
        if isinstance(self.focused, Input):
            self.query_one("#view-name").display = False
            self.query_one(OptionList).focus()
        else:
            self._answer(None)

    def _answer(self, chosen: ViewChosen | None) -> None:
        hold_keys(self.app)
        self.dismiss(chosen)
