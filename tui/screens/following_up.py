"""Recording a follow-up, from any pane that lists who is to be followed up."""

from functools import partial

from tracker import registration
from tracker.register import telling
from tracker.register.follow_ups import follow_up_start
from tracker.register.preparing import FormStart
from tracker.registration import Saved
from tui.screens.asking import Asking, changed, filled
from tui.screens.follow_up_form import FollowUpForm
from tui.screens.row_form import Draft

KIND = "uppföljningar"


class FollowingUp(Asking):
    """Asks for a follow-up and saves it."""

    def follow_up(self, insats: str, number: str, months: int | None = None) -> None:
        """Record the follow-up of an episode; without months the first that is to be made."""
        self.start(self._follow_up(insats, number, months))

    async def _follow_up(self, insats: str, number: str, months: int | None) -> None:
        start = await self.read(partial(follow_up_start, self.workspace, insats, number, months))
        if start is None:
            return
        saved = await self.until_saved(FollowUpForm, start, partial(self._save_follow_up, start))
        if saved is not None:
            done, draft = saved
            self.tell(telling.saved_follow_up(self.language, done, draft), done)

    def _save_follow_up(self, start: FormStart, draft: Draft) -> Saved:
        if start.is_correction:
            key = {name: start.stored[name] for name in ("insats", "deltagande", "månader")}
            return registration.correct(self.workspace, KIND, key, changed(start, draft))
        whose = {name: start.stored[name] for name in ("insats", "deltagande")}
        return registration.save(self.workspace, KIND, {**whose, **filled(draft)})
