"""What is done about data quality: a row is mended, a finding accepted or taken back."""

from functools import partial

from tracker import quality
from tracker.quality import Finding, Row
from tracker.quality.words import title
from tui.screens.quality_reason import ReasonScreen
from tui.screens.registering import Happened
from tui.screens.work_doing import Working


class Mending(Working):
    """The ways to deal with a finding."""

    def mend_row(self, finding: Finding, row: Row) -> bool:
        """Open the form of a row; False where it has none."""
        key = dict(row.key)
        if "deltagande" not in key:
            return False
        if row.kind == "uppföljningar":
            self.follow_up(key["insats"], key["deltagande"], int(key["månader"]))
        elif finding.check.mended_at == "entry":
            self.open_entry(key["insats"], key["deltagande"])
        else:
            self.open_exit(key["insats"], key["deltagande"])
        return True

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
