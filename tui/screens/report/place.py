"""Asking where a file, or the files of a report, are to be written."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Label, Static

from tracker.problems import N_
from tracker.transfer.paths_typed import is_folder, typed_path
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal


class FolderSuggester(Suggester):
    """Completes what is typed to the first folder that begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path; None when nothing begins so."""
        typed = typed_path(value)
        begins = "" if value.endswith(("/", "\\")) else typed.name
        if not begins:
            return None
        try:
            places = sorted(one for one in typed.parent.iterdir() if one.name.startswith(begins))
        except OSError:
            return None
        # Each look at a file takes its time where the folder lies on a server.
        found = next(filter(is_folder, places), None)
        return None if found is None else value + found.name.removeprefix(begins)


class PlaceScreen(SpokenModal[Path | None]):
    """Answers with a file to write, or a folder that is there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("back"))]

    def __init__(
        self, title: str, proposed: Path, advice: str = "", *, is_folder: bool = False
    ) -> None:
        super().__init__()
        self.said = title
        """Marked with `N_`."""
        self.proposed = proposed
        self.advice = advice
        """In the user's language."""
        self.is_folder = is_folder

    def compose(self) -> ComposeResult:
        """A line for the path, and below it what it is or what is wrong."""
        text = self.language.text
        with Vertical(classes="box"):
            yield Label(text(self.said), classes="heading", markup=False)
            yield Input(
                str(self.proposed),
                compact=True,
                select_on_focus=False,
                suggester=FolderSuggester(),
            )
            yield Static(self.advice, id="advice", markup=False)
            yield Static(
                text("→ completes the name of a folder   ↵ goes on   Esc back"),
                classes="keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """The end of the path is what is changed most."""
        line = self.query_one(Input)
        line.cursor_position = len(line.value)
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Submitted)
    def take(self, message: Input.Submitted) -> None:
        """Take the place if its folder is there."""
        place = typed_path(message.value)
        if not self.is_folder and is_folder(place):
            place /= self.proposed.name
        if not self.is_folder and not place.suffix:
            place = place.with_name(f"{place.name}{self.proposed.suffix}")
        folder = place if self.is_folder else place.parent
        if not message.value.strip() or not is_folder(folder):
            self.say(self.language.text("There is no folder {folder}.", folder=folder))
            return
        hold_keys(self.app)
        self.dismiss(place.absolute())

    def say(self, problem: str) -> None:
        """Say what is wrong."""
        line = self.query_one("#advice", Static)
        line.update(problem)
        line.add_class("-problem")

    def action_leave(self) -> None:
        """Write nothing."""
        hold_keys(self.app)
        self.dismiss(None)
