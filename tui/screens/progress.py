"""Long work: it goes on in a thread, a window tells how far it is, Esc cancels it.

    def make(step: Step) -> Path:
        for number, row in enumerate(rows):
            step(number, len(rows))        # raises Cancelled when Esc was pressed
            …
        return place

    self.app.push_screen(Working(text("Making the report …"), make), self.made)

`made` gets an `Ended`: the value, or a sentence in the user's language, or that it was cancelled.
Work that writes does so in one transaction or under another name, so that cancelling leaves nothing
half done; what cannot be cut short is given `can_cancel=False`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label, ProgressBar, Static
from textual.worker import get_current_worker

from tracker.errors import TrackerError
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tui.screens.spoken import SpokenModal
from tui.sentences import sentence_of

T = TypeVar("T")
STEPS_SHOWN = 200
"""At most so many steps are painted: more would only slow the work down."""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The work was cancelled; raised inside the work by `Step`."""


@dataclass(frozen=True)
class Ended(Generic[T]):
    """What came of the work: a value, or why there is none."""

    value: T | None = None
    sentence: str = ""
    """What went wrong, in the user's language."""
    cancelled: bool = False


class Step:
    """What the work calls to say how far it is."""

    def __init__(self, screen: "Working[T]") -> None:
        self._screen = screen
        self._shown = -1

    def __call__(self, done: int = 0, total: int | None = None, words: str = "") -> None:
        """So much is done of the total; `words` say with what.

        Raises:
            Cancelled: Esc was pressed.
        """
        if get_current_worker().is_cancelled or self._screen.is_cancelled:
            raise Cancelled
        shown = done * STEPS_SHOWN // total if total else done
        if shown != self._shown or words:
            self._shown = shown
            self._screen.post_message(Working.Stepped(done, total, words))


class Working(SpokenModal[Ended[T]], Generic[T]):
    """Does the work, and closes with what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", N_("cancel"))]

    @dataclass
    class Stepped(Message):
        """The work has come so far."""

        done: int
        total: int | None
        words: str

    @dataclass
    class Finished(Message):
        """The work has come to its end."""

        ended: "Ended[object]"

    def __init__(self, title: str, make: Callable[[Step], T], *, can_cancel: bool = True) -> None:
        super().__init__()
        self.work_title = title
        """What is done, in the user's language."""
        self.make = make
        self.can_cancel = can_cancel
        self.is_cancelled = False

    def compose(self) -> ComposeResult:
        """What is done, how far it is, and how to stop it."""
        with Vertical(id="working-box"):
            yield Label(self.work_title, classes="heading", markup=False)
            yield ProgressBar(show_eta=False, id="working-bar")
            yield Static(id="working-words", markup=False)
            keys = self.language.text("Esc cancels") if self.can_cancel else ""
            yield Static(keys, id="working-keys", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin when the window is there."""
        self.call_after_refresh(self.begin)

    @work(thread=True, exclusive=True, group="long work")
    def begin(self) -> None:
        """Do the work, and tell of its end."""
        try:
            with store_sentences():
                ended: Ended[object] = Ended(self.make(Step(self)))
        except Cancelled:
            ended = Ended(cancelled=True)
        except TrackerError as error:
            ended = Ended(sentence=sentence_of(self.language, error))
        self.post_message(self.Finished(ended))

    @on(Stepped)
    def show_step(self, message: Stepped) -> None:
        """Show how far it is."""
        self.query_one(ProgressBar).update(total=message.total, progress=message.done)
        if message.words:
            self.query_one("#working-words", Static).update(message.words)

    @on(Finished)
    def close_with(self, message: Finished) -> None:
        """Give what came of it to whoever asked."""
        self.dismiss(cast("Ended[T]", message.ended))

    def action_stop(self) -> None:
        """Stop at the next step; what was begun is undone first."""
        if self.can_cancel and not self.is_cancelled:
            self.is_cancelled = True
            self.query_one("#working-keys", Static).update(self.language.text("Stopping …"))
