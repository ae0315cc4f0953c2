"""The table of paper forms: a form a row, a question a column, the one being typed below."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import DataTable

from tracker.problems import N_
from tracker.surveys.pile import NUMBER, SEX, PaperForm, Pile
from tracker.surveys.signs import BLANK, shown
from tracker.wording import Language

NARROWEST = 3
TYPED, STORED = "▸", " "
"""Before the number of the form that is typed, and of those that are stored."""


class PaperTable(DataTable[Text]):
    """Shows the forms; tells which sign was typed in which cell."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "sign('v')", N_("not known")),
        Binding("x", "sign('x')", N_("declined")),
        Binding("space,enter", "sign(' ')", N_("blank"), key_display="␣"),
        Binding("backspace", "back", N_("back"), key_display="⌫"),
        Binding("home", "first_column", show=False),
        Binding("end", "to_typed", show=False),
    ]

    @dataclass
    class Typed(Message):
        """A sign was typed in a cell."""

        sign: str

    class Back(Message):
        """One answer back."""

    class ToTyped(Message):
        """To where the next answer is typed."""

    def __init__(self, language: Language, pile: Pile) -> None:
        super().__init__(cursor_type="cell", zebra_stripes=True, cell_padding=0)
        self.language = language
        self.pile = pile
        self.typed = PaperForm(pile.proposed)
        """The form that is being typed."""
        self.waits_for = ""
        """What is typed so far of an answer of several digits."""
        self.fixed_columns = 1

    @property
    def names(self) -> tuple[str, ...]:
        """The columns: the number of the form, the sex, the questions."""
        return (NUMBER, *self.pile.columns)

    @property
    def column(self) -> str:
        """The column that the cursor is in."""
        return self.names[self.cursor_column]

    @property
    def stored(self) -> PaperForm | None:
        """The stored form that the cursor is on; None: it is the one that is typed."""
        forms, at = self.pile.forms, self.cursor_row
        return forms[at] if at < len(forms) else None

    @property
    def offset_of_cell(self) -> int:
        """How far from the left edge the middle of the cell is."""
        widths = [column.get_render_width(self) for column in self.ordered_columns]
        before = sum(widths[: self.cursor_column])
        return max(before + widths[self.cursor_column] // 2 - int(self.scroll_offset.x), 0)

    def on_mount(self) -> None:
        """Fill it."""
        self.show(self.pile, self.typed)

    def show(self, pile: Pile, typed: PaperForm) -> None:
        """Show what is stored now, and the form that is typed."""
        self.pile, self.typed, self.waits_for = pile, typed, ""
        self.clear(columns=True)
        longest = max(len(each.number) for each in (*pile.forms, typed))
        self._add_head(self.language.text("Form"), max(longest + 1, 6))
        for name in pile.columns:
            self._add_head(self.language.text("Sex") if name == SEX else name, NARROWEST)
        for form in (*pile.forms, typed):
            self.add_row(*self._cells(form))

    def show_typed(self, typed: PaperForm, waits_for: str = "") -> None:
        """Show the form that is typed as it is now."""
        self.typed, self.waits_for = typed, waits_for
        row = len(self.pile.forms)
        for place, cell in enumerate(self._cells(typed)):
            self.update_cell_at(Coordinate(row, place), cell)

    def stand_on_typed(self, column: str) -> None:
        """Go to a column of the form that is typed."""
        self.move_cursor(row=len(self.pile.forms), column=self.names.index(column), animate=False)

    async def on_key(self, event: events.Key) -> None:
        """Digits and letters are answers."""
        if event.character and event.character.isprintable() and event.character != BLANK:
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(event.character))

    def action_sign(self, sign: str) -> None:
        """A sign that is a key of its own too."""
        self.post_message(self.Typed(sign))

    def action_back(self) -> None:
        """One answer back."""
        self.post_message(self.Back())

    def action_first_column(self) -> None:
        """To the sex."""
        self.move_cursor(column=1, animate=False)

    def action_to_typed(self) -> None:
        """To where the next answer is typed."""
        self.post_message(self.ToTyped())

    def _add_head(self, head: str, least: int) -> None:
        """A column with its head above what stands in it, a blank before both."""
        self.add_column(f" {head}", width=max(len(head), least) + 1)

    def _cells(self, form: PaperForm) -> list[Text]:
        is_typed = form is self.typed
        style = "bold" if is_typed else ""
        sign = TYPED if is_typed else STORED
        said = [shown(self.language, name, form.answers.get(name)) for name in self.pile.columns]
        if is_typed and self.waits_for and self.column in self.pile.columns:
            said[self.pile.columns.index(self.column)] = f"{self.waits_for}_"
        return [Text(f"{sign}{form.number}", style), *(Text(f" {each}", style) for each in said)]
