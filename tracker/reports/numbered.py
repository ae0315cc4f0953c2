"""The goals with the numbers and the names that a report gives them."""

from collections import Counter
from dataclasses import dataclass
from textwrap import shorten

from tracker.methods import numbered_cards
from tracker.scorecard import GoalCard, Scorecard
from tracker.wording import Language
from tracker.wording.counted import listed, within
from tracker.wording.definitions import intervention_names
from tracker.wording.goal_labels import MEASURES

SHORT, LONG = 88, 180
"""Letters of a goal in a heading: it stands whole in the tables."""
FEWEST = 50
"""Letters of its own words, however long what sets it apart is."""


@dataclass(frozen=True)
class Numbered:
    """A goal with the number that the report gives it."""

    number: int
    card: GoalCard
    letters: int = SHORT
    """Of its text in its name."""
    about: str = ""
    """What sets it apart from goals with the same words; empty where nothing has to."""

    @property
    def text(self) -> str:
        """The goal in the plan's words, and what sets it apart."""
        return f"{self.card.goal.text}{self._apart}"

    @property
    def name(self) -> str:
        """The number and the first words of the goal."""
        return self.named(self.letters)

    def named(self, letters: int) -> str:
        """The number, the goal's words and what sets it apart, in about so many letters."""
        room = max(FEWEST, letters - len(self._apart))
        return f"{self.number}. {_first_words(self.card, room)}{self._apart}"

    @property
    def _apart(self) -> str:
        return f" ({self.about})" if self.about else ""


def numbered(language: Language, scorecard: Scorecard) -> tuple[Numbered, ...]:
    """The goals by level, key goals first, in the order in which the report shows them.

    Goals that begin alike have longer names, and goals with the same words say what they are
    about: else nobody could tell them apart.
    """
    found = list(numbered_cards(scorecard))
    alike = Counter(_first_words(card, SHORT) for _, card in found)
    same = Counter(card.goal.text for _, card in found)
    return tuple(
        Numbered(
            number,
            card,
            LONG if alike[_first_words(card, SHORT)] > 1 else SHORT,
            _about(language, scorecard, card) if same[card.goal.text] > 1 else "",
        )
        for number, card in found
    )


def _about(language: Language, scorecard: Scorecard, card: GoalCard) -> str:
    """The interventions of a goal, or how it is measured where those are the same."""
    others = [one.goal for one in scorecard.goals if one.goal.text == card.goal.text]
    if len({goal.insatser for goal in others}) == len(others) and card.goal.insatser:
        return listed(language, intervention_names(scorecard.plan, card.goal))
    return within(language.text(MEASURES[card.goal.measure]))


def _first_words(card: GoalCard, letters: int) -> str:
    return shorten(card.goal.text, letters, placeholder=" …")
