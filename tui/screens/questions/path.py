"""Asking where a small file is to be written, and writing it there."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.transfer.paths_typed import is_folder, typed_path
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.sentences import sentence_of
from tui.widgets.answers import AnswerLine
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line


class PathQuestion(SpokenModal[Path | None]):
    """Answers with where it was written; stays open while it could not be."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("back"))]

    def __init__(self, question: str, proposed: Path, write: Callable[[Path], None]) -> None:
        super().__init__()
        self.question = question
        """Marked with `N_`."""
        self.proposed = proposed
        self.write = write
        """Writes the file; raises `TrackerError`."""

    def compose(self) -> ComposeResult:
        """The question, a line for the path, what is wrong."""
        with Vertical(id="question"):
            yield Static(self.language.text(self.question), markup=False)
            yield AnswerLine(str(self.proposed), compact=True, select_on_focus=False)
            yield Static(id="wrong", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Input).focus()
        self.call_after_refresh(release_keys, self.app)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Write it there, or say why not."""
        path = typed_path(event.value)
        if is_folder(path):
            path /= self.proposed.name
        try:
            self.write(path)
        except TrackerError as error:
            show_line(self.query_one("#wrong", Static), sentence_of(self.language, error))
        else:
            self._answer(path)

    def action_leave(self) -> None:
        """Write nothing."""
        self._answer(None)

    def _answer(self, path: Path | None) -> None:
        hold_keys(self.app)
        self.dismiss(path)
