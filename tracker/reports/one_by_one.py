"""Every goal by itself: its sentence, what the board says, what a reader should know of it."""

from collections.abc import Iterable, Sequence

from db.codes import Verdict
from tracker.goals.status import Status
from tracker.plans.model import Plan
from tracker.reports.goals import Numbered
from tracker.reports.model import Section
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.counted import within
from tracker.wording.definitions import definition
from tracker.wording.earlier import difference_text, earlier_text
from tracker.wording.labels import label
from tracker.wording.status import flag_label

TOLD_ONCE = frozenset({"period_open", "other_plan"})
"""Flags that concern every goal: they stand at the beginning of the report."""
OF_INTERVALS = frozenset({"wide", "cannot_be_clear", "few_respondents"})
"""Flags of an interval that is not shown when there are too few."""


def goal_sections(language: Language, goals: Sequence[Numbered], plan: Plan) -> Iterable[Section]:
    """A heading, and below it one section for each goal."""
    yield Section(language.text("The goals one by one"))
    for one in goals:
        yield Section(
            f"{one.number}. {one.card.goal.text}",
            tuple(_paragraphs(language, one.card, plan)),
            level=3,
        )


def _paragraphs(language: Language, card: GoalCard, plan: Plan) -> Iterable[str]:
    yield card.sentence
    yield from _year_before(language, card)
    yield from _board(language, card)
    yield from _flags(language, card)
    clauses = definition(language, card.goal, plan)
    yield " ".join(f"{clause.about}: {clause.text}" for clause in clauses)
    if card.goal.note:
        yield language.text("How the plan is read: {note}", note=card.goal.note)


def _year_before(language: Language, card: GoalCard) -> Iterable[str]:
    before = card.before
    if before is None:
        return
    if before.hidden is not None:
        yield language.text("The year before is not shown: it rests on too few persons.")
        return
    told = earlier_text(language, card.goal, before.figure)
    difference = difference_text(language, card.figure, before.figure, before.low, before.high)
    yield f"{told} {difference}".strip()


def _board(language: Language, card: GoalCard) -> Iterable[str]:
    if card.verdict is not None:
        verdict = label(language, Verdict, card.verdict)
        yield language.text("The board's assessment: {verdict}.", verdict=verdict)
    if card.comment:
        yield language.text("Comment: {comment}", comment=card.comment)


def _flags(language: Language, card: GoalCard) -> Iterable[str]:
    untold = TOLD_ONCE | (OF_INTERVALS if card.status == Status.TOO_FEW else frozenset())
    told = [within(flag_label(language, flag)) for flag in card.flags if flag not in untold]
    if card.rests_on is not None:
        told.append(
            language.plural(
                "the figure rests on {number} intervention",
                "the figure rests on {number} interventions",
                card.rests_on,
            )
        )
    if told:
        yield language.text("To bear in mind: {flags}.", flags="; ".join(told))
