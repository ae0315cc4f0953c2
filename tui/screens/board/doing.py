"""What is done about interventions, money, assessments and activities: asked for and saved."""

from collections.abc import Callable, Mapping
from functools import partial

from tracker.board.saving import named, replaces, save_activity, save_row, saved_words
from tracker.board.starting import (
    GoalStart,
    activity_start,
    assessment_start,
    intervention_start,
    money_start,
)
from tracker.plans.model import Goal
from tracker.register.preparing import FormStart
from tracker.registration import Saved
from tui.screens.forms.activity import ActivityForm
from tui.screens.forms.asking import Happened
from tui.screens.forms.assessment import AssessmentForm
from tui.screens.forms.intervention import InterventionForm
from tui.screens.forms.money import MoneyForm
from tui.screens.forms.row_form import Draft, RowForm
from tui.screens.register.doing import Registering

Key = Mapping[str, str]


class BoardWork(Registering):
    """The ways to change what the board follows."""

    def intervention(self, insats: str | None = None, at: str = "") -> None:
        """Register an intervention, or correct one, the cursor in a column."""
        start = partial(intervention_start, self.workspace, insats, at)
        self.start(self._fill_in(InterventionForm, start))

    def money(self, key: Key | None = None, proposed: Key | None = None) -> None:
        """Register a row of money, or correct one."""
        start = partial(money_start, self.workspace, key, proposed)
        self.start(self._fill_in(MoneyForm, start))

    def assess(self, goal: Goal, period: str) -> None:
        """Write the board's assessment of a goal for a period, by its label."""
        start = partial(assessment_start, self.workspace, goal, period)
        self.start(self._fill_in(AssessmentForm, start))

    def activity(self, goal: Goal) -> None:
        """Record that an activity of a goal is done."""
        if goal.measure == "checklist":
            self.start(self._fill_in(ActivityForm, partial(activity_start, self.workspace, goal)))
        else:
            said = self.language.text("Only goals that list activities have any to record.")
            self.pane.post_message(Happened(said))

    async def _fill_in(self, form: type[RowForm], start: Callable[[], FormStart]) -> None:
        begun = await self.read(start)
        if begun is None:
            return
        reasons = [""]

        async def agree(draft: Draft) -> bool:
            if not replaces(begun, draft):
                return True
            return await self.is_explained(named(begun, draft), reasons)

        done = await self.until_saved(
            form, begun, lambda draft: self._save(begun, draft, reasons[-1]), agree=agree
        )
        if done is not None:
            saved, draft = done
            said = saved_words(begun, saved, draft)
            self.pane.post_message(Happened(said, changed=saved.change_id is not None))

    def _save(self, start: FormStart, draft: Draft, reason: str) -> Saved:
        if isinstance(start, GoalStart) and start.kind.name == "aktiviteter":
            return save_activity(self.workspace, start, draft)
        return save_row(self.workspace, start, draft, reason)
