"""Everything about one goal, to scroll through: beside the list, or on a screen of its own."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from tracker.plans.model import Plan
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tui.widgets.ahead_rows import Signal
from tui.widgets.detail_sections import sections
from tui.widgets.part_line import PartLine
from tui.widgets.prose import Prose


class GoalDetail(VerticalScroll):
    """Draws the card of a goal; whoever makes the card sets it."""

    card: reactive[GoalCard | None] = reactive(None, recompose=True)
    signal: reactive[Signal | None] = reactive(None, recompose=True)
    """What the early warning says of this goal."""

    def __init__(
        self,
        language: Language,
        *,
        id: str | None = None,  # noqa: A002
        opens: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.language = language
        self.opens = opens
        """Whether the parts can be opened: behind them there are episodes of this store."""
        self.plan: Plan | None = None

    def show(self, card: GoalCard, plan: Plan) -> None:
        """Show a goal, from its beginning where it is another one than before."""
        if self.card is None or self.card.goal.id != card.goal.id:
            self.scroll_home(animate=False)
            self.set_reactive(GoalDetail.signal, None)
        self.plan = plan
        self.card = card

    def compose(self) -> ComposeResult:
        """One widget a line, so that each takes the width there is."""
        if self.card is None or self.plan is None:
            return
        for section in sections(self.language, self.card, self.plan, self.signal):
            if section.heading:
                yield Static(section.heading.upper(), classes="heading", markup=False)
            for place, line in enumerate(section.lines):
                if self.opens and section.split:
                    key = self.card.splits[section.split][place].key
                    yield PartLine(line, (section.split, key))
                else:
                    yield Static(line)
            if section.note:
                yield Static(Prose(section.note))
