"""A field whose words are chosen by typing a part of them; the matches open below."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option
from typing_extensions import override

from tracker.problems import N_, Problem
from tracker.validation.completion import matches
from tui.widgets.field import BRACKETS, PLUS, Field
from tui.widgets.field_input import Fact, FieldInput
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from tracker.validation.context import Context
    from tracker.validation.model import Column, Kind

PART, WHOLE = 28, 47
"""Letters that a line shows on the narrow screen: with something beside it, and with nothing."""


class CodeInput(FieldInput):
    """A line in which + and , end a word and begin the next."""

    async def on_key(self, event: events.Key) -> None:
        """Take the first match before the sign, so that several words are typed in a row."""
        field = self.query_ancestor(CodeField)
        if field.several and event.character in (PLUS, ","):
            event.stop()
            event.prevent_default()
            field.take()
            self.end_of_line()

    def end_of_line(self) -> None:
        """Make room for another word after those that are there."""
        if self.value.strip():
            self.value = f"{self.value.rstrip(f' {PLUS}')} {PLUS} "
        self.cursor_position = len(self.value)


class Matches(MarkedList, can_focus=False):
    """The words that hold what is typed."""


class CodeField(Field):
    """A field with codes, or with texts that are often used."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "next_match", show=False),
        Binding("up", "previous_match", show=False),
        Binding("tab", "take", show=False),
    ]

    def __init__(
        self,
        kind: "Kind",
        column: "Column",
        context: "Context",
        text: str,
        fact: Fact | None = None,
        usual: tuple[str, ...] = (),
    ) -> None:
        self.usual = usual
        """Texts to choose from where the column has no codes."""
        super().__init__(kind, column, context, text, fact)
        self.matches = Matches(markup=False)

    @override
    def make_input(self, text: str, placeholder: str) -> FieldInput:
        return CodeInput(text, placeholder)

    @override
    def compose_below(self) -> ComposeResult:
        yield self.matches

    @override
    def look_up(self) -> None:
        self.open_matches(self._last_word())

    @override
    def settle(self) -> None:
        """Take the match when there is but one; then close."""
        if self.is_open and self.matches.option_count == 1:
            self.take()
        self.close_matches()
        super().settle()

    @override
    def beside(self) -> str:
        """Words of which not even a whole line shows all stand beside in short."""
        chosen = self.draft.split(PLUS) if self.is_summed_up else []
        words = (BRACKETS.sub("", self.labels.get(each, each)) for each in chosen)
        said = " + ".join(words) if len(chosen) > 1 else ""
        return " · ".join(filter(None, (said, super().beside())))

    @property
    @override
    def needs_room(self) -> bool:
        return len(self.input.value) > PART and not self.is_summed_up

    @property
    def is_summed_up(self) -> bool:
        """Whether several words are chosen that no line has room for."""
        return self.several and len(self.input.value) > WHOLE

    @override
    def sentence(self, problem: Problem) -> str:
        if "known" not in problem.params:
            return super().sentence(problem)
        sentence = N_("“{value}” is not among the choices. ↓ shows them all.")
        return self.context.language.text(sentence, value=problem.params["value"])

    @override
    def show_problem(self) -> None:
        if not self.is_open:  # half a word is no mistake while there are words that hold it
            super().show_problem()

    @property
    def is_open(self) -> bool:
        """Whether matches are shown."""
        return bool(self.matches.display)

    def open_matches(self, typed: str) -> None:
        """Show what holds the typed text, unless it is a whole word already."""
        found = self._found(typed)
        whole = typed.casefold() in self.codes
        self.matches.clear_options()
        self.matches.add_options(Option(words, id=code) for code, words in found)
        self.matches.display = bool(found) and not whole
        if found:
            self.matches.highlighted = 0

    @override
    def close_matches(self) -> bool:
        was_open, self.matches.display = self.is_open, False
        return was_open

    def take(self) -> bool:
        """Put the marked match in place of what is typed; False when none is shown."""
        chosen = self.matches.highlighted_option
        if not self.is_open or chosen is None or chosen.id is None:
            return False
        words = self.labels.get(chosen.id, chosen.id)
        before, plus, _ = self.input.value.rpartition(PLUS)
        with self.prevent(Input.Changed):
            self.input.value = (
                f"{before.rstrip()} {plus} {words}" if self.several and plus else words
            )
        self.input.cursor_position = len(self.input.value)
        self.close_matches()
        self.noted()
        return True

    def action_next_match(self) -> None:
        """Mark the next match; with none shown, show all."""
        if self.is_open:
            self.matches.action_cursor_down()
        else:
            self.open_matches("")

    def action_previous_match(self) -> None:
        """Mark the match before."""
        if not self.is_open:
            raise SkipAction
        self.matches.action_cursor_up()

    def action_take(self) -> None:
        """Take the marked match and let the key go on to the next field."""
        self.take()
        raise SkipAction

    @override
    def before_advance(self) -> None:
        self.take()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked on."""
        event.stop()
        self.take()
        self.input.focus()

    def on_click(self, event: events.Click) -> None:
        """A click on an empty line shows what can be chosen."""
        if event.widget is self.input and not self.input.value and not self.is_open:
            self.open_matches("")

    def _last_word(self) -> str:
        value = self.input.value
        return (value.rpartition(PLUS)[2] if self.several else value).strip()

    def _found(self, typed: str) -> list[tuple[str, str]]:
        if not self.usual:
            return matches(self.column, typed, self.context)
        return [(each, each) for each in self.usual if each.casefold().startswith(typed.casefold())]
