"""Import on screen: what a file would do row by row, mapping by hand, and doing it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from tracker.problems import N_
from tracker.transfer.importing import apply_import, preview
from tracker.transfer.mapping import NO_MAPPING, ColumnMapping
from tracker.transfer.mapping_choices import needs_overwrite, unknown_headers
from tracker.transfer.outcome import Imported, ImportPlan
from tracker.transfer.proposing import Looked, look_at_file
from tracker.transfer.templates import context_of
from tracker.validation.context import Context
from tracker.validation.kinds import KINDS
from tracker.wording.labels import kind_label
from tracker.workspace import Workspace
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.importing.file import ROWS, FileScreen
from tui.screens.importing.lines import (
    COLUMNS,
    FATES,
    Fate,
    Told,
    next_step,
    summary,
    told_lines,
)
from tui.screens.importing.mapping import Mapping
from tui.screens.progress import Ended, Step, Working
from tui.screens.spoken import SpokenScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.line_table import LineTable
from tui.widgets.lines import show_line
from tui.widgets.prose import Prose

Answer = TypeVar("Answer")
SHOWN: tuple[Fate | None, ...] = (None, *FATES)
"""What is shown, in the order in which a key steps through it."""


@dataclass(frozen=True)
class Seen:
    """A file as it was read: what it looks like, and what it would do."""

    looked: Looked
    kind: str
    context: Context
    plan: ImportPlan
    strange: tuple[str, ...]
    """Headers that mean nothing yet."""
    lines: tuple[Told, ...]
    """Everything that would happen."""


class ImportScreen(SpokenScreen[str | None]):
    """Shows what a file would do; closes with a sentence when something was saved."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "apply", N_("save all")),
        Binding("v", "next_fate", N_("show")),
        Binding("k", "kind", N_("kind")),
        Binding("o", "overwrite", N_("overwrite")),
        Binding("w", "save_mapping", N_("keep mapping")),
        Binding("m", "load_mapping", N_("use mapping")),
        Binding("f", "file", N_("other file"), show=False),
        Binding("ctrl+z", "step_back", N_("take the choice back"), show=False),
        Binding("f5", "read_again", N_("read again"), show=False),
        Binding("escape,q", "leave", N_("back"), key_display="Esc"),
    ]

    def __init__(self, workspace: Workspace, kind: str = "", path: Path | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.kind = kind
        """The kind that was chosen; empty: what the file looks like."""
        self.path = path
        self.mapping: ColumnMapping = NO_MAPPING
        self.overwrites = False
        self.seen: Seen | None = None
        self.told: list[Told] = []
        """The lines that are shown."""
        self.fate: Fate | None = None
        self.table = LineTable(workspace.language, COLUMNS)
        self.way = Mapping(self)

    def compose(self) -> ComposeResult:
        """The file, what it would do, the rows, the marked one in full."""
        yield Static(id="import-file", markup=False)
        yield Static(id="import-sum", markup=False)
        yield self.table
        yield Static(id="import-line", markup=False)
        yield Static(id="import-next", markup=False)
        yield Static(id="happened", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for a file first."""
        self.table.focus()
        self.start(self._begin())

    def start(self, way: Coroutine[Any, Any, None]) -> None:
        """Go a way; keys are kept where nobody is there to take them."""
        hold_keys(self.app)
        self.run_worker(self._whole(way), group="asking")

    async def ask(self, screen: Screen[Answer]) -> Answer:
        """What a question is answered with."""
        return await self.app.push_screen_wait(screen)

    async def work(self, title: str, task: Callable[[Step], Answer]) -> Ended[Answer]:
        """What long work comes to."""
        release_keys(self.app)
        ended = await self.ask(Working(self.language.text(title), task))
        if ended.sentence:
            self.say(ended.sentence)
        return ended

    async def read(self) -> None:
        """Read the file again, as it is mapped now."""
        path = self.path
        if path is None:
            return
        ended = await self.work(N_("Reading the file …"), lambda step: self._read(path, step))
        if ended.value is not None:
            self.show_seen(ended.value)
        elif self.seen is None:
            self.path = None
            await self.ask_file()

    async def ask_file(self) -> None:
        """Choose a file; without one there is nothing to do here."""
        folder = self.path.parent if self.path else None
        said = str(self.query_one("#happened", Static).content)
        chosen = await self.ask(FileScreen(N_("Which file is to be imported?"), folder, ROWS, said))
        if chosen is not None:
            self.path, self.kind = chosen, self.kind if self.seen is None else ""
            self.seen, self.overwrites = None, False
            await self.read()
        elif self.seen is None:
            self.dismiss(None)

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    def show_seen(self, seen: Seen) -> None:
        """Show what the file would do."""
        self.seen, self.kind = seen, seen.kind
        text, plan = self.language.text, seen.plan
        head = text(
            "Import: {file} · {kind} · {rows}",
            file=seen.looked.path.name,
            kind=kind_label(self.language, seen.kind),
            rows=self.language.plural("{number} row", "{number} rows", seen.looked.rows),
        )
        self.query_one("#import-file", Static).update(head)
        said = summary(self.language, plan, len(seen.strange), seen.lines)
        self.query_one("#import-sum", Static).update(said)
        self.query_one("#import-next", Static).update(Prose(text(next_step(plan))))
        self._show_lines()
        self.refresh_bindings()

    @property
    def can_be_saved(self) -> bool:
        """Whether there is something to save, and nothing in the way."""
        plan = self.seen.plan if self.seen else None
        return plan is not None and plan.can_be_stored and bool(plan.added or plan.changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are offered where they make a difference."""
        if not self.is_mounted:
            return True
        if action == "apply":
            return self.can_be_saved
        if action == "save_mapping":
            return self.mapping != NO_MAPPING
        if action == "overwrite":
            return self.overwrites or bool(self.seen and needs_overwrite(self.seen.plan.rejected))
        return super().check_action(action, parameters)

    @on(LineTable.Moved)
    def show_line(self, message: LineTable.Moved) -> None:
        """The marked line in full."""
        message.stop()
        said = self.told[message.row].said if message.row < len(self.told) else ""
        self.query_one("#import-line", Static).update(Prose(said))

    @on(LineTable.Opened)
    def open_line(self, message: LineTable.Opened) -> None:
        """Do about a line what can be done about it."""
        message.stop()
        told = self.told[message.row]
        if told.header:
            self.start(self.way.choose_column(told.header))
        elif told.code:
            self.start(self.way.choose_code(*told.code))
        elif told.is_settled:
            self.action_overwrite()

    def action_next_fate(self) -> None:
        """Show the rows of the next fate only."""
        place = (SHOWN.index(self.fate) + 1) % len(SHOWN)
        self.fate = SHOWN[place]
        self._show_lines()
        shown = N_("Everything is shown.") if self.fate is None else FATES[self.fate]
        self.say(self.language.text(shown))

    def action_kind(self) -> None:
        """Choose another kind."""
        self.start(self.way.choose_kind())

    def action_overwrite(self) -> None:
        """Ask whether what was settled by hand is to be replaced."""
        self.start(self.way.decide_overwriting())

    def action_save_mapping(self) -> None:
        """Keep the mapping as a file."""
        self.start(self.way.save())

    def action_load_mapping(self) -> None:
        """Use a mapping that was kept."""
        self.start(self.way.load())

    def action_step_back(self) -> None:
        """Take the last choice of the mapping back."""
        self.start(self.way.step_back())

    def action_file(self) -> None:
        """Choose another file."""
        self.start(self.ask_file())

    def action_read_again(self) -> None:
        """The file was mended meanwhile."""
        self.start(self.read())

    def action_apply(self) -> None:
        """Save it."""
        if self.can_be_saved:
            self.start(self._apply())

    def action_leave(self) -> None:
        """Nothing was saved."""
        self.dismiss(None)

    async def _begin(self) -> None:
        await (self.ask_file() if self.path is None else self.read())

    async def _apply(self) -> None:
        seen = self.seen
        if seen is None:
            return

        def task(step: Step) -> Imported:
            return apply_import(self.workspace, seen.plan, watch=step)

        ended = await self.work(N_("Saving …"), task)
        if ended.value is not None:
            plan = ended.value.plan
            self.dismiss(
                self.language.text(
                    "Imported from {file}: {new} new, {changed} changed. ctrl+z undoes.",
                    file=seen.looked.path.name,
                    new=self.language.number(len(plan.added)),
                    changed=self.language.number(len(plan.changed)),
                )
            )

    def _read(self, path: Path, step: Step) -> Seen:
        context = context_of(self.workspace)
        looked = look_at_file(path, context, self.kind)
        kind = self.kind or looked.kinds[0]
        plan = preview(
            self.workspace, kind, path, self.mapping, overwrite=self.overwrites, watch=step
        )
        strange = unknown_headers(KINDS[kind], looked.headers, self.mapping, context)
        lines = tuple(told_lines(self.language, plan, context, strange))
        return Seen(looked, kind, context, plan, strange, lines)

    def _show_lines(self) -> None:
        if self.seen is None:
            return
        self.told = [each for each in self.seen.lines if self.fate in (None, each.fate)]
        self.table.show(each.line for each in self.told)
        first = self.told[0].said if self.told else ""
        self.query_one("#import-line", Static).update(Prose(first))

    async def _whole(self, way: Coroutine[Any, Any, None]) -> None:
        try:
            await way
        finally:
            release_keys(self.app)
