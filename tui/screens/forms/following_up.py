"""Recording a follow-up, from any pane that lists who is to be followed up."""

from dataclasses import replace
from functools import partial

from tracker import registration
from tracker.register import telling
from tracker.register.follow_ups import follow_up_start
from tui.screens.forms.asking import changed, filled
from tui.screens.forms.correcting import Correcting
from tui.screens.forms.follow_up import FollowUpForm

KIND = "uppföljningar"


class FollowingUp(Correcting):
    """Asks for a follow-up and saves it."""

    def follow_up(self, insats: str, number: str, months: int | None = None, at: str = "") -> None:
        """Record the follow-up of an episode; without months the first that is to be made."""
        self.start(self._follow_up(insats, number, months, at))

    async def _follow_up(self, insats: str, number: str, months: int | None, at: str) -> None:
        start = await self.read(partial(follow_up_start, self.workspace, insats, number, months))
        if start is None:
            return
        start = replace(start, at=at)
        whose = {name: start.stored[name] for name in ("insats", "deltagande")}
        if start.is_correction:
            key = {**whose, "månader": start.stored["månader"]}
            await self.correct(FollowUpForm, start, key, changed)
            return
        saved = await self.until_saved(
            FollowUpForm,
            start,
            lambda draft: registration.save(self.workspace, KIND, {**whose, **filled(draft)}),
        )
        if saved is not None:
            self.tell(telling.saved_follow_up(self.language, *saved), saved[0])
