"""What is done about data quality: a row is mended, a finding accepted or taken back."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from tracker import quality
from tracker.board.starting import money_start_of
from tracker.quality import Finding, Row
from tracker.quality.words import title
from tracker.surveys.rounds import round_lines
from tracker.validation.participants import ENTRY_COLUMNS, EXIT_COLUMNS
from tui.screens.board.doing import BoardWork
from tui.screens.forms.money import MoneyForm
from tui.screens.quality.reason import ReasonScreen
from tui.screens.register.doing import Happened
from tui.screens.surveys.doing import Surveying
from tui.screens.work.doing import Working


class Mending(Working, BoardWork, Surveying):
    """The ways to deal with a finding."""

    def mend_row(self, row: Row) -> bool:
        """Open the form of a row, the cursor where it is to be mended; False where it has none."""
        key = dict(row.key)
        if "deltagande" in key:
            self._mend_episode(row.column, key)
        elif row.kind == "insatser":
            self.intervention(key["insats"], row.column)
        elif row.kind == "ekonomi":
            self.start(self._mend_money(key, row.column))
        elif row.kind in ("utskick", "enkätsvar"):
            self.start(self._mend_mailing(key))
        else:
            return False
        return True

    def _mend_episode(self, column: str, key: Mapping[str, str]) -> None:
        whose = key["insats"], key["deltagande"]
        if column in ENTRY_COLUMNS:
            self.open_entry(*whose, column)
        elif column in EXIT_COLUMNS:
            self.open_exit(*whose, column)
        else:
            self.follow_up(*whose, int(key["månader"]), column)

    async def _mend_money(self, key: Mapping[str, str], column: str) -> None:
        start = await self.read(
            partial(money_start_of, self.workspace, int(key["år"]), key["insats"])
        )
        if start is not None:
            await self._fill_in(MoneyForm, lambda: replace(start, at=column))

    async def _mend_mailing(self, key: Mapping[str, str]) -> None:
        lines = await self.read(partial(round_lines, self.workspace))
        wanted = (key["omgång"], key["grupp"], key["insats"] or None, False)
        line = next((each for each in lines or () if each.identity == wanted), None)
        if line is not None:
            await self._hand_out(line)

    def accept(self, finding: Finding) -> None:
        """Accept a finding with a reason."""
        self.start(self._accept(finding))

    def take_back(self, finding: Finding) -> None:
        """Take the acceptance of a finding back."""
        self.start(self._take_back(finding))

    async def _accept(self, finding: Finding) -> None:
        question = self.language.plural(
            "Accept {number} row: {title}. The reason follows the figures to the report.",
            "Accept {number} rows: {title}. The reason follows the figures to the report.",
            finding.count,
            title=title(self.language, finding),
        )
        check = partial(quality.reason_problem, self.workspace)
        reason = await self.ask(ReasonScreen(question, check))
        if reason is None:
            return
        task = partial(quality.accept, self.workspace, finding.check.name, reason)
        accepted = await self.read(task)
        if accepted is not None:
            said = self.language.plural(
                "Accepted for {number} row. ctrl+z undoes.",
                "Accepted for {number} rows. ctrl+z undoes.",
                accepted.count,
            )
            self.pane.post_message(Happened(said, changed=True))

    async def _take_back(self, finding: Finding) -> None:
        task = partial(self._taken_back, finding.check.name)
        if await self.read(task):
            said = self.language.text("No longer accepted. ctrl+z undoes.")
            self.pane.post_message(Happened(said, changed=True))

    def _taken_back(self, check: str) -> bool:
        quality.take_back(self.workspace, check)
        return True
