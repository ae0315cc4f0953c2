"""What is done about the plan: its goals changed, added, removed; next year's made; exported."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from tracker.errors import TrackerError
from tracker.planning import change_plan
from tracker.planning.goal_drafts import Edited, edited, goal_draft
from tracker.plans.editing import Place, next_year, without_goal
from tracker.plans.model import Plan
from tracker.plans.writing import save_plan
from tracker.problems import N_, Problem
from tracker.transfer.templates import context_of
from tracker.validation.context import Context
from tui.messages import WorkspaceChanged
from tui.screens.forms.asking import Happened
from tui.screens.forms.goal import GoalForm, goal_start
from tui.screens.forms.row_form import Draft
from tui.screens.questions.confirm import Confirm
from tui.screens.questions.path import PathQuestion
from tui.screens.register.doing import Registering

REDEFINED = N_(
    "The definition of the goal changes: outcomes before and after cannot be compared, and the "
    "trend says so."
)
RENAMED = N_("The short name changes: the trend no longer finds the years before.")
SAVED = N_("The goal {goal} of {year} is saved, with a line in the change log.")
REMOVED = N_("The goal {goal} is out of the plan of {year}. Earlier years keep theirs.")
REMOVE = N_(
    "Take the goal {goal} out of the plan of {year}? Nothing that is registered goes, and other "
    "years keep theirs."
)
MAKE = N_(
    "Make a plan of {next} with the {number} goals of {year}? Years and days are moved on; printed "
    "sums and where things stand are left out. The plan of {year} stays as it is."
)
MADE = N_("The plan of {next} is made: change its goals here before the year begins.")


class PlanEditing(Registering):
    """The ways to change a plan, on behalf of the settings."""

    def edit(self, plan: Plan, place: Place) -> None:
        """Change a goal, or add one."""
        self.start(self._edit(plan, place))

    def remove(self, plan: Plan, place: int) -> None:
        """Take a goal out of the plan."""
        self.start(self._remove(plan, place))

    def make_next_year(self, plan: Plan) -> None:
        """Make the plan of the year after."""
        self.start(self._make_next_year(plan))

    def export(self, plan: Plan) -> None:
        """Write the plan as a file."""
        self.start(self._export(plan))

    async def _edit(self, plan: Plan, place: Place) -> None:
        context = await self.read(partial(context_of, self.workspace))
        if context is None:
            return
        context = _of_plan(context, plan)

        def check(draft: Draft) -> Edited:
            return edited(plan, place, draft, context)

        draft = None if place is None else goal_draft(plan, place, context)
        name = "" if place is None else plan.goals[place].id
        start = goal_start(context, draft, f"{plan.year} {name}".strip())
        begun = await self.drafts.offered(start)
        if begun is not None:
            keep = partial(self.drafts.keep, start)
            await self._until_saved(plan, place, GoalForm(begun, check), keep)
            await self.drafts.drop(start)

    async def _until_saved(
        self, plan: Plan, place: Place, form: GoalForm, keep: Callable[[Draft], None]
    ) -> None:
        """Ask until the goal is saved, or thrown away: then its draft is of no more use."""
        start, check = form.start, form.check
        while True:
            form.keep = keep
            answer = await self.ask(form)
            if answer is None:
                return
            start, result = start.again(answer), check(answer)
            if result.plan is None or not await self._is_sure(result):
                form = GoalForm(start, check, result.problems)
                continue
            goal = result.plan.goals[-1 if place is None else place]
            told = self.language.text(SAVED, goal=goal.id, year=plan.year)
            refusal = await self._save(plan, result.plan, told, result.warnings)
            if refusal is None:
                return
            form = GoalForm(start, check, warning=refusal)

    async def _is_sure(self, result: Edited) -> bool:
        """Asked first where years can no longer be compared."""
        told = [REDEFINED] * result.is_redefined + [RENAMED] * result.is_renamed
        if not told:
            return True
        question = "\n\n".join(map(self.language.text, told))
        return await self.ask(Confirm(question, N_("Change it"), keeps_keys=True))

    async def _remove(self, plan: Plan, place: int) -> None:
        goal = plan.goals[place].id
        question = self.language.text(REMOVE, goal=goal, year=plan.year)
        if await self.ask(Confirm(question, N_("Take it out"), keeps_keys=True)):
            told = self.language.text(REMOVED, goal=goal, year=plan.year)
            await self._tell_refusal(await self._save(plan, without_goal(plan, place), told))

    async def _make_next_year(self, plan: Plan) -> None:
        following = next_year(plan)
        number = self.language.number(len(plan.goals))
        question = self.language.text(MAKE, next=following.year, number=number, year=plan.year)
        if await self.ask(Confirm(question, N_("Make it"), keeps_keys=True)):
            told = self.language.text(MADE, next=following.year)
            await self._tell_refusal(await self._save(None, following, told))

    async def _export(self, plan: Plan) -> None:
        question = N_("Where is the plan to be written?")
        proposed = Path.home() / f"{plan.id}.toml"
        kept = await self.ask(PathQuestion(question, proposed, partial(save_plan, plan)))
        if kept is not None:
            said = self.language.text("The plan is written: {path}", path=str(kept))
            self.pane.post_message(Happened(said))

    async def _save(
        self, before: Plan | None, after: Plan, told: str, warned: tuple[Problem, ...] = ()
    ) -> str | None:
        """Put the plan in force and tell; what stands against it, or None."""
        done = await self.in_store(partial(change_plan, self.workspace, before, after))
        if isinstance(done, TrackerError):
            return self.sentence(done)
        self.workspace = done
        said = " ".join([told, *(map(self.language.problem, warned))])
        self.pane.post_message(WorkspaceChanged(done))
        self.pane.post_message(Happened(said, key=("plan", str(after.year))))
        return None

    async def _tell_refusal(self, refusal: str | None) -> None:
        if refusal is not None:
            self.pane.post_message(Happened(refusal))


def _of_plan(context: Context, plan: Plan) -> Context:
    """The context with the questions of this plan alone."""
    own = {question.id for question in plan.questions}
    kept = {key: each for key, each in context.questions.items() if key in own}
    return replace(context, questions=kept)
