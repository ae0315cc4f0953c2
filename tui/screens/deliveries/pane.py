"""The pane Leveranser: which counts have come, were corrected, are missing or late."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.periods import Period
from tracker.problems import N_
from tracker.wording.deliveries import (
    ALL_SIGNS,
    NONE_MISSING,
    STATES,
    corrected_text,
    days_text,
    received_text,
    reminder,
)
from tracker.worklist.delivered import DeliveryLine
from tracker.worklist.delivery_grid import DeliveryGrid, DeliveryNumbers, delivery_grid
from tracker.worklist.delivery_grid import delivery_numbers as read_numbers
from tracker.workspace import Workspace
from tui.keys_in_order import release_keys
from tui.messages import StoreChanged
from tui.screens.deliveries.doing import Delivering
from tui.screens.forms.asking import Happened
from tui.screens.undoing import Undoing
from tui.sentences import sentence_of
from tui.widgets.delivery_table import DeliveryTable
from tui.widgets.empty_state import EmptyState
from tui.widgets.lines import show_line


class DeliveriesPane(Undoing):
    """Shows the deliveries of a period."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "remind", N_("text that reminds")),
        Binding("M,upper_m", "remind_all", N_("all who are missing"), key_display="M"),
        Binding("i", "import_delivery", N_("import a delivery")),
        Binding("f5", "read_again", N_("read again"), show=False),
    ]
    period: reactive[Period | None] = reactive(None)
    store_version: reactive[int] = reactive(0)

    @dataclass
    class Read(Message):
        """The grid has been made, or cannot be."""

        grid: DeliveryGrid | None
        problem: str = ""

    @dataclass
    class Detailed(Message):
        """How many numbers a delivery has."""

        line: DeliveryLine
        numbers: DeliveryNumbers | None

    def __init__(self, workspace: Workspace, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.workspace = workspace
        self.language = workspace.language
        self.delivering = Delivering(workspace, self)
        self.table = DeliveryTable(workspace.language)
        self.grid: DeliveryGrid | None = None
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """How many are missing, the grid, and what is known of the one that is marked."""
        yield Static(id="amount", markup=False)
        with Container(id="halves"):
            yield self.table
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="guidance", markup=False)
        yield EmptyState(id="nobody-delivers")
        yield Static(id="happened", markup=False)

    def on_show(self, _event: events.Show) -> None:
        """Read when it is looked at."""
        self.table.focus()
        self._renew()

    def watch_period(self) -> None:
        """Another period is shown."""
        self._renew()

    def watch_store_version(self) -> None:
        """Something was saved."""
        self._renew()

    def show_subject(self, subject: str) -> None:
        """Stand on an intervention."""
        self._wanted = subject.split(" ", maxsplit=1)[0]
        if self.grid is not None:
            self.table.show(self.grid, self._wanted)

    def _renew(self) -> None:
        if self.is_mounted and self.display and self.period is not None:
            self.read(self.period)

    @work(thread=True, exclusive=True, group="reading")
    def read(self, period: Period) -> None:
        """Make the grid."""
        try:
            found = self.Read(delivery_grid(self.workspace, period))
        except TrackerError as error:
            found = self.Read(None, sentence_of(self.language, error))
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @work(thread=True, exclusive=True, group="detail")
    def read_detail(self, line: DeliveryLine) -> None:
        """Count the numbers of a delivery."""
        try:
            found = self.Detailed(line, read_numbers(self.workspace, line))
        except TrackerError:
            found = self.Detailed(line, None)  # the grid tells of it
        if not get_current_worker().is_cancelled:
            self.post_message(found)

    @on(Read)
    def show_read(self, message: Read) -> None:
        """Show the grid, or why there is none."""
        grid = self.grid = message.grid
        if grid is None:
            self.say(message.problem)
            return
        self.table.show(grid, self._wanted)
        self._wanted = ""
        is_empty = not grid.lines
        self.query_one("#halves").set_class(is_empty, "-empty")  # it keeps the keys
        text = self.language.text
        empty = self.query_one(EmptyState)
        if is_empty:
            none = text(NONE_MISSING, period=grid.period.label)
            empty.show(none, ("i", text("import a delivery")), (",", text("period before")))
        else:
            empty.show()
        self.query_one("#amount", Static).update(self._amount(grid))

    @on(DeliveryTable.Moved)
    def tell(self, message: DeliveryTable.Moved) -> None:
        """Say what is known of the delivery that is marked."""
        message.stop()
        if message.line is None:
            self.query_one("#guidance", Static).update("")
        else:
            self.read_detail(message.line)

    @on(Detailed)
    def show_detail(self, message: Detailed) -> None:
        """Show it, unless another is marked by now."""
        if message.line == self.table.line:
            lines = self._told(message.line, message.numbers)
            self.query_one("#guidance", Static).update("\n".join(filter(None, lines)))

    @on(Happened)
    def show_happened(self, message: Happened) -> None:
        """Say what was done."""
        message.stop()
        release_keys(self.app)
        self.say(message.sentence)
        if message.changed:
            self.post_message(StoreChanged())

    def say(self, sentence: str) -> None:
        """Say in a line what has just happened."""
        show_line(self.query_one("#happened", Static), sentence)

    def action_remind(self) -> None:
        """A text to send for the one that is marked."""
        line = self.table.line
        if line is None or not line.is_waited_for:
            self.say(self.language.text("Nothing is missing there."))
        else:
            self._remind([line])

    def action_remind_all(self) -> None:
        """Texts to send for everything that is missing."""
        lines = self.grid.waited_for if self.grid else ()
        if lines:
            self._remind(list(lines))
        else:
            self.say(self.language.text("No delivery is missing."))

    def action_import_delivery(self) -> None:
        """Take in a delivery that has come as a file."""
        self.delivering.take_in()

    def action_read_again(self) -> None:
        """Read again."""
        self._renew()

    def _remind(self, lines: list[DeliveryLine]) -> None:
        name = self.workspace.association.name
        texts = [
            reminder(
                self.language, name, days_text(each.stretch.first, each.stretch.last), each.name
            )
            for each in lines
        ]
        self.delivering.show_text("\n\n---\n\n".join(texts), len(texts))

    def _amount(self, grid: DeliveryGrid) -> str:
        if not grid.lines:
            return self.language.text("Deliveries {period}", period=grid.period.label)
        if not grid.waited_for:
            return self.language.text(
                "Deliveries {period}: everything has come", period=grid.period.label
            )
        return self.language.plural(
            "Deliveries {period}: {number} of {all} is missing",
            "Deliveries {period}: {number} of {all} are missing",
            len(grid.waited_for),
            period=grid.period.label,
            all=self.language.number(len(grid.lines)),
        )

    def _told(self, line: DeliveryLine, numbers: DeliveryNumbers | None) -> Iterator[str]:
        text = self.language.text
        yield line.name
        yield days_text(line.stretch.first, line.stretch.last)
        state = text(STATES[line.state])
        when = received_text(self.language, line.received, line.days_late)
        yield text("{sign} {state}: {when}", sign=ALL_SIGNS[line.state], state=state, when=when)
        if line.is_waited_for:
            yield text("m: a text that reminds, to send to the owner.")
            return
        if line.delivery:
            yield text("Delivery: {key}", key=line.delivery)
        if line.created:
            yield text("Made: {moment}", moment=line.created)
        if numbers is not None:
            if line.is_of_other_plan:
                yield text("Plan: {plan} (not here)", plan=numbers.plan or "–")
            else:
                yield text("Plan: {plan}", plan=numbers.plan or "–")
            yield text("Imported by: {who}", who=numbers.by)
            yield self._counted(numbers)
        if line.replaces:
            yield self.language.plural(
                "It replaced {number} earlier delivery.",
                "It replaced {number} earlier deliveries.",
                line.replaces,
            )
        yield corrected_text(self.language, line.differing)

    def _counted(self, numbers: DeliveryNumbers) -> str:
        shown = self.language.plural("{number} figure", "{number} figures", numbers.shown)
        if not numbers.hidden:
            return shown
        hidden = self.language.plural(
            "{number} more is hidden, since it tells of few",
            "{number} more are hidden, since they tell of few",
            numbers.hidden,
        )
        return f"{shown}; {hidden}"
