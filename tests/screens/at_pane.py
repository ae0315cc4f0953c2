"""The application opened on a pane, with somebody at the keys."""

from contextlib import asynccontextmanager

from textual.widgets import Static

from tests.screens.keyboard import Keyboard, said, settled
from tui.app import TrackerApp

KEYS = {
    "goals": "1",
    "due": "2",
    "interventions": "4",
    "surveys": "5",
    "money": "6",
    "quality": "7",
    "report": "8",
    "deliveries": "9",
    "changes": "0",
    "settings": "f2",
}


class AtPane(Keyboard):
    """Keys, and what one pane of the main screen shows."""

    name = "due"

    @property
    def pane(self):
        """The pane that is looked at."""
        return self.app.screen_stack[0].query_one(f"#{self.name}")

    def told(self, line):
        """What a line of the pane says, when it is shown."""
        static = self.pane.query_one(f"#{line}", Static)
        return getattr(static.content, "text", said(static)) if static.display else ""

    def row(self, table=None):
        """The line that the cursor is on."""
        table = table or self.pane.table
        return table.lines[table.at].cells


@asynccontextmanager
async def at_pane(workspace, name, size=(80, 24), *, memory=None):
    """The application, opened on a pane."""
    app = TrackerApp.on(workspace, memory)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        keyboard = AtPane(pilot)
        keyboard.name = name
        await keyboard.type(KEYS[name])
        yield keyboard
