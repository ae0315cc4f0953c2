"""Messages that concern more than one pane."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tracker.workspace import Workspace


class StoreChanged(Message):
    """Something was saved or taken back: every figure that is shown may be another now."""


@dataclass
class WorkspaceChanged(Message):
    """Plans or settings are others now: panes are made again with them when they are looked at."""

    workspace: "Workspace"


@dataclass
class ShowPane(Message):
    """Another pane is to be shown, perhaps at something: the main screen goes there."""

    pane: str
    """The id of the pane in `tui.screens.panes`."""
    subject: str = ""
    """What to show there, such as “krus K-052”, for a pane with `show_subject`."""
