"""The top line: association, how it is shown, period, date."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from tracker.wording import Language
from tui.widgets.period_picker import PeriodPicker


class TitleLine(Horizontal):
    """What the whole screen is about."""

    association: reactive[str] = reactive("")
    period_label: reactive[str] = reactive("")
    published: reactive[bool] = reactive(default=False)

    def __init__(self, language: Language, today: date) -> None:
        super().__init__()
        self.language = language
        self.today = today

    def compose(self) -> ComposeResult:
        """Left to right, in the order of what the eye meets."""
        yield Static(id="association", markup=False)
        published = Static(self.language.text("as published"), id="published")
        published.display = False
        yield published
        yield PeriodPicker().data_bind(label=TitleLine.period_label)
        yield Static(self.language.weekday(self.today), id="today")

    def watch_association(self, association: str) -> None:
        """Show whose goals these are."""
        self.query_one("#association", Static).update(association)

    def watch_published(self, published: bool) -> None:  # noqa: FBT001 - Textual calls it
        """Say so when figures are shown as readers will see them."""
        self.query_one("#published").display = published
        self.set_class(published, "-published")
