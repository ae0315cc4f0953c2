"""The pane Rapport: what the report is to be, what is missing before it, and writing it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.periods import Period
from tracker.problems import N_
from tracker.reports import Report
from tracker.reports.places import FORMAT_NAMES, USUAL, documents, short_place
from tracker.reports.readiness import Remark, remarks
from tracker.reports.scopes import WHOLE, Subject
from tracker.transfer.paths_typed import is_folder
from tracker.wording.language import LanguageCode
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import ShowPane, StoreChanged
from tui.screens.forms.asking import Happened
from tui.screens.report.choosing import Choosing
from tui.screens.report.doing import Chosen
from tui.screens.undoing import Undoing
from tui.sentences import sentence_of
from tui.widgets.lines import show_line
from tui.widgets.report_menu import Entry, ReportMenu
from tui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from tui.app import TrackerApp

LANGUAGES = {"sv": N_("Swedish"), "en": N_("English")}
FILES = (
    ("f", "freeze", N_("Freeze the figures, to show later how they came about")),
    ("k", "verify", N_("Compare frozen figures with those of today")),
    ("u", "finsam", N_("The sheet for Uppföljning Finsam")),
    ("i", "catalogue", N_("The catalogue of interventions")),
    ("l", "delivery", N_("A delivery of counts")),
)
"""Key, action and words of what else is made."""


class ReportPane(Undoing):
    """Asks what the report is to be, shows it, writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "write", N_("write the report")),
        Binding("v", "preview", N_("preview")),
        Binding("f", "make('freeze')", N_("freeze")),
        Binding("k", "verify", N_("compare frozen"), show=False),
        Binding("u", "make('finsam')", N_("Uppföljning Finsam"), show=False),
        Binding("i", "make('catalogue')", N_("catalogue of interventions"), show=False),
        Binding("l", "make('delivery')", N_("delivery of counts"), show=False),
        Binding("c", "copy", N_("copy the folder's path"), show=False),
    ]
    period: reactive[Period | None] = reactive(None)
    store_version: reactive[int] = reactive(0)

    @dataclass
    class Looked(Message):
        """What is missing before the report, or why that cannot be told."""

        period: Period
        found: tuple[Remark, ...] = ()
        problem: str = ""

    @dataclass
    class Previewed(Message):
        """The report has been made, or cannot be."""

        asked: tuple[Chosen, Period]
        report: Report | None
        problem: str = ""

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.choosing = Choosing(workspace, self)
        self.menu = ReportMenu()
        self.view = ReportView(workspace.language, id="beside")
        self.chosen = Chosen(Subject(), USUAL, documents(), workspace.language.code)
        self.report: Report | None = None
        """What the preview shows; None: it is not made, or of something else."""
        self._looked: ReportPane.Looked | None = None

    def compose(self) -> ComposeResult:
        """The list, beside it the report where there is room; below what has happened."""
        with Horizontal():
            with Vertical(id="choices-of-report"):
                yield self.menu
            yield self.view
        yield Static(id="happened", markup=False)

    def on_mount(self) -> None:
        """Begin with what was chosen last."""
        app = cast("TrackerApp", self.app)
        kept = app.memory.choices(app.source.where) if app.memory else {}
        formats = tuple(one for one in FORMAT_NAMES if one in kept.get("formats", "").split())
        folder = Path(kept.get("folder", ""))
        self.chosen = replace(
            self.chosen,
            formats=formats or USUAL,
            folder=folder if kept.get("folder") and is_folder(folder) else self.chosen.folder,
            template=kept.get("template", ""),
        )
        self._fill()

    def on_show(self, _event: events.Show) -> None:
        """Look again at what is missing."""
        self.menu.focus()
        self._renew()

    def on_resize(self) -> None:
        """Make the preview when there is room for it."""
        if self.report is None:
            self._preview_beside()

    def watch_period(self) -> None:
        """Another period is shown."""
        self._renew()

    def watch_store_version(self) -> None:
        """Something was saved."""
        self._renew()

    def _renew(self) -> None:
        """Everything is read again, where it is looked at."""
        self.report = None
        if self.is_mounted and self.display and self.period is not None:
            self._fill()
            self.look(self.period)
            self._preview_beside()

    def _preview_beside(self) -> None:
        if self.period is not None and self.display and self.screen.has_class("-wide"):
            self.make_preview(self.chosen, self.period)

    @work(thread=True, exclusive=True, group="looking")
    def look(self, period: Period) -> None:
        """Find out what is missing before the period can be published."""
        try:
            found = self.Looked(period, remarks(self.workspace, period))
        except TrackerError as error:
            found = self.Looked(period, problem=sentence_of(self.language, error))
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @work(thread=True, exclusive=True, group="preview")
    def make_preview(self, chosen: Chosen, period: Period) -> None:
        """Make the report, to be read beside."""
        asked = (chosen, period)
        try:
            made = self.Previewed(asked, self.choosing.made(chosen, period))
        except TrackerError as error:
            made = self.Previewed(asked, None, sentence_of(self.language, error))
        if not get_current_worker().is_cancelled:
            self.post_message(made)

    @on(Looked)
    def show_missing(self, message: Looked) -> None:
        """Show it in the list."""
        if message.period == self.period:
            self._looked = message
            self._fill()

    @on(Previewed)
    async def show_preview(self, message: Previewed) -> None:
        """Show the report beside the list."""
        if message.asked == (self.chosen, self.period):
            self.report = message.report
            if message.report is None:
                await self.view.say(message.problem)
            else:
                await self.view.show(message.report)

    @on(OptionList.OptionSelected)
    async def choose(self, message: OptionList.OptionSelected) -> None:
        """Do what the line says."""
        message.stop()
        name, _, subject = (message.option_id or "").partition(":")
        if name == "go":
            self.post_message(ShowPane(subject))
        elif name in ("write", "preview", "verify"):
            await self.run_action(name)
        elif name == "make":
            self.action_make(subject)
        elif name == "period":
            await self.screen.run_action("ask_period")
        elif name == "language":
            other: LanguageCode = "en" if self.chosen.language == "sv" else "sv"
            self.choose_anew(replace(self.chosen, language=other))
        elif name != "nothing":
            self.choosing.choose(name, self.chosen)

    def choose_anew(self, chosen: Chosen) -> None:
        """The report is to be otherwise from now on."""
        made_otherwise = (chosen.subject, chosen.language) != (
            self.chosen.subject,
            self.chosen.language,
        )
        self.chosen = chosen
        app = cast("TrackerApp", self.app)
        if app.memory is not None:
            kept = {
                "folder": str(chosen.folder),
                "formats": " ".join(chosen.formats),
                "template": chosen.template,
            }
            app.memory.choose(app.source.where, kept)
        self._fill()
        if made_otherwise:
            self.report = None
        if self.report is None:
            self._preview_beside()

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say where the files are, or why there are none."""
        message.stop()
        release_keys(self.app)
        show_line(self.query_one("#happened", Static), message.sentence)
        if message.changed:
            self.post_message(StoreChanged())

    def action_write(self) -> None:
        """Write the report."""
        if self.period is not None:
            self.choosing.write(self.chosen, self.period)

    def action_preview(self) -> None:
        """Show the report over the whole screen."""
        if self.period is not None:
            self.choosing.preview(self.chosen, self.period, self.report)

    def action_make(self, name: str) -> None:
        """Make another file."""
        if self.period is not None:
            self.choosing.make_file(name, self.period, self.chosen.folder)

    def action_verify(self) -> None:
        """Compare frozen figures with those of today."""
        self.choosing.verify(self.chosen.folder)

    def action_copy(self) -> None:
        """Copy where the files are written."""
        self.app.copy_to_clipboard(str(self.chosen.folder))
        said = self.language.text("The path is copied: {place}", place=str(self.chosen.folder))
        show_line(self.query_one("#happened", Static), said)

    def _fill(self) -> None:
        self.menu.show(self._entries())

    def _entries(self) -> Iterator[Entry]:
        text, chosen = self.language.text, self.chosen
        yield Entry("", text("The report"))
        yield Entry("period", text("Period"), self.period.label if self.period else "…")
        yield Entry("subject", text("About"), chosen.subject.name or text(WHOLE))
        formats = ", ".join(text(FORMAT_NAMES[one]) for one in chosen.formats)
        yield Entry("formats", text("Formats"), formats)
        own = short_place(Path(chosen.template)) if chosen.template else text("none of your own")
        yield Entry("template", text("Word template"), own)
        yield Entry("language", text("Language"), text(LANGUAGES[chosen.language]))
        yield Entry("folder", text("Folder"), short_place(chosen.folder))
        yield Entry("write", text("Write the report"), key="s", style="bold")
        yield Entry("preview", text("Read it here first, as it is published"), key="v")
        yield Entry("", text("Before it is published"))
        yield from self._missing()
        yield Entry("", text("What else the year ends with"))
        for key, name, words in FILES:
            made = name if name == "verify" else f"make:{name}"
            yield Entry(made, text(words), key=key)

    def _missing(self) -> Iterator[Entry]:
        text = self.language.text
        if self._looked is None or self._looked.period != self.period:
            yield Entry("nothing", "…")
        elif self._looked.problem:
            yield Entry("nothing", self._looked.problem, key="✗")
        elif not self._looked.found:
            yield Entry("nothing", text("Nothing is missing."), key="✓")
        for at, remark in enumerate(self._looked.found if self._looked else ()):
            target = f"go:{remark.pane}" if remark.pane else f"nothing:{at}"
            yield Entry(target, f"{remark.sentence}{_arrow(remark)}", key="!")


def _arrow(remark: Remark) -> str:
    return "  ↵" if remark.pane else ""
