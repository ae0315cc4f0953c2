"""Messages that concern more than one pane."""

from textual.message import Message


class StoreChanged(Message):
    """Something was saved or taken back: every figure that is shown may be another now."""
