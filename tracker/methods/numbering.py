"""The numbers that reports and the method note give the goals, and how they are named by them."""

from collections.abc import Iterable

from tracker.scorecard import GoalCard, Scorecard
from tracker.wording import Language
from tracker.wording.counted import listed

LEVELS = ("individ", "struktur", "organisation", "ekonomi")
NumberedCard = tuple[int, GoalCard]


def numbered_cards(scorecard: Scorecard) -> tuple[NumberedCard, ...]:
    """The goals by level, key goals first, numbered from 1."""
    ordered = sorted(
        scorecard.goals, key=lambda card: (LEVELS.index(card.goal.level), not card.goal.key)
    )
    return tuple(enumerate(ordered, start=1))


def goals_text(language: Language, cards: Iterable[NumberedCard]) -> str:
    """The goals by their numbers: mål 1, 2 och 5."""
    numbers = [str(number) for number, _ in cards]
    names = listed(language, numbers)
    return language.plural("goal {names}", "goals {names}", len(numbers), names=names)
