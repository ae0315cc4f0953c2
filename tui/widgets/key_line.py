"""The keys of the moment at the bottom: as many as have room, the most useful ones first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Input
from textual.widgets._footer import FooterKey

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from tui.screens.spoken import SpokenScreen

LAST = ("import_file", "help", "quit", "app.command_palette")
"""Actions that stand at the end; help and quit always do: they lead to what had no room."""
GIVEN_UP = ("app.command_palette", "import_file")
"""Those of them that are given up where the first keys have no room, in this order."""
NEVER = ("show_tab", "next_theme")
"""Actions whose keys stand elsewhere: in the tabs, or that nobody needs twice."""
KNOWN = frozenset(["up", "down", "home", "end"])
"""Keys that do what they do everywhere."""
GAP = 1
"""Columns after each key."""


@dataclass(frozen=True)
class KeyShown:
    """A key and what it does, in the user's language."""

    action: str
    key: str
    display: str
    words: str
    is_first: bool
    """Whether it stands before those that are only shown where there is room."""
    is_enabled: bool = True

    @property
    def width(self) -> int:
        """Columns that it takes."""
        return len(self.display) + 1 + len(self.words) + GAP


class KeyPlace(FooterKey):
    """A place on the line, that says one key now and perhaps another later."""

    def __init__(self, shown: KeyShown) -> None:
        super().__init__(
            shown.key,
            shown.display,
            shown.words,
            shown.action,
            disabled=not shown.is_enabled,
            classes="-compact",
        )
        self._shown: KeyShown | None = shown

    def say(self, shown: KeyShown | None) -> None:
        """Say another key, or none."""
        if shown == self._shown:
            return
        self._shown = shown
        self.display = shown is not None
        if shown is not None:
            self.key, self.key_display = shown.key, shown.display
            self.description, self.action = shown.words, shown.action
            self._disabled = not shown.is_enabled
            self.set_class(not shown.is_enabled, "-disabled")
            self.refresh(layout=True)


class KeyLine(Footer):
    """Shows keys whole or not at all; what stays as it is costs nothing."""

    def __init__(self) -> None:
        super().__init__(compact=True)
        self._shown: list[KeyShown] = []

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Other keys may do something now."""
        if self.is_attached and screen is self.screen and self.app.app_focus:
            self.call_after_refresh(self.show_keys)

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self.call_after_refresh(self.show_keys)

    async def show_keys(self) -> None:
        """Show the keys of the moment."""
        if not self.is_attached:
            return  # the screen has closed in the meantime
        keys = fitting(list(self._keys()), self.screen.size.width)
        if keys != self._shown:
            self._shown = keys
            await self._say(keys)

    async def _say(self, keys: Sequence[KeyShown]) -> None:
        """Change what the places say; making new ones for each focus would cost most of a key."""
        places = list(self.query_children(KeyPlace))
        await self.mount_all([KeyPlace(each) for each in keys[len(places) :]])
        for place, shown in zip_longest(places, keys[: len(places)]):
            place.say(shown)

    def _keys(self) -> Iterator[KeyShown]:
        """One key of each action, one that is to be shown if there is any."""
        screen = cast("SpokenScreen[object]", self.screen)
        by_action: dict[str, ActiveBinding] = {}
        for found in screen.own_bindings():
            binding = found.binding
            known = by_action.get(binding.action)
            if self._is_typed(binding) or binding.key in KNOWN:
                continue
            if known is None or not known.binding.show:
                by_action[binding.action] = found
        yield from (
            self._key(found) for action, found in by_action.items() if not action.startswith(NEVER)
        )

    def _is_typed(self, binding: Binding) -> bool:
        """Whether a key is a sign that goes into the field that has the keys."""
        sign = self.app.get_key_display(binding)
        return isinstance(self.screen.focused, Input) and len(sign) == 1 and sign.isascii()

    def _key(self, found: "ActiveBinding") -> KeyShown:
        binding = found.binding
        display = self.app.get_key_display(binding)
        return KeyShown(
            binding.action,
            binding.key,
            display,
            binding.description,
            binding.show,
            found.enabled,
        )


def fitting(keys: Sequence[KeyShown], width: int) -> list[KeyShown]:
    """The keys that there is room for.

    Those that stand last anyway are given up one by one rather than the first key.
    """
    last = sorted(
        (each for each in keys if each.action in LAST), key=lambda each: LAST.index(each.action)
    )
    others = [each for each in keys if each.action not in LAST]
    first = [each for each in others if each.is_first]
    for given_up in GIVEN_UP:
        if taken(first) + taken(last) <= width + GAP:
            break
        last = [each for each in last if each.action != given_up]
    room = width + GAP - taken(last)
    shown = list(_until_full(first, room))
    if len(shown) == len(first):
        rest = (each for each in others if not each.is_first)
        shown += _until_full(rest, room - taken(shown))
    return shown + last


def taken(keys: Iterable[KeyShown]) -> int:
    """Columns that keys take together."""
    return sum(each.width for each in keys)


def _until_full(keys: Iterable[KeyShown], room: int) -> Iterator[KeyShown]:
    for each in keys:
        room -= each.width
        if room < 0:
            return
        yield each
