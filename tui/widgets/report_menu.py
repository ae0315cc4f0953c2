"""The list of the report pane: what is chosen, what is missing, and what else can be made."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from tracker.problems import N_
from tui.widgets.marked_list import MarkedList

NAME = 17
KEY = 3


@dataclass(frozen=True)
class Entry:
    """A line of the list, in the user's language."""

    id: str
    """Empty: a heading, which is passed over."""
    name: str
    value: str = ""
    key: str = ""
    style: str = ""


class ReportMenu(MarkedList):
    """One line an entry; enter does what it says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("choose"), key_display="↵"),
    ]

    def show(self, entries: Iterable[Entry]) -> None:
        """Show other entries, on the one where it stood."""
        here = self.highlighted_option.id if self.highlighted_option else None
        self.set_options(_option(entry) for entry in entries)
        places = {option.id: at for at, option in enumerate(self.options) if not option.disabled}
        self.highlighted = places.get(here, min(places.values(), default=None))


def _option(entry: Entry) -> Option:
    if not entry.id:
        return Option(Content.styled(entry.name, "bold $text-primary"), disabled=True)
    if not entry.value:
        line = Content.assemble((f"{entry.key:<{KEY}}", "bold"), (entry.name, entry.style))
    else:
        name = f"{'':{KEY}}{entry.name:<{NAME}}"
        line = Content.assemble((name, "$text-muted"), (entry.value, entry.style))
    return Option(line, id=entry.id)
