"""Running text that never breaks inside “33,0 %”: Textual would break at a no-break space."""

from dataclasses import dataclass
from textwrap import wrap

from textual.content import Content

from tui.widgets.drawn import Drawn


@dataclass(frozen=True)
class Prose(Drawn):
    """A text, perhaps after a few words in another style."""

    text: str
    style: str = ""
    lead: str = ""
    lead_style: str = "$text-muted"

    def drawn(self, width: int) -> Content:
        """The text in lines."""
        lines = wrapped(f"{self.lead}{self.text}", width)
        return Content(lines).stylize(self.style).stylize(self.lead_style, 0, len(self.lead))


def wrapped(text: str, width: int) -> str:
    """The text with its lines broken at ordinary spaces only."""
    return "\n".join(
        "\n".join(wrap(line, max(width, 1), break_on_hyphens=False)) for line in text.split("\n")
    )
