"""A field of a form: its label, a line to type in, what was understood, and what is wrong."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from db.codes import Why
from tracker.problems import Problem
from tracker.validation.checking import FieldResult, check_column
from tracker.validation.context import Context
from tracker.validation.textual import RunningNumber, Text
from tracker.wording.labels import column_help, column_label, label
from tui.widgets.field_input import AGAIN, Fact, FieldInput
from tui.widgets.hints import hint
from tui.widgets.lines import show_line

if TYPE_CHECKING:
    from tracker.validation.model import Column, Kind

PAUSE = 0.8
"""Seconds without a key after which half a word is a mistake."""
BRACKETS = re.compile(r" \([^)]*\)")
"""What a label explains; what is known already needs no explanation."""
PLUS = "+"


class Field(Widget):
    """One column of a row. It knows what was typed in file form, and tells of changes."""

    problem: reactive[str] = reactive("")
    extra: reactive[str] = reactive("", init=False)
    """What the form says beside the line."""
    warning: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Something else is filled in."""

        field: "Field"

    @dataclass
    class Advance(Message):
        """The field is done: on to the next."""

        field: "Field"

    def __init__(
        self,
        kind: "Kind",
        column: "Column",
        context: Context,
        text: str,
        fact: Fact | None = None,
    ) -> None:
        super().__init__(id=f"field-{kind.columns.index(column)}", classes="field")
        self.kind = kind
        self.column = column
        self.context = context
        whole = column_label(context.language, kind.name, column.name)
        self.said, _, aside = whole.removesuffix(")").partition(" (")
        """The label; what it has in brackets stands after the line."""
        self.aside = aside
        self.fact = fact
        self.labels = self._labels()
        """Codes with their words."""
        self.codes = {words.casefold(): code for code, words in self.labels.items()}
        self.several = column.type.several
        self.input = self.make_input(self.displayed(text), hint(column, context))
        self._known = self.input.value
        """What was last taken note of: a line tells of its first text too."""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Label, line and what was understood beside each other; what is wrong below."""
        with Horizontal(classes="line"):
            yield Static(self.said, classes="label", markup=False)
            with Vertical(classes=f"typing {type(self.column.type).__name__.lower()}"):
                yield self.input
                yield from self.compose_below()
            yield Static(self.beside(), classes="said", markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """A line with nothing beside it has all the room."""
        self._update_beside()

    def make_input(self, text: str, placeholder: str) -> FieldInput:
        """The line to type in."""
        return FieldInput(text, placeholder)

    def compose_below(self) -> ComposeResult:
        """What opens below the line while typing."""
        return iter(())

    @property
    def understood(self) -> FieldResult:
        """What the text is understood as."""
        return check_column(self.kind, self.column, self._typed(), self.context)

    @property
    def draft(self) -> str:
        """The text in file form, or as it was typed where it is not understood."""
        return self.understood.text

    @property
    def is_free(self) -> bool:
        """Whether anything can be typed: words of one's own, not codes, days or numbers."""
        return isinstance(self.column.type, Text | RunningNumber)

    @property
    def help_text(self) -> str:
        """Guidance for the column where there is some, and what can be typed."""
        language = self.context.language
        guidance = column_help(language, self.kind.name, self.column.name)
        more = language.text("+ adds another.") if self.several else None
        repeats = self.fact is not None and self.fact.repeats
        again = language.text("= fills in what stood before.") if repeats else None
        return " ".join(filter(None, [guidance, self.what_is_right(), more, again]))

    def what_is_right(self) -> str:
        """What can be typed."""
        if self.column.type.choices(self.context):
            return self.context.language.text("Type part of a word and press enter; ↓ shows all.")
        return self.column.type.right(self.context)

    def displayed(self, text: str) -> str:
        """A text in file form as people read it: codes in words."""
        parts = text.split(PLUS) if self.several else [text]
        return f" {PLUS} ".join(self.labels.get(part, part) for part in parts)

    def fill(self, text: str) -> None:
        """Put a text in file form in the line."""
        with self.prevent(Input.Changed):
            self.input.value = self.displayed(text)
        self.noted()

    def repeat(self, fact: Fact) -> None:
        """Fill in what stood before, and go on to the next field."""
        self.fill(fact.text)
        self.close_matches()
        self.settle()
        self.post_message(self.Advance(self))

    def noted(self) -> None:
        """Show what the text is understood as, and tell that it is another."""
        self._known = self.input.value
        self.problem = ""
        self._update_beside()
        self.post_message(self.Changed(self))

    def look_up(self) -> None:
        """What a kind of field does at each key."""

    def before_advance(self) -> None:
        """What a kind of field does at enter."""

    @property
    def needs_room(self) -> bool:
        """Whether the text is more worth seeing than what stands beside it."""
        return False

    def close_matches(self) -> bool:
        """Hide what opened below the line; False when nothing was open."""
        return False

    def on_descendant_focus(self) -> None:
        """Mark the field that is typed in."""
        self.add_class("-current")

    def on_descendant_blur(self) -> None:
        """It is left."""
        self.remove_class("-current")

    def settle(self) -> None:
        """Make what is half typed into what it will be when the field is left."""
        self.show_problem()

    def beside(self) -> str:
        """What stands beside the line: what the label adds, and the fact from entry."""
        return " · ".join(filter(None, (self.extra, self.aside, self._fact())))

    def sentence(self, problem: Problem) -> str:
        """A problem in words, columns by their labels."""
        language, params = self.context.language, dict(problem.params)
        for name, value in params.items():
            if value == self.column.name:
                params[name] = self.said
            elif value in self.kind.by_name:
                params[name] = column_label(language, self.kind.name, str(value))
        return language.text(problem.message, **params)

    def watch_problem(self) -> None:
        """Show what is wrong, or take it away."""
        self._update_below()

    def watch_extra(self) -> None:
        """Show what the form says beside the line."""
        if self.is_mounted:
            self._update_beside()

    def watch_warning(self) -> None:
        """Show what may be wrong, or take it away."""
        self._update_below()

    @on(Input.Changed)
    def take_note(self, event: Input.Changed) -> None:
        """Understand what is typed; say that it is wrong only after a pause."""
        event.stop()
        if event.value == self._known:
            return
        self.look_up()
        self._await_pause()
        self.noted()

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.before_advance()
        self.settle()
        self.post_message(self.Advance(self))

    @on(Input.Blurred)
    def leave(self, event: Input.Blurred) -> None:
        """Say what is wrong when the field is left."""
        event.stop()
        self.settle()

    def _fact(self) -> str:
        if self.fact is None:
            return ""
        return f"{AGAIN} {self.fact.said}" if self.fact.repeats else self.fact.said

    def _typed(self) -> str:
        """The text with words turned into codes."""
        parts = self.input.value.split(PLUS) if self.several else [self.input.value]
        plain = (part.strip() for part in parts)
        return PLUS.join(self.codes.get(part.casefold(), part) for part in plain if part)

    def _labels(self) -> dict[str, str]:
        labels = dict(self.column.type.choices(self.context))
        if self.column.personal:
            labels |= {why.value: label(self.context.language, Why, why) for why in Why}
        return labels

    def _await_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.show_problem)

    def show_problem(self) -> None:
        """Say what is wrong with what is typed."""
        if self._pause is not None:
            self._pause.stop()
        if (problem := self.understood.problem) is not None:
            self.problem = self.sentence(problem)

    def _update_beside(self) -> None:
        beside = self.query_one(".said", Static)
        if str(beside.content) != (said := self.beside()):
            beside.update(said)
        self.set_class(not said or self.needs_room, "-alone")

    def _update_below(self) -> None:
        said = self.problem or self.warning
        show_line(self.query_one(".problem", Static), f"! {said}" if said else "")
        self.set_class(bool(self.problem), "-wrong")
