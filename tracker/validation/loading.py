"""Reading from the store what checking needs to know."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from db.codes import CodeList
from tracker.validation.context import CodeRef, Context, EpisodeRef, InterventionRef, QuestionRef

if TYPE_CHECKING:  # knowing the kinds must not load the database
    from sqlmodel import Session

    from tracker.workspace import Workspace


def load_context(session: "Session", workspace: "Workspace") -> Context:
    """The context of a workspace, without episodes; `load_episodes` adds those that are needed."""
    from db.existing import interventions

    rows = interventions(session, workspace.association.id)
    plans = workspace.plans
    return Context(
        today=workspace.today,
        language=workspace.language,
        interventions={row.key: InterventionRef(**vars(row)) for row in rows},
        goals={goal.id: goal.measure for plan in plans for goal in plan.goals},
        questions={
            each.id: QuestionRef(each.id, each.steps, each.theme)
            for plan in plans
            for each in plan.questions
        },
        codes=_codes(session),
    )


def load_episodes(
    session: "Session",
    workspace: "Workspace",
    context: Context,
    numbers: Collection[tuple[int, str]] | None = None,
) -> Context:
    """The context with the episodes of these (intervention, running number), or with all."""
    from db.existing import episodes

    found = episodes(session, workspace.association.id, numbers)
    return context.with_episodes(
        {
            (row.intervention_id, row.number): EpisodeRef(
                row.id, row.start_date, row.end_date, row.voided, row.first_follow_up
            )
            for row in found
        }
    )


def _codes(session: "Session") -> dict[CodeList, tuple[CodeRef, ...]]:
    from db.associations import code_rows

    rows = code_rows(session)
    return {
        members: tuple(
            CodeRef(row.code, row.label_sv, row.label_en) for row in rows if row.list == members
        )
        for members in CodeList
    }
