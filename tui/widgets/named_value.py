"""A value after its name, both in full: long ones go on below themselves."""

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from textual.content import Content

from tui.widgets.drawn import Drawn

WIDEST_NAME = 34


@dataclass(frozen=True)
class NamedValue(Drawn):
    """Two columns of one row."""

    name: str
    value: str
    widest: int = WIDEST_NAME
    """So many columns at most for the name."""

    def drawn(self, width: int) -> Content:
        """As many lines as the longer of them needs."""
        left = min(self.widest, width // 2)
        names = wrap(self.name, left - 2) or [""]
        values = wrap(self.value, max(width - left, 1)) or [""]
        lines = (
            Content.assemble((name.ljust(left), "$text-muted"), value)
            for name, value in zip_longest(names, values, fillvalue="")
        )
        return Content("\n").join(lines)
