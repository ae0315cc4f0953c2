"""What is decided about a file by hand: its kind, its headers, its codes, what is overwritten."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.transfer.mapping import NO_MAPPING, ColumnMapping, read_mapping
from tracker.transfer.mapping_choices import (
    code_choices,
    column_choices,
    needs_overwrite,
    save_mapping,
    with_code,
    with_column,
)
from tracker.transfer.paths_typed import typed_path
from tracker.transfer.spelling import folded
from tracker.validation.kinds import KINDS
from tracker.wording.labels import column_label, kind_label
from tui.screens.importing.file import MAPPINGS, FileScreen
from tui.screens.importing.lines import ONLY_PARTS, next_step
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.confirm import Confirm
from tui.screens.questions.path import PathQuestion
from tui.sentences import sentence_of

if TYPE_CHECKING:
    from tui.screens.importing.screen import ImportScreen

OVERWRITE = N_(
    "Somebody corrected values by hand, or voided rows, that this file says otherwise about "
    "({number}). Replace them with what the file says? The change log keeps both."
)
OVERWRITE_PARTS = N_(
    "Deliveries for parts of the days have come before ({number}). Let this one take their place? "
    "The change log keeps both."
)
KEEP_THEM = N_("Keep what was settled by hand?")


class Mapping:
    """The ways to decide; each reads the file again when something was decided."""

    def __init__(self, screen: "ImportScreen") -> None:
        self.screen = screen
        self.language = screen.workspace.language
        self.earlier: list[ColumnMapping] = []
        """What was mapped before each choice."""

    async def step_back(self) -> None:
        """Take the last choice back."""
        if self.earlier:
            self.screen.mapping = self.earlier.pop()
            await self.screen.read()

    async def choose_column(self, header: str) -> None:
        """Which of our columns a header is."""
        seen, text = self.screen.seen, self.language.text
        if seen is None:
            return
        kind = KINDS[seen.kind]
        taken = {*self.screen.mapping.columns.values(), *map(folded, seen.looked.headers)}
        choices = column_choices(kind, header, taken, seen.context)
        question = text("Which column is “{header}”?", header=header)
        chosen = await self.screen.ask(ChoiceScreen(question, choices))
        if chosen is not None:
            await self._use(with_column(self.screen.mapping, header, chosen))

    async def choose_code(self, column: str, word: str) -> None:
        """Which of our codes a word is."""
        seen, text = self.screen.seen, self.language.text
        if seen is None:
            return
        choices = code_choices(KINDS[seen.kind], column, word, seen.context)
        name = column_label(self.language, seen.kind, column)
        question = text("{column}: what is “{word}”?", column=name, word=word)
        chosen = await self.screen.ask(ChoiceScreen(question, choices))
        if chosen is not None:
            await self._use(with_code(self.screen.mapping, column, word, chosen))

    async def choose_kind(self) -> None:
        """Which kind of rows the file holds; what was mapped for another kind is dropped."""
        seen = self.screen.seen
        if seen is None:
            return
        choices = [(name, kind_label(self.language, name)) for name in seen.looked.kinds]
        question = self.language.text("What does the file hold?")
        chosen = await self.screen.ask(ChoiceScreen(question, choices))
        if chosen is not None and chosen != seen.kind:
            self.screen.kind = chosen
            await self._use(NO_MAPPING)
            self.earlier.clear()

    async def decide_overwriting(self) -> None:
        """Whether what was settled by hand is replaced."""
        seen = self.screen.seen
        number = needs_overwrite(seen.plan.rejected) if seen else 0
        if self.screen.overwrites:
            question, go_on = self.language.text(KEEP_THEM), N_("Keep it")
        elif number:
            parts = seen is not None and next_step(seen.plan) == ONLY_PARTS
            asked = OVERWRITE_PARTS if parts else OVERWRITE
            question = self.language.text(asked, number=self.language.number(number))
            go_on = N_("Replace")
        else:
            return
        if await self.screen.ask(Confirm(question, go_on, keeps_keys=True)):
            self.screen.overwrites = not self.screen.overwrites
            await self.screen.read()

    async def save(self) -> None:
        """Keep the mapping beside the file."""
        seen = self.screen.seen
        if seen is None:
            return
        mapping, proposed = self.screen.mapping, seen.looked.path.with_name(f"{seen.kind}.toml")

        def write(path: Path) -> None:
            save_mapping(mapping, path)

        question = N_("Where is the mapping to be kept? `tracker import --mapping` reads it too.")
        kept = await self.screen.ask(PathQuestion(question, proposed, write))
        if kept is not None:
            said = self.language.text("The mapping is kept: {path}", path=str(kept))
            self.screen.say(said)

    async def load(self) -> None:
        """Use a mapping that was kept."""
        seen = self.screen.seen
        if seen is None:
            return
        question = N_("Which mapping is to be used?")
        folder = seen.looked.path.parent
        advice = self.language.text("A mapping ends with .toml.")
        chosen = await self.screen.ask(FileScreen(question, folder, MAPPINGS, advice))
        if chosen is None:
            return
        try:
            found = read_mapping(typed_path(str(chosen)), KINDS[seen.kind], seen.context)
        except TrackerError as error:
            self.screen.say(sentence_of(self.language, error))
        else:
            old = self.screen.mapping
            columns = {**old.columns, **found.columns}
            values = {**old.values, **found.values}
            await self._use(replace(found, columns=columns, values=values))

    async def _use(self, mapping: ColumnMapping) -> None:
        self.earlier.append(self.screen.mapping)
        self.screen.mapping = mapping
        await self.screen.read()
