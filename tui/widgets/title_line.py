"""The top line: association, how it is shown, period, store with its last backup, date.

All of it is always seen: where there is no room the backup is told in fewer words, then the names
of the association and the store are shortened. The date gives way first.
"""

from dataclasses import dataclass
from datetime import date
from itertools import product

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from tracker.wording import Language
from tui.widgets.period_picker import PeriodPicker

GENERIC = ("Samordningsförbundet", "Samordningsförbund", "Finsam")
"""First words that say nothing about which association it is; given up first."""
LEAST_NAME = 12
"""Signs of a store's name that are left at least."""
ENDING = 6
"""Signs at the end of a store's name that stay: a year tells stores apart."""
BETWEEN = 2
"""Columns before what is told of the store."""
ROOM_FOR_DAY = 120
"""Columns from which the date stands here; on narrower screens the tabs may have room for it."""
AROUND_PERIOD, AROUND_DAY, AROUND_PUBLISHED = 8, 2, 3
"""Columns that arrows, margins and padding take."""


@dataclass(frozen=True)
class AboutStore:
    """What is told of a store: its name, and its last backup in many words or few."""

    name: str = ""
    kept: tuple[str, ...] = ()
    """The same in ever fewer words; empty where there is nothing to tell."""


class TitleLine(Horizontal):
    """What the whole screen is about."""

    association: reactive[str] = reactive("")
    period_label: reactive[str] = reactive("")
    published: reactive[bool] = reactive(default=False)
    store: reactive[AboutStore] = reactive(AboutStore())

    def __init__(self, language: Language, today: date) -> None:
        super().__init__()
        self.as_published = language.text("as published")
        self.today = language.weekday(today)

    def compose(self) -> ComposeResult:
        """Left to right, in the order of what the eye meets."""
        yield Static(id="association", markup=False)
        published = Static(self.as_published, id="published")
        published.display = False
        yield published
        yield PeriodPicker().data_bind(label=TitleLine.period_label)
        yield Static(id="store", markup=False)
        yield Static(self.today, id="today", markup=False)

    def on_mount(self) -> None:
        """What opens over the main screen tells of the same store."""
        for first in self.app.screen_stack[0].query(TitleLine):
            self.store = first.store

    def watch_published(self, published: bool) -> None:  # noqa: FBT001 - Textual calls it
        """Say so when figures are shown as readers will see them."""
        self.query_one("#published").display = published
        self.fit()

    def watch_association(self) -> None:
        """Show whose goals these are."""
        self.fit()

    def watch_store(self) -> None:
        """Show in which store they are counted."""
        self.fit()

    def watch_period_label(self) -> None:
        """A longer period leaves less room."""
        self.fit()

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self.fit()

    def fit(self) -> None:
        """Share what room the others leave between association and store."""
        has_day = self.outer_size.width >= ROOM_FOR_DAY
        self.query_one("#today").display = has_day
        room = self.content_size.width - AROUND_PERIOD - len(self.period_label)
        room -= AROUND_DAY + len(self.today) if has_day else 0
        room -= AROUND_PUBLISHED + len(self.as_published) if self.published else 0
        association, store = shared(self.association, self.store, room)
        self.query_one("#association", Static).update(association)
        self.query_one("#store", Static).update(store)


def shared(association: str, store: AboutStore, room: int) -> tuple[str, str]:
    """What is shown of the association and of the store in so many columns together."""
    names = (store.name, _short_name(store.name, LEAST_NAME))
    told = [
        " · ".join(filter(None, (name, kept))) for name, kept in product(names, store.kept or ("",))
    ]
    for whose, words in product((association, _distinct(association)), told):
        if len(whose) + BETWEEN + len(words) <= room:
            return whose, words
    left = room - BETWEEN - len(told[-1])
    return _cut(_distinct(association), left), told[-1]


def _distinct(association: str) -> str:
    """The name without the word that most associations begin with."""
    first, _, rest = association.partition(" ")
    return f"… {rest}" if first in GENERIC and rest else association


def _short_name(name: str, length: int) -> str:
    """The name of a file with its middle left out."""
    if len(name) <= length:
        return name
    return f"{name[: length - ENDING - 1]}…{name[-ENDING:]}"


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: max(length - 1, 0)].rstrip()}…"
