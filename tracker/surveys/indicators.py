"""The indicators of one line of the survey rounds: positive answers, how many, how sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from db.existing import interventions
from db.tallies.scope import Scope
from db.tallies.surveys import Respondents, answers_by_question, answers_by_respondent
from tracker.measures.answers import answers_figure
from tracker.measures.figure import Figure, reading_of
from tracker.measures.surveys import scales_of
from tracker.plans.model import Goal, Plan, Question
from tracker.store_sentences import store_sentences
from tracker.surveys.rounds import EVER, RoundLine
from tracker.workspace import Workspace

ANSWERS = Goal(id="", level="individ", text="", measure="survey")
"""What the words for a figure of answers are made for: no goal, so no target."""


@dataclass(frozen=True)
class Indicator:
    """An indicator, or a question that belongs to none, and its figure."""

    name: str
    """Number of the indicator, or the id of the question."""
    theme: str
    figure: Figure
    is_few: bool
    """Fewer persons than a percentage is made for: only the counts are shown."""


def indicators_of(workspace: Workspace, line: RoundLine) -> tuple[Indicator, ...]:
    """The indicators that the group is asked about, by the plan of the last answer's year.

    Raises:
        StoreBusyError: the store cannot be reached now.
    """
    plan = workspace.plan_for(line.last_answer or line.day or workspace.today)
    if plan is None or not line.answered:
        return ()
    asked = _asked(questions_for(plan, line.group))
    with store_sentences(), workspace.store.read() as session:
        scope = _scope(session, workspace, line)
        figures = _figures(session, scope, line.group, plan, [each[1] for each in asked])
    fewest = plan.settings.min_judge
    return tuple(
        Indicator(
            name,
            next((each.theme for each in questions if each.theme), ""),
            figure,
            (figure.persons or 0) < fewest,
        )
        for (name, questions), figure in zip(asked, figures, strict=True)
    )


def questions_for(plan: Plan, group: str) -> tuple[Question, ...]:
    """The questions that are put to a group; those that name no group are put to all."""
    return tuple(each for each in plan.questions if not each.groups or group in each.groups)


def _asked(questions: Sequence[Question]) -> list[tuple[str, list[Question]]]:
    """The indicators in order with their questions, then the questions without any."""
    numbers = sorted({number for each in questions for number in each.indicators})
    named = [
        (str(number), [each for each in questions if number in each.indicators])
        for number in numbers
    ]
    return named + [(each.id, [each]) for each in questions if not each.indicators]


def _scope(session: Session, workspace: Workspace, line: RoundLine) -> Scope:
    number, today = workspace.association.id, workspace.today
    ids = {row.key: row.id for row in interventions(session, number)}
    return Scope(
        number,
        EVER,
        today + timedelta(days=1),
        today,
        None if line.insats is None else (ids[line.insats],),
        round=line.round,
        unplaced=line.insats is None and not line.is_sum,
    )


def _figures(
    session: Session, scope: Scope, group: str, plan: Plan, asked: Iterable[Sequence[Question]]
) -> list[Figure]:
    """One figure for each; those of a single question come from one query together."""
    reading = reading_of(ANSWERS, plan)
    alone = answers_by_question(session, scope, (group,), scales_of(plan.questions))

    def respondents(questions: Sequence[Question]) -> list[Respondents]:
        if len(questions) == 1:
            return alone.get(questions[0].id, [])
        cells = answers_by_respondent(session, scope, (group,), scales_of(questions), ())
        return [found for _, found in cells]

    return [answers_figure(respondents(questions), "answers", reading) for questions in asked]
