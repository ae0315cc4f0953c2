"""Fields that refer to something that must be there: interventions, goals, questions, measures."""

from dataclasses import dataclass
from typing import Any, ClassVar

from typing_extensions import override

from db.codes import CountKind
from tracker.problems import N_
from tracker.validation.coded import same_word
from tracker.validation.context import Context
from tracker.validation.fields import FieldType, Refused, echo, unknown
from tracker.wording.labels import label

COUNTED = ("exits", "started_or_increased", "follow_up", "before_after")
"""Measures whose goals can be delivered as counts."""
TABLE = "tabell:"


@dataclass(frozen=True)
class InterventionKey(FieldType):
    """The short id of an intervention (*insats*); stored as its number."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        found = context.interventions.get(text)
        if found is None:
            known = list(context.interventions)
            word = same_word(text, known)
            return context.interventions[word].id if word else unknown(text, known)
        return found.id

    @override
    def right(self, context: Context) -> str:
        sentence = N_("An intervention: {known}.")
        return context.language.text(sentence, known=", ".join(context.interventions) or "–")

    @override
    def written(self, value: Any, context: Context) -> str:
        return context.interventions_by_id[value].key

    @override
    def shown(self, value: Any, context: Context) -> str:
        return context.interventions_by_id[value].name

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(each.key, each.name) for each in context.interventions.values()]


@dataclass(frozen=True)
class GoalId(FieldType):
    """A goal (*mål*) of any year's plan."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        return text if text in context.goals else unknown(text, list(context.goals))

    @override
    def right(self, context: Context) -> str:
        sentence = N_("A goal of the plan: {known}.")
        return context.language.text(sentence, known=", ".join(context.goals) or "–")

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(goal, goal) for goal in context.goals]


@dataclass(frozen=True)
class QuestionId(FieldType):
    """A question (*fråga*) of any year's questionnaire."""

    @override
    def parse(self, text: str, context: Context) -> Any:
        return text if text in context.questions else unknown(text, list(context.questions))

    @override
    def right(self, context: Context) -> str:
        sentence = N_("A question of the questionnaire: {known}.")
        return context.language.text(sentence, known=", ".join(context.questions) or "–")

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        return [(each.id, each.theme or each.id) for each in context.questions.values()]


@dataclass(frozen=True)
class CountedMeasure(FieldType):
    """What a count counts (*mått*): a goal, a kind of count, or a table."""

    scanned: ClassVar[bool] = True

    @override
    def parse(self, text: str, context: Context) -> Any:
        if text.startswith(TABLE) and len(text) > len(TABLE):
            return text
        if text in context.goals and context.goals[text] not in COUNTED:
            sentence = N_("The goal {goal} is not measured by counts. Known: {known}.")
            return Refused(sentence, {"goal": echo(text), "known": ", ".join(self._codes(context))})
        known = self._codes(context)
        return text if text in known else unknown(text, known)

    @override
    def right(self, context: Context) -> str:
        sentence = N_("One of {known}, or tabell:NAME.")
        return context.language.text(sentence, known=", ".join(self._codes(context)))

    @override
    def shown(self, value: Any, context: Context) -> str:
        return dict(self.choices(context)).get(value, str(value))

    @override
    def choices(self, context: Context) -> list[tuple[str, str]]:
        kinds = [(kind.value, label(context.language, CountKind, kind)) for kind in CountKind]
        return [*kinds, *((goal, goal) for goal in self._codes(context)[len(kinds) :])]

    def _codes(self, context: Context) -> list[str]:
        goals = (goal for goal, measure in context.goals.items() if measure in COUNTED)
        return [*(kind.value for kind in CountKind), *goals]
