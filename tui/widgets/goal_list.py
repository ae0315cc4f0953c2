"""The list of goals by level, key goals first, to walk through and to filter."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracker.problems import N_
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.status import LEVELS, level_label
from tui.widgets.figure_row import LevelHeading
from tui.widgets.rows import bar_of, goal_row


class GoalList(OptionList):
    """One option a goal; headings are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("open"), key_display="↵"),
        Binding("up", "cursor_up", N_("previous goal"), show=False),
        Binding("down", "cursor_down", N_("next goal"), show=False),
        Binding("home", "first", N_("first goal"), show=False),
        Binding("end", "last", N_("last goal"), show=False),
    ]

    def show(self, language: Language, cards: Iterable[GoalCard], selected: str | None) -> None:
        """Fill the list, and stay at the selected goal where it is still there."""
        self.set_options(_options(language, list(cards)))
        places = [option.id for option in self.options]
        if selected is not None and selected in places:
            self.highlighted = places.index(selected)
        else:
            self.action_first()
        self.scroll_to_highlight()

    @property
    def selected(self) -> str | None:
        """The id of the goal that is highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id


def in_order(cards: Iterable[GoalCard]) -> list[GoalCard]:
    """Goals by level, key goals first within each."""
    order = list(LEVELS)
    return sorted(cards, key=lambda card: (order.index(card.goal.level), not card.goal.key))


def _options(language: Language, cards: list[GoalCard]) -> Iterator[Option]:
    level = None
    for card in in_order(cards):
        if card.goal.level != level:
            level = card.goal.level
            yield Option(_heading(language, level, cards), disabled=True)
        yield Option(goal_row(language, card), id=card.goal.id)


def _heading(language: Language, level: str, cards: list[GoalCard]) -> LevelHeading:
    barred = any(
        card.goal.level == level and bar_of(card, card.figure, card.status) for card in cards
    )
    end = language.percent(1) if barred else ""
    return LevelHeading(level_label(language, level).upper(), end)


def matches(language: Language, card: GoalCard, wanted: str) -> bool:
    """Whether every word that is typed is in the goal's text, id, level or status."""
    level = level_label(language, card.goal.level)
    text = f"{card.goal.text} {card.goal.id} {level} {card.label}".casefold()
    return all(word in text for word in wanted.casefold().split())
