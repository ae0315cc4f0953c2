"""What a question is answered with; the key line says that enter does it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Button, Input

from tracker.problems import N_
from tui.widgets.marked_list import MarkedList


class AnswerLine(Input):
    """A line to type the answer in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("answer"))]


class AnswerButton(Button):
    """One of a few answers."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "press", N_("answer"))]


class AnswerList(MarkedList):
    """Answers to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("choose"))]
