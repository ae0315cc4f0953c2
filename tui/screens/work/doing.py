"""What is done from the work list: the right form is opened, or several tries are written down."""

from collections.abc import Sequence
from functools import partial

from db.codes import FollowUpOutcome
from tracker.problems import N_, NN_
from tracker.register.finding import find_row
from tracker.worklist import Tried, WorkItem, record_tries
from tracker.worklist.tries import Try
from tui.screens.questions.confirm import Confirm
from tui.screens.register.doing import Happened, Registering

GO_ON: dict[Try, str] = {
    FollowUpOutcome.NOT_REACHED: N_("Not reached"),
    FollowUpOutcome.DECLINED: N_("Declined"),
}
"""What the button says that goes on."""
TOLD_OF_ONE: dict[Try, str] = {
    FollowUpOutcome.NOT_REACHED: N_(
        "Not reached today: {whom}. The reminder stays. ctrl+z undoes."
    ),
    FollowUpOutcome.DECLINED: N_("Declined today: {whom}. No more reminders. ctrl+z undoes."),
}
TOLD_OF_SEVERAL: dict[Try, tuple[str, str]] = {
    FollowUpOutcome.NOT_REACHED: NN_(
        "Not reached today: {number} follow-up. The reminder stays. ctrl+z undoes.",
        "Not reached today: {number} follow-ups. The reminders stay. ctrl+z undoes.",
    ),
    FollowUpOutcome.DECLINED: NN_(
        "Declined today: {number} follow-up. No more reminders. ctrl+z undoes.",
        "Declined today: {number} follow-ups. No more reminders. ctrl+z undoes.",
    ),
}


class Working(Registering):
    """The ways to get a thing done."""

    def open(self, item: WorkItem) -> None:
        """Open the form that gets a thing done."""
        if item.insats is None or item.deltagande is None:
            return
        if item.kind == "follow_up":
            self.follow_up(item.insats, item.deltagande, item.months)
        else:
            self.open_exit(item.insats, item.deltagande, next(iter(item.columns), ""))

    def open_exit(self, insats: str, number: str, at: str = "") -> None:
        """The exit of an episode, or its correction where it has ended; the cursor in a column."""
        self.start(self._open_exit(insats, number, at))

    def open_entry(self, insats: str, number: str, at: str = "") -> None:
        """The entry of an episode, to be corrected; the cursor in a column."""
        self.start(self._open_entry(insats, number, at))

    def write_tries(self, items: Sequence[WorkItem], outcome: Try) -> None:
        """Write down that some were not reached, or declined; several are asked about first."""
        self.start(self._write_tries(items, outcome))

    async def _open_exit(self, insats: str, number: str, at: str) -> None:
        row = await self.read(partial(find_row, self.workspace, insats, number))
        if row is not None:
            await (self._leave(row, at) if row.is_ongoing else self._correct_exit(row, at))

    async def _open_entry(self, insats: str, number: str, at: str) -> None:
        row = await self.read(partial(find_row, self.workspace, insats, number))
        if row is not None:
            await self._correct_entry(row, at)

    async def _write_tries(self, items: Sequence[WorkItem], outcome: Try) -> None:
        if len(items) > 1 and not await self._is_sure(len(items), outcome):
            return
        tried = await self.read(partial(record_tries, self.workspace, items, outcome))
        if tried is not None:
            self.pane.post_message(Happened(self._told(tried), changed=True))

    async def _is_sure(self, number: int, outcome: Try) -> bool:
        if outcome is FollowUpOutcome.NOT_REACHED:
            one, many = NN_(
                "Write “not reached” with today's date for {number} follow-up?",
                "Write “not reached” with today's date for {number} follow-ups?",
            )
        else:
            one, many = NN_(
                "Write “declined” with today's date for {number} follow-up? It will not be "
                "reminded of any more.",
                "Write “declined” with today's date for {number} follow-ups? They will not be "
                "reminded of any more.",
            )
        question = self.language.plural(one, many, number)
        return await self.ask(Confirm(question, GO_ON[outcome], keeps_keys=True))

    def _told(self, tried: Tried) -> str:
        if tried.number == 1:
            first = tried.items[0]
            said = TOLD_OF_ONE[tried.outcome]
            return self.language.text(said, whom=f"{first.insats} {first.deltagande}")
        return self.language.plural(*TOLD_OF_SEVERAL[tried.outcome], tried.number)
