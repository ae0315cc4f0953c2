"""The choices of the report pane, each asked for in a window of its own."""

from collections.abc import Awaitable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tracker.problems import N_
from tracker.reports.places import FORMAT_NAMES
from tracker.reports.scopes import WHOLE, Subject, subjects
from tui.screens.importing.file import FileScreen
from tui.screens.report.choices import ChoiceScreen, SeveralScreen
from tui.screens.report.doing import Chosen, Reporting
from tui.screens.report.place import PlaceScreen

if TYPE_CHECKING:
    from tui.screens.report.pane import ReportPane

TEMPLATE = N_(
    "Your own Word document: where {{{{finsam}}}} stands in it, or headings with the names of "
    "parts, the report is filled in."
)
NONE, FILE = "none", "file"


class Choosing(Reporting):
    """Asks, and tells the pane what was chosen."""

    def choose(self, name: str, chosen: Chosen) -> None:
        """Ask for one of the choices."""
        ways = {
            "subject": self._subject,
            "formats": self._formats,
            "template": self._template,
            "folder": self._folder,
        }
        self.start(self._anew(ways[name](chosen)))

    async def _anew(self, asking: Awaitable[Chosen | None]) -> None:
        chosen = await asking
        if chosen is not None:
            cast("ReportPane", self.pane).choose_anew(chosen)

    async def _subject(self, chosen: Chosen) -> Chosen | None:
        found = await self.read(partial(subjects, self.workspace))
        if found is None:
            return None
        by_key = {_key(one): one for one in found}
        named = [(key, self._named(one)) for key, one in by_key.items()]
        key = await self.ask(
            ChoiceScreen(N_("What is the report about?"), named, _key(chosen.subject))
        )
        return None if key is None else replace(chosen, subject=by_key[key])

    def _named(self, subject: Subject) -> str:
        if subject.insats:
            return self.language.text("Intervention: {name}", name=subject.name)
        if subject.kommun:
            return self.language.text("Municipality: {name}", name=subject.name)
        whole = self.language.text(WHOLE)
        return f"{whole[:1].upper()}{whole[1:]}"

    async def _formats(self, chosen: Chosen) -> Chosen | None:
        named = [(key, f"{self.language.text(said)}  {key}") for key, said in FORMAT_NAMES.items()]
        asked = SeveralScreen(N_("Which formats?"), named, chosen.formats)
        formats = await self.ask(asked)
        return None if formats is None else replace(chosen, formats=formats)

    async def _template(self, chosen: Chosen) -> Chosen | None:
        if chosen.template:
            text = self.language.text
            named = [
                (NONE, text("None: the program's own look")),
                (FILE, text("Another document …")),
            ]
            key = await self.ask(ChoiceScreen(N_("Which Word template?"), named, NONE))
            if key != FILE:
                return None if key is None else replace(chosen, template="")
        folder = Path(chosen.template).parent if chosen.template else chosen.folder
        advice, question = self.language.text(TEMPLATE), N_("Which Word document is filled in?")
        place = await self.ask(FileScreen(question, folder, (".docx",), advice))
        if place is None:
            return None
        formats = chosen.formats if ".docx" in chosen.formats else (".docx", *chosen.formats)
        return replace(chosen, template=str(place), formats=formats)

    async def _folder(self, chosen: Chosen) -> Chosen | None:
        asked = PlaceScreen(
            N_("In which folder are the files to be written?"), chosen.folder, is_folder=True
        )
        place = await self.ask(asked)
        return None if place is None else replace(chosen, folder=place)


def _key(subject: Subject) -> str:
    """What tells it from the others: an intervention may be called as a municipality is."""
    return f"{'i' if subject.insats else 'k'}:{subject.key}"
