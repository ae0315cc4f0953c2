"""Driving the application by keys, as a coordinator would; waits for workers, never sleeps."""

from contextlib import asynccontextmanager, suppress

from textual.widgets import Input, Static
from textual.worker import WorkerCancelled

from tui.app import TrackerApp
from tui.screens.register.pane import RegisterPane
from tui.screens.spoken import SpokenModal

NAMED = {
    *("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "end", "home"),
    *("ctrl+s", "ctrl+z", "ctrl+y", "ctrl+p", "space", "backspace", "delete"),
    *(f"f{number}" for number in range(1, 13)),
}
"""Keys that are written out; everything else is typed sign by sign."""


def keys_in(text):
    """The keys of a text: `/052 enter` is five keys."""
    for word in text.split():
        yield from [word] if word in NAMED else word


async def settled(pilot):
    """Wait until nothing is read or saved any more; a form may wait for its answer."""
    await pilot.pause()
    while is_busy(pilot.app):
        if busy := working(pilot.app):
            with suppress(WorkerCancelled):  # one that another has taken the place of
                await pilot.app.workers.wait_for_complete(busy)
        await pilot.pause()


def is_busy(app):
    """Whether something is read or saved, or a form is on its way or away."""
    if app.is_dealing:
        return True
    asking = any(worker.group == "asking" and not worker.is_finished for worker in app.workers)
    listening = asking and isinstance(app.screen, SpokenModal) and app.screen.focused is not None
    return bool(working(app)) or (asking and not listening)


def working(app):
    """The workers that end by themselves."""
    return [each for each in app.workers if each.group != "asking" and not each.is_finished]


class Keyboard:
    """The application with somebody at the keys."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.app = pilot.app

    async def type(self, text):
        """Press keys, each when the one before has been dealt with."""
        for key in keys_in(text):
            await self.pilot.press(key)
            await settled(self.pilot)

    @property
    def screen(self):
        """What is on top."""
        return self.app.screen

    @property
    def pane(self):
        """The register."""
        return self.app.screen_stack[0].query_one(RegisterPane)

    @property
    def numbers(self):
        """The running numbers that are shown."""
        return [row.number for row in self.pane.table.shown]

    @property
    def happened(self):
        """What the register says has just happened."""
        return said(self.pane.query_one("#happened", Static))

    @property
    def notice(self):
        """What the form says about itself."""
        return said(self.screen.query_one("#notice", Static))

    def field(self, name):
        """A field of the form."""
        return self.screen.fields[name]

    @property
    def focused(self):
        """The column of the field that is typed in."""
        current = self.screen.current
        return None if current is None else current.column.name


def said(static):
    """The text of a static, when it is shown."""
    return str(static.content) if static.display else ""


@asynccontextmanager
async def at_register(workspace, size=(80, 24)):
    """The application, opened on the register."""
    app = TrackerApp.on(workspace)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        keyboard = Keyboard(pilot)
        await keyboard.type("3")
        yield keyboard


def still(app):
    """Nothing blinks."""
    for line in app.screen.query(Input):
        line.cursor_blink = False
