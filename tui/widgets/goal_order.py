"""In which order the goals are listed: by the plan, nearest to tipping first, or by status."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tracker.goals.status import Status
from tracker.goals.tipping import tipping_of
from tracker.problems import N_
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.status import LEVELS, SIGNS, level_label, status_label
from tracker.wording.tipping import tipping_text

Order = Literal["plan", "tipping", "status"]
ORDERS: tuple[Order, ...] = ("plan", "tipping", "status")
SAID: dict[Order, str] = {
    "plan": N_("In the order of the plan."),
    "tipping": N_("Nearest to tipping first."),
    "status": N_("By status: those that hold for sure first."),
}
BY_STATUS = (
    *(Status.MET_CLEAR, Status.MET, Status.MET_UNCLEAR, Status.PARTLY_MET),
    *(Status.NOT_MET_UNCLEAR, Status.NOT_MET, Status.NOT_MET_CLEAR),
    *(Status.UNDETERMINED, Status.TOO_FEW, Status.SUPPRESSED),
    *(Status.NO_TARGET, Status.NOT_DUE, Status.NO_DATA),
)


@dataclass(frozen=True)
class Group:
    """Goals below one heading, each with a fact that its place rests on, perhaps empty."""

    heading: str
    goals: tuple[tuple[GoalCard, str], ...]


def following(order: Order) -> Order:
    """The order after this one."""
    return ORDERS[(ORDERS.index(order) + 1) % len(ORDERS)]


def grouped(language: Language, cards: Iterable[GoalCard], order: Order) -> Iterator[Group]:
    """The goals in groups."""
    goals = list(cards)
    if order == "tipping":
        yield from _by_tipping(language, goals)
    elif order == "status":
        yield from _by_status(language, goals)
    else:
        yield from _by_plan(language, goals)


def in_order(cards: Iterable[GoalCard]) -> list[GoalCard]:
    """Goals by level, key goals first within each."""
    order = list(LEVELS)
    return sorted(cards, key=lambda card: (order.index(card.goal.level), not card.goal.key))


def _by_plan(language: Language, cards: list[GoalCard]) -> Iterator[Group]:
    for level, found in groupby(in_order(cards), key=lambda card: card.goal.level):
        yield Group(level_label(language, level).upper(), tuple((card, "") for card in found))


def _by_tipping(language: Language, cards: list[GoalCard]) -> Iterator[Group]:
    found = [(card, tipping_of(card.goal, card.figure, card.status)) for card in in_order(cards)]
    near = sorted(
        ((card, tipping) for card, tipping in found if tipping is not None),
        key=lambda pair: pair[1],
    )
    if near:
        told = tuple((card, tipping_text(language, tipping)) for card, tipping in near)
        yield Group(language.text("Nearest to tipping").upper(), told)
    rest = tuple((card, "") for card, tipping in found if tipping is None)
    if rest:
        yield Group(language.text("Not judged by a count of persons").upper(), rest)


def _by_status(language: Language, cards: list[GoalCard]) -> Iterator[Group]:
    ranked = sorted(in_order(cards), key=lambda card: BY_STATUS.index(card.status))
    for status, found in groupby(ranked, key=lambda card: card.status):
        goals = list(found)
        few = goals[0].reading.min_show
        label = status_label(language, status, min_show=few)
        yield Group(f"{SIGNS[status]} {label}".upper(), tuple((card, "") for card in goals))
