"""What is done from the report pane: files are written, and a frozen one is verified."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tracker.errors import TrackerError
from tracker.freezing.bundle import from_bytes
from tracker.freezing.verifying import Verified, verify
from tracker.freezing.words import report_lines
from tracker.periods import Period
from tracker.problems import N_
from tracker.reports import Report, make_report
from tracker.reports.places import USUAL, file_name, other_name, short_place
from tracker.reports.scopes import Subject
from tracker.reports.several import Several, check_places, hand_out
from tracker.reports.writing import left_out_text
from tracker.transfer.paths_typed import is_there
from tracker.wording import language
from tracker.wording.language import LanguageCode
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.screens.forms.asking import Asking, Happened
from tui.screens.importing.file import FileScreen
from tui.screens.progress import Ended, Step, Working
from tui.screens.questions.confirm import Confirm
from tui.screens.report.files import FILES
from tui.screens.report.place import PlaceScreen
from tui.screens.report.preview import PreviewScreen
from tui.screens.report.told import ToldScreen

Value = TypeVar("Value")
REPLACE = N_("Replace")
CANCELLED = N_("Cancelled. Nothing was written.")
LARGEST = 50_000_000
"""Bytes of a file that is looked at; a frozen one has some hundred thousand."""


@dataclass(frozen=True)
class Chosen:
    """How the report is to be."""

    subject: Subject
    formats: tuple[str, ...]
    folder: Path
    language: LanguageCode
    template: str = ""

    @property
    def usual(self) -> bool:
        """Whether the formats are those that nobody chose."""
        return self.formats == USUAL

    def several(self, period: Period) -> Several:
        """The files that it becomes."""
        stem = file_name(language(self.language), period, self.subject.key)
        places = tuple(self.folder / f"{stem}{suffix}" for suffix in self.formats)
        return Several(places, Path(self.template) if self.template else None)


class Reporting(Asking):
    """The ways from the report pane."""

    def speaking(self, chosen: Chosen) -> Workspace:
        """The workspace in the language of the report."""
        return replace(self.workspace, language=language(chosen.language))

    def made(self, chosen: Chosen, period: Period) -> Report:
        """The report; made in a worker."""
        subject = chosen.subject
        return make_report(
            self.speaking(chosen), period, insats=subject.insats, kommun=subject.kommun
        )

    def write(self, chosen: Chosen, period: Period) -> None:
        """Write the report in every format that is chosen."""
        self.start(self._write(chosen, period))

    def preview(self, chosen: Chosen, period: Period, report: Report | None) -> None:
        """Show the report over the whole screen."""
        self.start(self._preview(chosen, period, report))

    def make_file(self, name: str, period: Period, folder: Path) -> None:
        """Make one of the other files."""
        self.start(self._make_file(name, period, folder))

    def verify(self, folder: Path) -> None:
        """Compare a frozen file with the figures of today."""
        self.start(self._verify(folder))

    async def _write(self, chosen: Chosen, period: Period) -> None:
        several = chosen.several(period)
        problem = await self.in_store(partial(check_places, several))
        if isinstance(problem, TrackerError):
            self.refuse(problem)
        elif await self._may_replace(several.there_already):
            workspace = self.speaking(chosen)

            def make(step: Step) -> tuple[str, ...]:
                return hand_out(workspace, period, chosen.subject, several, step)

            names = await self._work(N_("Writing the report …"), make)
            if names is not None:
                template = several.template or Path()
                said = left_out_text(self.language, names, template) if names else ""
                self._tell(several.places, said)

    async def _preview(self, chosen: Chosen, period: Period, report: Report | None) -> None:
        if report is None:
            making = partial(self.made, chosen, period)
            report = await self._work(N_("Making the report …"), lambda _step: making(), stop=False)
        if report is not None:
            self.pane.app.push_screen(PreviewScreen(report))

    async def _make_file(self, name: str, period: Period, folder: Path) -> None:
        file = FILES[name]
        stem = other_name(self.language, file.stem, period if file.of_period else None)
        advice = self.language.text(file.advice) if file.advice else ""
        asking = PlaceScreen(file.question, folder / f"{stem}{file.suffix}", advice)
        place = await self.ask(asking)
        if place is None or not await self._may_replace((place,) if is_there(place) else ()):
            return
        said = await self._work(
            file.doing, lambda _step: file.make(self.workspace, period, place), stop=False
        )
        if said is not None:
            self._tell((place,), said)

    async def _verify(self, folder: Path) -> None:
        advice = self.language.text(
            "A file that was frozen before. Nothing is changed in it or in the store."
        )
        place = await self.ask(FileScreen(N_("Which frozen file?"), folder, (".zip",), advice))
        if place is None:
            return
        found = await self._work(
            N_("Making the figures again …"), lambda _step: self._verified(place), stop=False
        )
        if found is not None:
            title = self.language.text("Compared with {file}", file=place.name)
            await self.ask(ToldScreen(title, "\n".join(report_lines(self.language, found))))

    def _verified(self, place: Path) -> Verified:
        from tracker.errors import UsageError

        try:
            with place.open("rb") as file:
                content = file.read(LARGEST)
        except OSError as error:
            raise UsageError(N_("{file} cannot be read."), file=place.name) from error
        return verify(self.workspace, from_bytes(content, place.name))

    async def _may_replace(self, there: tuple[Path, ...]) -> bool:
        if not there:
            return True
        question = self.language.plural(
            "{names} is there already. Replace it?",
            "{number} files are there already: {names}. Replace them?",
            len(there),
            names=", ".join(place.name for place in there),
        )
        may = await self.ask(Confirm(question, REPLACE, keeps_keys=True))
        if not may:
            self.pane.post_message(Happened(self.language.text(CANCELLED)))
        return may

    async def _work(
        self, title: str, make: Callable[[Step], Value], *, stop: bool = True
    ) -> Value | None:
        """What comes of long work; why there is nothing is told."""
        release_keys(self.pane.app)  # Esc is for the window that tells how far it is
        working: Working[Value] = Working(self.language.text(title), make, can_cancel=stop)
        ended: Ended[Value] = await self.ask(working)
        if ended.cancelled:
            self.pane.post_message(Happened(self.language.text(CANCELLED)))
        elif ended.sentence:
            self.pane.post_message(Happened(ended.sentence))
        return ended.value

    def _tell(self, places: tuple[Path, ...], said: str = "") -> None:
        """Say where the files are, and copy where."""
        where = places[0] if len(places) == 1 else places[0].parent
        self.pane.app.copy_to_clipboard(str(where))
        names = ", ".join(place.name for place in places)
        told = self.language.text(
            "Written in {folder}: {names}. The path is copied.",
            folder=short_place(places[0].parent),
            names=names,
        )
        self.pane.post_message(Happened(f"{told} {said}".strip()))
