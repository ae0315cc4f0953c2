"""The pane Mål: how each goal of the plan stands, and what the selected one says."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from tracker.goals.status import Status
from tracker.problems import N_
from tracker.scorecard import GoalCard, Scorecard
from tracker.wording.status import flag_label
from tracker.wording.summary import summary
from tracker.workspace import Workspace
from tui.screens.goals.assessing import GOAL_KEYS, Assessing
from tui.screens.goals.comparisons_made import WatchMade, watch_made
from tui.widgets.ahead_rows import signal_of, watch_line
from tui.widgets.goal_detail import GoalDetail
from tui.widgets.goal_list import GoalList, matches
from tui.widgets.goal_order import SAID, Order, following
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from tracker.plans.model import Goal
    from tracker.watch import Watch
    from tui.screens.goals.comparing import GoalPictureScreen

EMPTY = frozenset({Status.NO_DATA, Status.NOT_DUE})
NOTHING_YET = N_(
    "Nothing is registered for {period} yet: register participants with 3, or import files with F3."
)


class GoalsPane(Horizontal, Assessing):
    """The dashboard: a sentence on all goals, the goals by level, the selected goal's sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", N_("search"), key_display="/"),
        Binding("j", "compare", N_("compare")),
        Binding("t", "trend", N_("trend")),
        Binding("s", "next_order", N_("order")),
        *(replace(key, show=False) for key in GOAL_KEYS),
        Binding("escape", "clear_filter", N_("show all"), key_display="Esc"),
    ]
    scorecard: reactive[Scorecard | None] = reactive(None)
    detail: reactive[GoalCard | None] = reactive(None)
    problem: reactive[str] = reactive("")
    """Why there is no scorecard, and what to do about it."""

    @dataclass
    class Highlighted(Message):
        """A goal was selected."""

        goal_id: str

    @dataclass
    class Chosen(Message):
        """A goal is to be opened."""

        goal_id: str

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.order: Order = "plan"
        self.found: Watch | None = None
        self._asked: str | None = None
        """The goal that is to be highlighted as soon as there are goals."""

    def compose(self) -> ComposeResult:
        """The list with its sentences; the detail beside it where there is room."""
        with Vertical(id="overview"):
            yield Static(id="summary", markup=False)
            yield Static(id="signals", markup=False)
            yield Input(placeholder=self.language.text("Type to search goals"), id="filter")
            yield GoalList()
            yield Static(id="nothing", markup=False)
            yield Static(id="sentence", markup=False)
        yield GoalDetail(self.language, id="beside")

    def watch_scorecard(self, scorecard: Scorecard | None) -> None:
        """Fill list and summary."""
        if scorecard is not None:
            self.query_one("#summary", Static).update(Prose(self._summary(scorecard)))
            self._fill()
            self.look(scorecard)

    @work(thread=True, exclusive=True, group="watch")
    def look(self, scorecard: Scorecard) -> None:
        """Look at the key goals."""
        found = watch_made(self.workspace, scorecard)
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(WatchMade)
    def show_signals(self, message: WatchMade) -> None:
        """One quiet line where something was signalled."""
        self.found = message.found
        line = self.query_one("#signals", Static)
        said = watch_line(self.language, message.found)
        line.update(Prose(said))
        line.set_class(bool(said), "-some")
        self._tell_beside()

    def show_subject(self, subject: str) -> None:
        """Highlight a goal, by its id."""
        self._asked = subject
        self._fill()

    def _tell_beside(self) -> None:
        """What the watch says of the goal beside the list."""
        beside = self.query_one("#beside", GoalDetail)
        goals = self.found.goals if self.found else ()
        about = beside.card.goal.id if beside.card else ""
        signals = (signal_of(each) for each in goals if each.goal.id == about)
        beside.signal = next(signals, None)

    def watch_detail(self, detail: GoalCard | None) -> None:
        """Show the selected goal beside the list."""
        if detail is not None and self.scorecard is not None:
            self.query_one("#beside", GoalDetail).show(detail, self.scorecard.plan)
            self._tell_beside()

    def watch_problem(self, problem: str) -> None:
        """Say what to do where there are no goals to show."""
        self.set_class(bool(problem), "-problem")
        self.query_one("#nothing", Static).update(problem)

    def _summary(self, scorecard: Scorecard) -> str:
        statuses = [card.status for card in scorecard.goals]
        is_open = scorecard.period.is_open(scorecard.as_of)
        said = summary(self.language, statuses, is_open=is_open)
        if any("other_plan" in card.flags for card in scorecard.goals):
            said += f" {flag_label(self.language, 'other_plan')}."
        if self.order != "plan":
            said += f" {self.language.text(SAID[self.order])}"
        if set(statuses) <= EMPTY:
            hint = self.language.text(NOTHING_YET, period=scorecard.period.label)
            return f"{said}\n{hint}"
        return said

    @on(Input.Changed, "#filter")
    def _fill(self) -> None:
        """Show the goals that match what is typed."""
        if self.scorecard is None:
            return
        wanted = self.query_one("#filter", Input).value
        found = [card for card in self.scorecard.goals if matches(self.language, card, wanted)]
        goals = self.query_one(GoalList)
        goals.show(self.language, found, self._asked or goals.selected, self.order)
        self._asked = None
        self.set_class(not found, "-nothing")
        nothing = self.language.text("No goal matches “{text}”. Esc shows all.", text=wanted)
        self.query_one("#nothing", Static).update(self.problem if found else nothing)

    @on(OptionList.OptionHighlighted)
    def tell_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show the goal's sentence, and tell the screen."""
        card = self.scorecard.goal(message.option_id or "") if self.scorecard else None
        if card is not None:
            self.say_sentence()
            self.post_message(self.Highlighted(card.goal.id))

    def on_resize(self) -> None:
        """What is cut in the list is known once it has its width."""
        self.call_after_refresh(self.say_sentence)

    def say_sentence(self) -> None:
        """Say the sentence of the selected goal, after its text where the list has cut that."""
        goals = self.query_one(GoalList)
        card = self.scorecard.goal(goals.selected or "") if self.scorecard else None
        if card is not None:
            cut = goals.cuts(self.language, card)
            said = f"{card.goal.text}\n{card.sentence}" if cut else card.sentence
            self.query_one("#sentence", Static).update(Prose(said))

    @on(OptionList.OptionSelected)
    def tell_chosen(self, message: OptionList.OptionSelected) -> None:
        """Ask the screen to open the goal."""
        if message.option_id is not None:
            self.post_message(self.Chosen(message.option_id))

    @on(Input.Submitted, "#filter")
    def keep_filter(self) -> None:
        """Walk through what was found."""
        self.query_one(GoalList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is something to clear only while a search field is open."""
        return action != "clear_filter" or self.has_class("-filtering")

    def action_next_order(self) -> None:
        """By the plan, nearest to tipping first, by status."""
        self.order = following(self.order)
        self._fill()
        if self.scorecard is not None:
            self.query_one("#summary", Static).update(Prose(self._summary(self.scorecard)))
        self.query_one(GoalList).action_first()

    def action_compare(self) -> None:
        """The selected goal's interventions beside each other."""
        from tui.screens.goals.comparing import CompareScreen

        self._open(CompareScreen)

    def action_trend(self) -> None:
        """The selected goal's years."""
        from tui.screens.goals.comparing import TrendScreen

        self._open(TrendScreen)

    def _open(self, screen: "type[GoalPictureScreen]") -> None:
        goal = self.query_one(GoalList).selected
        if goal is not None and self.scorecard is not None:
            self.app.push_screen(screen(self.workspace, self.scorecard, goal))

    @property
    def selected_goal(self) -> "tuple[Goal, str] | None":
        """The goal that the cursor is on, and the label of the period."""
        selected = self.query_one(GoalList).selected or ""
        card = self.scorecard.goal(selected) if self.scorecard else None
        return (card.goal, self.scorecard.period.label) if card and self.scorecard else None

    def action_filter(self) -> None:
        """Open the search field."""
        self.add_class("-filtering")
        self.query_one("#filter", Input).focus()
        self.refresh_bindings()

    def action_clear_filter(self) -> None:
        """Show every goal again."""
        self.query_one("#filter", Input).value = ""
        self.remove_class("-filtering")
        self.query_one(GoalList).focus()
        self.refresh_bindings()
