"""The first start: a demo, or a new store from a plan, step by step."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import ContentSwitcher, Input, OptionList

from tracker.problems import N_
from tracker.wording.language import LANGUAGES
from tui.screens.progress import Ended, Working
from tui.screens.progress import Step as Report
from tui.screens.spoken import SpokenScreen
from tui.screens.start.steps import (
    ChoiceStep,
    ControllerStep,
    KeyStep,
    PlaceStep,
    PlanStep,
    Step,
)
from tui.source import Beginning, Source
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.app import TrackerApp

ORDER = ("choice", "plan", "controller", "key", "place")


class StartScreen(SpokenScreen[Source]):
    """Walks through the steps; nothing is made before the last answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), key_display="Esc"),
        Binding("l", "speak", N_("Svenska")),  # in each language the name of the other one
    ]

    def __init__(self, beginning: Beginning) -> None:
        super().__init__()
        self.beginning = beginning
        self.answers: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        """All the steps, the first one shown."""
        begin, language = self.beginning, self.beginning.language
        with ContentSwitcher(initial=ORDER[0], id="steps"):
            yield ChoiceStep(language, begin.where, id="choice")
            yield PlanStep(language, id="plan")
            yield ControllerStep(language, id="controller")
            yield KeyStep(language, id="key")
            yield PlaceStep(language, begin.where, begin.today, id="place")
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys are for the first step."""
        self._show(ORDER[0])

    @property
    def current(self) -> Step:
        """The step that is asked."""
        return cast("Step", self.query_one(ContentSwitcher).visible_content)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """From the first step there is no way back; later ones are not begun again."""
        is_first = not self.is_mounted or self.current.id == ORDER[0]
        return {"back": not is_first, "speak": is_first}.get(action, True)

    @on(Step.Answered)
    def go_on(self, message: Step.Answered) -> None:
        """Keep the answer, and ask the next question; after the last one it is made."""
        self.answers[message.step] = message.value
        if message.value == "demo":
            self._make(N_("Making up data …"), self.beginning.demo)
        elif message.step == ORDER[-1]:
            self._make(N_("Creating the store …"), self._new)
        else:
            self._show(ORDER[ORDER.index(message.step) + 1])

    def action_back(self) -> None:
        """The question before; answers stay."""
        self._show(ORDER[max(ORDER.index(self.current.id or ORDER[0]) - 1, 0)])

    def action_speak(self) -> None:
        """Begin in the other language."""
        code = next(each for each in LANGUAGES if each != self.language.code)
        cast("TrackerApp", self.app).speak(code)

    def _show(self, name: str) -> None:
        self.query_one(ContentSwitcher).current = name
        self.current.query(f"{Input.__name__}, {OptionList.__name__}").first().focus()
        self.refresh_bindings()

    def _new(self) -> Source:
        place, plan = self.answers["place"], self.answers["plan"]
        return self.beginning.new(place, plan, self.answers["controller"])

    def _make(self, words: str, make: Callable[[], Source]) -> None:
        """Make it, and open it."""

        def made(_report: Report) -> Source:
            return make()

        working = Working(self.language.text(words), made, can_cancel=False)
        self.app.push_screen(working, self._open)

    def _open(self, ended: Ended[Source] | None) -> None:
        if ended is not None and ended.value is not None:
            self.dismiss(ended.value)
        elif ended is not None:
            self.current.say(ended.sentence)
