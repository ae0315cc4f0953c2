"""The goal bar as wide as there is room, with its scale above and its signs explained below."""

from dataclasses import dataclass

from textual.content import Content

from tracker.wording import Language
from tui.widgets.bar import GOAL, HIGH, LINE, LOW, SHARE, UNKNOWN, Bar, scale
from tui.widgets.drawn import Drawn
from tui.widgets.flowing import flowed

WIDEST = 101
"""One column a per cent is as fine as it gets."""


@dataclass(frozen=True)
class BigBar(Drawn):
    """A bar that explains itself."""

    bar: Bar
    language: Language

    def drawn(self, width: int) -> Content:
        """Scale, bar and legend."""
        wide = min(width, WIDEST)
        return Content("\n").join(
            [
                Content(""),
                Content.styled(scale(wide, self.language.percent(1)), "$text-muted"),
                self.bar.content(wide),
                *flowed((Content.styled(words, "$text-muted") for words in self._legend()), width),
            ]
        )

    def _legend(self) -> list[str]:
        bar, text = self.bar, self.language.text
        signs = (
            (True, SHARE, text("outcome")),
            (bar.low is not None, LOW + LINE + HIGH, text("interval")),
            (bar.target is not None, GOAL, text("goal")),
            (bar.unknown is not None, UNKNOWN, text("what unknown outcomes could move")),
        )
        return [f"{sign} {words}" for is_there, sign, words in signs if is_there]
