"""Messages that concern more than one pane."""

from dataclasses import dataclass

from textual.message import Message


class StoreChanged(Message):
    """Something was saved or taken back: every figure that is shown may be another now."""


@dataclass
class ShowPane(Message):
    """Another pane is to be shown, perhaps at something: the main screen goes there."""

    pane: str
    """The id of the pane in `tui.screens.panes`."""
    subject: str = ""
    """What to show there, such as “krus K-052”, for a pane with `show_subject`."""
