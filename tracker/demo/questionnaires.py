"""Which forms there are: their questions, who answers them, and how pleased they tend to be."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.demo.chance import limited
from tracker.demo.setting import Setting
from tracker.plans.model import Goal, Question

USUAL_LEVEL = 0.83
AROUND_TARGET = (-0.055, 0.035, -0.025, 0.01)
"""How far the questions of the first, second … goal with a target lie from it."""
LOWEST, HIGHEST = 0.5, 0.95


@dataclass(frozen=True)
class Questionnaire:
    """Questions that are handed out together."""

    name: str
    questions: tuple[Question, ...]
    insatser: tuple[str, ...] = ()
    """The interventions that it is about; empty: the association and all of them."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Who answers, each once, in the order of the questions."""
        return tuple(dict.fromkeys(one for each in self.questions for one in each.groups))

    def put_to(self, group: str) -> tuple[Question, ...]:
        """The questions of one group."""
        return tuple(question for question in self.questions if group in question.groups)


def questionnaires_of(setting: Setting) -> list[Questionnaire]:
    """The indicators' form, and one for each set of the plan's own questions."""
    forms: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for question in setting.plan.questions:
        own = question.id.split("-")[0]
        name = "" if question.indicators else own.capitalize()
        forms.setdefault((name, _concerns(setting, question)), []).append(question)
    return [
        Questionnaire(name, tuple(questions), insatser)
        for (name, insatser), questions in forms.items()
    ]


def _concerns(setting: Setting, question: Question) -> tuple[str, ...]:
    """The interventions of the goals that rest on the question, where all of them name some."""
    goals = [goal for goal in setting.plan.goals if _rests_on(goal, question)]
    if not goals or not all(goal.insatser for goal in goals):
        return ()
    return tuple(dict.fromkeys(key for goal in goals for key in goal.insatser))


def _rests_on(goal: Goal, question: Question) -> bool:
    asked = question.id in goal.questions or set(goal.indicators) & set(question.indicators)
    return goal.measure == "survey" and bool(asked)


def levels_of(setting: Setting) -> dict[tuple[str, str], float]:
    """The share of positive answers to expect, by question and group."""
    plan, levels = setting.plan, {}
    chance = setting.chance("levels")
    aimed = [goal for goal in plan.goals if goal.measure == "survey" and _is_share(goal)]
    for question in plan.questions:
        own = 0.05 * chance.bell() / 2
        for group in question.groups:
            levels[question.id, group] = limited(
                _level(aimed, question, group) + own, LOWEST, HIGHEST
            )
    return levels


def _is_share(goal: Goal) -> bool:
    return isinstance(goal.target, Fraction)


def _level(aimed: list[Goal], question: Question, group: str) -> float:
    for place, goal in enumerate(aimed):
        if _rests_on(goal, question) and (not goal.groups or group in goal.groups):
            assert isinstance(goal.target, Fraction)  # noqa: S101 - those are what is aimed at
            return float(goal.target) + AROUND_TARGET[place % len(AROUND_TARGET)]
    return USUAL_LEVEL
