"""The form of a goal of the plan: what a measure asks for shown, the rest folded away."""

from collections.abc import Callable, Iterable

from typing_extensions import override

from tracker.planning.goal_drafts import Edited, fields_of, new_draft
from tracker.planning.goal_kind import FOLDED, GOAL_KIND, TYPES
from tracker.problems import N_, Problem
from tracker.register.preparing import FormStart
from tracker.validation.context import Context
from tui.screens.forms.row_form import Draft, RowForm

Check = Callable[[Draft], Edited]


def goal_start(context: Context, draft: Draft | None, name: str) -> FormStart:
    """How the form begins: with a goal as it is, or with a new one."""
    columns = tuple(TYPES)
    asked = frozenset(columns) - frozenset(FOLDED)
    filled = draft or new_draft()
    return FormStart(
        context, columns, asked, filled, stored=draft or {}, kind=GOAL_KIND, form=f"goal {name}"
    )


class GoalForm(RowForm):
    """Asks what a goal is; answers with a draft that makes a right plan."""

    def __init__(
        self, start: FormStart, check: Check, problems: Iterable[Problem] = (), warning: str = ""
    ) -> None:
        super().__init__(start, problems, warning)
        self.check = check
        """The plan with a draft in it, or what is wrong."""

    @override
    def heading(self) -> str:
        said = N_("Goal {id}") if self.start.is_correction else N_("New goal")
        return self.language.text(said, id=self.start.stored.get("id", ""))

    @override
    def is_needless(self, name: str) -> bool:
        measure, stored = self.fields["measure"].draft, self.start.stored
        held = stored if measure == stored.get("measure") else {}
        return name not in fields_of(measure, held)

    @override
    def problems(self, draft: Draft) -> list[Problem]:
        return list(self.check(draft).problems)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody is asked here: there is nothing that is not known or declined."""
        return action != "fill_why" and super().check_action(action, parameters)
