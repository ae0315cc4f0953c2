"""A pane with nothing to show: what is missing, and which key to press next."""

from textual.content import Content
from textual.widgets import Static

KEY_WIDTH = 8
BLANK = "\N{NO-BREAK SPACE}"
"""Keeps the keys below each other where the lines are centred."""


class EmptyState(Static):
    """Says what is missing, and below it a key a line; not there while there is something.

    `show("No participants yet.", ("n", "register the first one"))` shows it, `show()` hides it.
    All texts are in the user's language already. A pane that shows it keeps the focus on something
    that has those keys.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id, markup=False)
        self.display = False

    def show(self, missing: str = "", *keys: tuple[str, str]) -> None:
        """Show what is missing and what to press; without it, be gone."""
        self.display = bool(missing)
        lines = [Content(line) for line in missing.split("\n")]
        if keys:
            lines.append(Content(""))
        widest = max((len(words) for _, words in keys), default=0)
        for key, words in keys:
            shown = words.ljust(widest, BLANK)
            lines.append(Content.assemble((key.ljust(KEY_WIDTH), "bold $text-primary"), shown))
        self.update(Content("\n").join(lines))
