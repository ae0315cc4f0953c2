"""The list of goals by level, key goals first, to walk through and to filter."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets.option_list import Option

from tracker.problems import N_
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.status import level_label
from tui.widgets.figure_row import LevelHeading
from tui.widgets.goal_order import Group, Order, grouped
from tui.widgets.marked_list import MarkedList
from tui.widgets.rows import bar_of, goal_row

PADDING = 2
"""Blanks beside an option, as the styles have it."""


class GoalList(MarkedList):
    """One option a goal; headings are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("open"), key_display="↵"),
        Binding("up", "cursor_up", N_("previous goal"), show=False),
        Binding("down", "cursor_down", N_("next goal"), show=False),
        Binding("home", "first", N_("first goal"), show=False),
        Binding("end", "last", N_("last goal"), show=False),
    ]

    def show(
        self,
        language: Language,
        cards: Iterable[GoalCard],
        selected: str | None,
        order: Order = "plan",
    ) -> None:
        """Fill the list, and stay at the selected goal where it is still there."""
        self.set_options(_options(language, grouped(language, cards, order)))
        places = [option.id for option in self.options]
        if selected is not None and selected in places:
            self.highlighted = places.index(selected)
        else:
            self.action_first()
        self.scroll_to_highlight()

    def cuts(self, language: Language, card: GoalCard) -> bool:
        """Whether the goal's text does not fit in its row."""
        return goal_row(language, card).is_cut(self.scrollable_content_region.width - PADDING)

    @property
    def selected(self) -> str | None:
        """The id of the goal that is highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id


def _options(language: Language, groups: Iterable[Group]) -> Iterator[Option]:
    for group in groups:
        yield Option(_heading(language, group), disabled=True)
        for card, fact in group.goals:
            row = goal_row(language, card)
            yield Option(replace(row, facts=(*row.facts, fact)) if fact else row, id=card.goal.id)


def _heading(language: Language, group: Group) -> LevelHeading:
    barred = any(bar_of(card, card.figure, card.status) for card, _ in group.goals)
    return LevelHeading(group.heading, language.percent(1) if barred else "")


def matches(language: Language, card: GoalCard, wanted: str) -> bool:
    """Whether every word that is typed is in the goal's text, id, level or status."""
    level = level_label(language, card.goal.level)
    text = f"{card.goal.text} {card.goal.id} {level} {card.label}".casefold()
    return all(word in text for word in wanted.casefold().split())
