"""What is looked for in the register: a line to type in, and chips to choose with."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from db.pages import EpisodeState, StateCounts
from tracker.problems import N_
from tracker.register.searching import COLUMNS, STATE_WORDS, Search
from tracker.wording import Language
from tui.widgets.episode_table import ARROWS, HEADS

STATES: tuple[EpisodeState | None, ...] = (None, *EpisodeState)


class Chip(Static):
    """A choice that can be clicked on; a dot marks the one that holds."""

    @dataclass
    class Chosen(Message):
        """The chip was clicked on."""

        chip: "Chip"

    def on_click(self, _event: events.Click) -> None:
        """Choose it."""
        self.post_message(self.Chosen(self))


class SearchInput(Input):
    """The line to type in; its key is told of."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("open"))]


class RegisterBar(Widget):
    """Owns what is looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,down", "leave", N_("to the list")),
    ]
    search: reactive[Search] = reactive(Search(), init=False)
    counts: reactive[StateCounts | None] = reactive(None, init=False)

    @dataclass
    class Changed(Message):
        """Something else is looked for."""

        search: Search

    @dataclass
    class Finished(Message):
        """Typing is over: on to what was found."""

        opens: bool
        """Whether what was found is to be opened."""

    class ViewsWanted(Message):
        """The saved views are to be chosen from."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.interventions: dict[str, str] = {}
        """Short ids with names of those that can be looked in."""

    def compose(self) -> ComposeResult:
        """The line and the order, the chips below."""
        text = self.language.text
        with Horizontal():
            yield SearchInput(
                placeholder=text(N_("/  number, intervention, ongoing …")),
                compact=True,
                id="search",
            )
            yield Chip(id="place", markup=False)
            yield Chip(id="order", markup=False)
            yield Chip(id="views", markup=False)
        with Horizontal():
            for number, _ in enumerate(STATES):
                yield Chip(id=f"state-{number}", markup=False)

    def on_mount(self) -> None:
        """Show what holds at first."""
        self.watch_search()

    def watch_search(self) -> None:
        """Mark the chips that hold, and tell what is looked for."""
        text = self.language.text
        place = self.interventions.get(self.search.insats or "", text(N_("all")))
        self.query_one("#place", Chip).update(text(N_("i {place} ▾"), place=place))
        order = f"{text(HEADS[COLUMNS.index(self.search.column)])} {ARROWS[self.search.descending]}"
        self.query_one("#order", Chip).update(text(N_("s {order}"), order=order))
        self.query_one("#views", Chip).update(text(N_("y views")))
        self.watch_counts()
        if self.search.text != self.input.value:
            with self.prevent(Input.Changed):
                self.input.value = self.search.text
        self.post_message(self.Changed(self.search))

    def watch_counts(self) -> None:
        """Show how many there are of each state."""
        for number, state in enumerate(STATES):
            chip = self.query_one(f"#state-{number}", Chip)
            holds = state is self.search.state
            chip.set_class(holds, "-holds")
            chip.update(f"{'●' if holds else '○'} {self._words(state)}")

    @property
    def input(self) -> Input:
        """The line to type in."""
        return self.query_one("#search", Input)

    def next_state(self) -> None:
        """Look for the next state."""
        at = STATES.index(self.search.state)
        self._choose_state(STATES[(at + 1) % len(STATES)])

    def next_place(self) -> None:
        """Look in the next intervention."""
        keys = [None, *self.interventions]
        at = keys.index(self.search.insats)
        self.search = replace(self.search, insats=keys[(at + 1) % len(keys)])

    def sort_by(self, column: str) -> None:
        """Sort by a column; the other way round where rows are sorted by it."""
        self.search = self.search.sorted_by(column)

    def clear(self) -> None:
        """Look for everything again."""
        self.search = Search(column=self.search.column, descending=self.search.descending)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Look at once."""
        event.stop()
        self.search = replace(self.search, text=event.value)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Open what was found."""
        event.stop()
        self.post_message(self.Finished(opens=True))

    @on(Chip.Chosen)
    def choose(self, message: Chip.Chosen) -> None:
        """The same by mouse."""
        message.stop()
        name = message.chip.id or ""
        if name == "place":
            self.next_place()
        elif name == "order":
            self.sort_by(self.search.column)
        elif name == "views":
            self.post_message(self.ViewsWanted())
        else:
            self._choose_state(STATES[int(name.removeprefix("state-"))])

    def action_leave(self) -> None:
        """Back to the table; what is typed goes on to hold."""
        self.post_message(self.Finished(opens=False))

    def _choose_state(self, state: EpisodeState | None) -> None:
        """Only a view looks for those of this year; another state looks for all."""
        self.search = replace(self.search, state=state, this_year=False)

    def _words(self, state: EpisodeState | None) -> str:
        said = self.language.text(STATE_WORDS[state] if state else N_("All"))
        if self.counts is None:
            return said
        count = self.counts.total if state is None else getattr(self.counts, state.value)
        if state is EpisodeState.ENDED and self.search.this_year:
            said = self.language.text(N_("Ended this year"))
        return f"{said} {self.language.number(count)}"
