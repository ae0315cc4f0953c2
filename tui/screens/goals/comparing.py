"""Jämför and Trend: a goal's interventions beside each other, and its years."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.visual import Visual
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.periods import Period
from tracker.problems import N_
from tracker.scorecard import Scorecard
from tracker.workspace import Workspace
from tui.screens.goals.comparisons_made import (
    ComparisonMade,
    TrendMade,
    comparison_made,
    trend_made,
)
from tui.screens.spoken import SpokenScreen
from tui.widgets.comparison_sections import Shown, comparison_sections, trend_sections
from tui.widgets.key_line import KeyLine
from tui.widgets.prose import Prose
from tui.widgets.title_line import TitleLine

ROOM = 12
"""Rows that the words around a picture take."""
LOWEST, HIGHEST = 11, 22


class Story(VerticalScroll):
    """Sections below each other, to scroll through."""

    async def show(self, sections: Iterable[Shown]) -> None:
        """Show these in place of what was shown."""
        await self.remove_children()
        await self.mount_all(list(_widgets(sections)))


def _widgets(sections: Iterable[Shown]) -> Iterable[Static]:
    for heading, lines in sections:
        if heading:
            yield Static(heading.upper(), classes="heading", markup=False)
        for line in lines:
            yield _static(line)


def _static(line: Visual) -> Static:
    return Static(line)


class GoalPictureScreen(SpokenScreen[None]):
    """A picture of one goal: made by a worker, drawn for the room there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "dismiss", N_("back"), key_display="Esc"),
        Binding("p", "published", N_("published")),
    ]

    def __init__(self, workspace: Workspace, scorecard: Scorecard, goal_id: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.scorecard = scorecard
        self.goal_id = goal_id
        self.published = scorecard.published

    @property
    def period(self) -> Period:
        """The period that is shown."""
        return self.scorecard.period

    @property
    def picture_height(self) -> int:
        """Rows for the picture, so that the words below it are seen too."""
        return max(LOWEST, min(self.size.height - ROOM, HIGHEST))

    def compose(self) -> ComposeResult:
        """Title, story, keys."""
        yield TitleLine(self.workspace.language, self.workspace.today)
        yield Story()
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what it is about, and ask for the rest."""
        title = self.query_one(TitleLine)
        title.association = self.scorecard.association
        title.period_label = self.period.label
        self.query_one(Story).focus()
        self.make_again()

    def make_again(self) -> None:
        """Start the worker."""
        self.query_one(TitleLine).published = self.published
        self.make()

    def make(self) -> object:
        """Make what is shown, in a worker."""
        raise NotImplementedError

    def sections(self) -> Iterable[Shown]:
        """What is shown, once it is made."""
        raise NotImplementedError

    async def show(self, error: TrackerError | None) -> None:
        """Show what was made, or say why it cannot be."""
        if error is None:
            await self.query_one(Story).show(self.sections())
            return
        goal = next(card.goal for card in self.scorecard.goals if card.goal.id == self.goal_id)
        said = self.language.text(error.message, **error.params)
        await self.query_one(Story).show([("", [Prose(goal.text, "bold"), Prose(said)])])

    async def on_resize(self) -> None:
        """Another height is another picture."""
        sections = list(self.sections())
        if sections:
            await self.query_one(Story).show(sections)

    def action_published(self) -> None:
        """Show what readers will see, or everything."""
        self.published = not self.published
        self.make_again()


class CompareScreen(GoalPictureScreen):
    """The funnel of interventions, and women and men."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "trend", N_("trend"))]
    made: ComparisonMade | None = None

    @work(thread=True, exclusive=True, group="picture")
    def make(self) -> None:
        """Compare."""
        found = comparison_made(
            self.workspace, self.goal_id, self.period, published=self.published
        )  # fmt: skip
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(ComparisonMade)
    async def show_comparison(self, message: ComparisonMade) -> None:
        """Show it."""
        self.made = message
        await self.show(message.error)

    def sections(self) -> Iterable[Shown]:
        """Picture, words, women and men, table."""
        if self.made is None or self.made.made is None:
            return ()
        found = self.made.made
        return comparison_sections(self.language, found, self.made.curves, self.picture_height)

    def action_trend(self) -> None:
        """The years of the same goal, in place of this."""
        self.app.switch_screen(TrendScreen(self.workspace, self.scorecard, self.goal_id))


class TrendScreen(GoalPictureScreen):
    """The years of a goal."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "compare", N_("compare"))]
    made: TrendMade | None = None

    @work(thread=True, exclusive=True, group="picture")
    def make(self) -> None:
        """Make the years."""
        found = trend_made(self.workspace, self.goal_id, published=self.published)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(TrendMade)
    async def show_trend(self, message: TrendMade) -> None:
        """Show it."""
        self.made = message
        await self.show(message.error)

    def sections(self) -> Iterable[Shown]:
        """Picture, words, table."""
        if self.made is None or self.made.series is None:
            return ()
        return trend_sections(self.language, self.made.series, self.picture_height)

    def action_compare(self) -> None:
        """The interventions of the same goal, in place of this."""
        self.app.switch_screen(CompareScreen(self.workspace, self.scorecard, self.goal_id))
