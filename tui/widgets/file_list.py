"""Choosing a file: a line for its path, and below it what lies in the folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Paste
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static
from textual.widgets.input import Selection
from textual.widgets.option_list import Option

from tracker.problems import N_
from tracker.transfer.paths_typed import is_file, is_folder, typed_path
from tracker.wording import Language
from tui.widgets.marked_list import MarkedList

MOST = 500
"""So many files of a folder are listed; typing narrows them."""
LIKELY = ("Downloads", "Hämtningar", "Hämtade filer", "Documents", "Dokument")
"""Folders where files to import usually lie."""
UP = ".."


def likely_folder() -> Path:
    """Where to look first."""
    home = Path.home()
    return next((home / name for name in LIKELY if (home / name).is_dir()), home)


def split(text: str) -> tuple[Path, str]:
    """The folder that a text is about, and how the name begins."""
    path = typed_path(text)
    if not text.strip() or text.rstrip().endswith(("/", "\\")) or is_folder(path):
        return path, ""
    return path.parent, path.name


def entries(folder: Path, begins: str, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """The folders, then the files of these kinds; none where the folder cannot be read."""
    try:
        found = [each for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError:
        return
    folded = begins.casefold()
    found = [each for each in found if each.name.casefold().startswith(folded)]
    for each in sorted(found, key=lambda path: (not path.is_dir(), path.name.casefold())):
        if each.is_dir() or each.suffix.casefold() in suffixes:
            yield each


class PathSuggester(Suggester):
    """Completes what is typed to the first file or folder that begins so."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.suffixes = suffixes

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path; None when nothing begins so."""
        folder, begins = split(value)
        found = next(entries(folder, begins, self.suffixes), None) if begins else None
        if found is None or not found.name.startswith(begins):
            return None
        return value + found.name.removeprefix(begins)


class PathLine(Input):
    """A line in which a whole path that is pasted takes the place of what stands there."""

    def on_paste(self, event: Paste) -> None:
        """Mark what is to be replaced."""
        if typed_path(event.text).is_absolute():
            self.selection = Selection(0, len(self.value))


class FileList(Vertical):
    """Tells which file was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("down", "to_list", show=False, priority=True),
        Binding("up", "to_line", show=False, priority=True),
    ]

    @dataclass
    class Chosen(Message):
        """A file was chosen."""

        path: Path

    def __init__(self, language: Language, folder: Path, suffixes: tuple[str, ...]) -> None:
        super().__init__()
        self.language = language
        self.suffixes = suffixes
        self.folder = folder
        self.line = PathLine(
            f"{folder}/",
            compact=True,
            select_on_focus=False,
            suggester=PathSuggester(suffixes),
        )
        self.listed: list[Path] = []
        self.list = MarkedList(markup=False, compact=True)

    def compose(self) -> ComposeResult:
        """The line, the list, what is wrong."""
        yield self.line
        yield self.list
        yield Static(classes="problem", markup=False)

    def on_mount(self) -> None:
        """Begin with the folder."""
        self.look()

    @on(Input.Changed)
    def look(self) -> None:
        """List what begins as it is typed."""
        self.folder, begins = split(self.line.value)
        up = [] if begins or self.folder == self.folder.parent else [self.folder.parent]
        found = entries(self.folder, begins, self.suffixes)
        self.listed = [*up, *(each for each, _ in zip(found, range(MOST), strict=False))]
        self.list.clear_options()
        self.list.add_options(Option(self._said(each, bool(up))) for each in self.listed)
        self.say("")

    @on(Input.Submitted)
    def take(self) -> None:
        """Choose the file, or go into the folder."""
        self.go_to(typed_path(self.line.value))

    @on(OptionList.OptionSelected)
    def take_listed(self, event: OptionList.OptionSelected) -> None:
        """The same from the list."""
        event.stop()
        self.go_to(self.listed[event.option_index])

    def go_to(self, path: Path) -> None:
        """Choose a file, or list a folder; say so where there is neither."""
        if is_folder(path):
            self.line.value = f"{path}/" if path != path.parent else str(path)
            self.line.cursor_position = len(self.line.value)
            if self.list.has_focus:
                self.call_after_refresh(self.action_to_list)
        elif is_file(path):
            self.post_message(self.Chosen(path))
        else:
            self.say(self.language.text(N_("There is no such file: {path}."), path=str(path)))

    def say(self, problem: str) -> None:
        """Say what is wrong, or nothing."""
        self.query_one(".problem", Static).update(problem)

    def action_complete(self) -> None:
        """Take the completion where there is one, else go on to the list."""
        if self.line.has_focus and self.line._suggestion:  # noqa: SLF001 - it is told nowhere else
            self.line.action_cursor_right()
        elif self.line.has_focus:
            self.action_to_list()
        else:
            self.line.focus()

    def action_to_list(self) -> None:
        """On to the list, or one down in it."""
        if self.list.has_focus:
            self.list.action_cursor_down()
        elif self.listed:
            self.list.focus()
            self.list.highlighted = 0

    def action_to_line(self) -> None:
        """One up in the list; from its top back to the line."""
        if self.list.has_focus and self.list.highlighted:
            self.list.action_cursor_up()
        else:
            self.line.focus()

    def _said(self, path: Path, has_up: bool) -> Text:  # noqa: FBT001 - a fact
        if has_up and path == self.folder.parent:
            return Text(UP + "/")
        return Text(f"{path.name}/", "bold") if path.is_dir() else Text(path.name)
