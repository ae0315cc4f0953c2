"""The tabs: on a narrow screen they go on in a second line, none is ever hidden."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

LINES = 2
PADDINGS = (" {} ", "{} ")
"""What stands around a label: the first where there is room."""
AROUND_ASIDE = 3
"""Columns between the tabs and the words beside them, and after those."""


@dataclass(frozen=True)
class TabShown:
    """A tab as it is shown: its key and its words in the user's language."""

    id: str
    key: str
    words: str


@dataclass(frozen=True)
class Placed:
    """Where the label of a tab lies."""

    id: str
    label: str
    line: int
    start: int

    @property
    def end(self) -> int:
        """The column after it."""
        return self.start + len(self.label)


class TabBar(Widget):
    """Shows the tabs, how many things wait in them, and beside them a few words."""

    can_focus = False
    tabs: reactive[tuple[TabShown, ...]] = reactive((), layout=True)
    active: reactive[str] = reactive("", layout=True)
    badges: reactive[Mapping[str, int]] = reactive[Mapping[str, int]]({}, layout=True)
    """By the id of a tab: how many things wait there; none is not shown."""
    aside: reactive[tuple[str, ...]] = reactive(())
    """The same in ever fewer words: what has room stands at the right of the last line."""

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        tab: str

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as the tabs take."""
        return lines_of(laid_out(self.labels(), self.active, width))

    def render(self) -> Content:
        """The lines."""
        width = self.content_size.width
        placed = laid_out(self.labels(), self.active, width)
        lines = [self._line(placed, number, width) for number in range(lines_of(placed))]
        return Content("\n").join(lines)

    def labels(self) -> list[tuple[str, str, str, str]]:
        """Of each tab the id, the key, the words and the number."""
        return [
            (tab.id, tab.key, tab.words, str(self.badges.get(tab.id) or "")) for tab in self.tabs
        ]

    def _line(self, placed: Sequence[Placed], number: int, width: int) -> Content:
        mine = [each for each in placed if each.line == number]
        parts: list[Content] = []
        column = 0
        for each in mine:
            parts.append(Content(" " * (each.start - column)))
            style = "bold reverse" if each.id == self.active else "$text-muted"
            parts.append(Content(each.label).stylize(style))
            column = each.end
        if number == lines_of(placed) - 1:
            parts.append(self._aside(width - column))
        return Content("").join(parts)

    def _aside(self, room: int) -> Content:
        """The words at the right: the most that there is room for."""
        fits = (words for words in self.aside if len(words) + AROUND_ASIDE <= room)
        words = next(fits, "")
        return Content(f"{words:>{room - 1}}" if words else "").stylize("$text-muted")

    def on_click(self, event: Click) -> None:
        """Tell which tab was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for each in laid_out(self.labels(), self.active, self.content_size.width):
            if each.line == offset.y and each.start <= offset.x < each.end:
                self.post_message(self.Chosen(each.id))


def laid_out(
    labels: Sequence[tuple[str, str, str, str]], active: str, width: int
) -> tuple[Placed, ...]:
    """Where each tab lies: words whole if they go into the lines, else shorter, active ones last.

    Words are given up letter by letter; the key and the number always stay, and so do the words of
    the active tab.
    """
    longest = max((len(words) for _, _, words, _ in labels), default=0)
    for letters in range(longest, -1, -1):
        shortened = [
            (name, _label(key, words if name == active else _cut(words, letters), number))
            for name, key, words, number in labels
        ]
        padded = [
            [(name, padding.format(label)) for name, label in shortened] for padding in PADDINGS
        ]
        for lines, each in product(range(1, LINES + 1), padded):
            placed = _even(each, lines, width)
            if lines_of(placed) <= lines:
                return placed
    return placed


def lines_of(placed: Sequence[Placed]) -> int:
    """How many lines the tabs take."""
    return placed[-1].line + 1 if placed else 1


def _label(key: str, words: str, number: str) -> str:
    return " ".join(filter(None, (key, words, number)))


def _cut(words: str, letters: int) -> str:
    if len(words) <= letters:
        return words
    return f"{words[: letters - 1].rstrip()}…" if letters > 1 else ""


def _even(labels: Sequence[tuple[str, str]], lines: int, width: int) -> tuple[Placed, ...]:
    """The labels in so many lines of about the same length, in more where they have no room."""
    least = sum(len(label) for _, label in labels) // lines
    for narrower in range(least, width):
        placed = tuple(_wrapped(labels, narrower))
        if lines_of(placed) <= lines:
            return placed
    return tuple(_wrapped(labels, width))


def _wrapped(labels: Sequence[tuple[str, str]], width: int) -> Iterator[Placed]:
    """The labels after each other, in as many lines as they take."""
    line, column = 0, 0
    for name, label in labels:
        if column and column + len(label) > width:
            line, column = line + 1, 0
        yield Placed(name, label, line, column)
        column += len(label)
