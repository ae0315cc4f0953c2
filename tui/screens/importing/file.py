"""Asking which file is to be imported, or which mapping is to be used."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tracker.problems import N_
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.spoken import SpokenModal
from tui.widgets.file_list import FileList, likely_folder
from tui.widgets.key_line import KeyLine

ROWS = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls")
MAPPINGS = (".toml",)
ADVICE = N_(
    "Type or paste a path, or choose below. Tab completes, ↵ takes the file. Nothing is saved "
    "before you have seen what would happen."
)


class FileScreen(SpokenModal[Path | None]):
    """Answers with a file that is there, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("back"))]

    def __init__(
        self, title: str, folder: Path | None, suffixes: tuple[str, ...], advice: str = ""
    ) -> None:
        super().__init__()
        self.said = title
        """Marked with `N_`."""
        self.folder = folder
        self.suffixes = suffixes
        self.advice = advice
        """In the user's language; empty: how to choose."""

    def compose(self) -> ComposeResult:
        """What is asked, and where to choose."""
        text = self.language.text
        with Vertical(id="file-box", classes="box"):
            yield Static(text(self.said), classes="heading", markup=False)
            yield FileList(self.language, self.folder or likely_folder(), self.suffixes)
            yield Static(self.advice or text(ADVICE), classes="keys", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(FileList).line.focus()
        self.call_after_refresh(release_keys, self.app)

    @on(FileList.Chosen)
    def answer(self, message: FileList.Chosen) -> None:
        """Close with the file."""
        hold_keys(self.app)
        self.dismiss(message.path)

    def action_leave(self) -> None:
        """Close without one."""
        hold_keys(self.app)
        self.dismiss(None)
