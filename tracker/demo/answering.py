"""How respondents answer: whoever is pleased with one thing tends to be pleased with the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.demo.chance import Chance, Odds, limited
from tracker.demo.people import Row
from tracker.demo.setting import Setting
from tracker.demo.spans import recorded
from tracker.plans.model import Question

OPEN_DAYS = 32
ANSWERED = "answered"
REACTIONS = Odds({ANSWERED: 0.93, None: 0.035, "vet_ej": 0.025, "vill_ej": 0.01})
"""An answer, none at all, or that one does not know or will not say."""
DISPLEASED = 0.35
"""Share of positive answers among those who are not pleased."""
MORE_DISPLEASED = 1.2
A_YEAR = 0.015
"""How much more positive the answers are from year to year."""


@dataclass(frozen=True)
class Asked:
    """Somebody who got a form: when they can answer at the earliest, and their sex."""

    day: date
    sex: str | None


@dataclass(frozen=True)
class Batch:
    """A form handed out in one round to one group, in one intervention or the association."""

    round: str
    group: str
    site: str | None
    sent: date
    end: date
    """The day after the last one on which a form can come back."""
    asked: list[Asked]
    questions: tuple[Question, ...]
    rate: float
    effect: float


def answers_of(
    setting: Setting, batch: Batch, levels: dict[tuple[str, str], float], ids: dict[str, int]
) -> Iterator[Row]:
    """The answers of those who sent the form back."""
    chance = setting.chance("answers", batch.round, batch.group, batch.site or "")
    form = 0
    for asked in batch.asked:
        day = _day(chance, asked.day, batch.end)
        if chance.happens(batch.rate) and day <= setting.today:
            form += 1
            head = _head(chance, setting, batch, asked, day)
            head |= {"intervention_id": ids.get(batch.site or ""), "form": str(form)}
            yield from _form(chance, setting, batch, levels, head)


def _day(chance: Chance, first: date, end: date) -> date:
    """When the form comes back: sooner or later in the same round."""
    days = int(min(chance.draw(), chance.draw()) * OPEN_DAYS)
    return min(first + timedelta(days=days), end - timedelta(days=1))


def _head(chance: Chance, setting: Setting, batch: Batch, asked: Asked, day: date) -> Row:
    return {
        "round": batch.round,
        "date": day,
        "respondent_group": batch.group,
        "sex": asked.sex,
        "sex_why": None,
        "recorded_at": recorded(chance, day, setting),
        "recorded_by": "kansliet",
    }


def _form(
    chance: Chance,
    setting: Setting,
    batch: Batch,
    levels: dict[tuple[str, str], float],
    head: Row,
) -> Iterator[Row]:
    """All answers of one respondent."""
    pleased = chance.draw()
    shift = batch.effect / 3 + A_YEAR * (batch.sent.year - setting.plan.year)
    for question in batch.questions:
        level = limited(levels[question.id, batch.group] + shift, 0.5, 0.98)
        yield {**head, "question": question.id, **_answer(chance, question, level, pleased)}


def _answer(chance: Chance, question: Question, level: float, pleased: float) -> Row:
    reaction = chance.weighted(REACTIONS)
    if reaction != ANSWERED:
        return {"value": None, "value_why": reaction}
    displeased = MORE_DISPLEASED * (1 - level)
    share = (level - displeased * DISPLEASED) / (1 - displeased)
    if pleased < displeased:
        share = DISPLEASED
    other = [step for step in range(1, question.steps + 1) if step not in question.positive]
    chosen = sorted(question.positive) if chance.happens(share) or not other else other
    return {"value": _step(chance, chosen), "value_why": None}


def _step(chance: Chance, steps: list[int]) -> int:
    """Of the steps, mostly the upper ones."""
    return steps[int(max(chance.draw(), chance.between(0, 0.8)) * len(steps))]
