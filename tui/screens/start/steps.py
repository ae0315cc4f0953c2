"""The questions of the first start, one a step; each says when it is answered."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tracker.errors import TrackerError
from tracker.keeping.places import Place, place_of
from tracker.keeping.responsible import CONTROLLER
from tracker.plans import load, shipped
from tracker.problems import N_
from tracker.transfer.paths_typed import is_there
from tracker.wording import Language
from tui.sentences import sentence_of
from tui.widgets.marked_list import MarkedList

OWN_PLAN = N_(
    "A plan of your own begins as a copy of one of these, which you change in any text editor: "
    "tracker plan show kalmar-2021 > plan.toml"
)
KEY = N_(
    "Here a participant is a running number such as K-078: never a name, never a personal "
    "identity number.\n\n"
    "The list that says who K-078 is, the key, is kept by the staff of the intervention: on paper "
    "in a locked cabinet, or in the system of the controller. It never comes into this program, "
    "and never lies in the same place as the store.\n\n"
    "Agree on who keeps it, and on who may look in it, before the first participant is registered."
)
STATE_LATER = N_(
    "↵ goes on. It may be left empty, and stated later in F2, before the first participant is "
    "registered."
)
RISKS: dict[Place, str] = {
    "synced": N_(
        "This folder is synced (OneDrive or the like). Syncing damages a store in use and copies "
        "personal data to others: choose a folder that is not synced."
    ),
    "network": N_(
        "This folder lies on a network. A store there can lose data: choose a folder on this "
        "computer."
    ),
}
CHOOSE = N_("↑ ↓ choose   ↵ goes on")
ANYWAY = N_("↵ once more uses it anyway.")
ON_DISK = N_(
    "A folder on this computer is right: not one that is synced (OneDrive), and not one on a "
    "network."
)


class Step(VerticalScroll):
    """A question: a heading, an explanation, something to answer in, and what is wrong."""

    can_focus = False
    heading = ""
    """Marked with `N_`."""

    @dataclass
    class Answered(Message):
        """The question has its answer."""

        step: str
        value: Any

    def __init__(self, language: Language, *, id: str) -> None:  # noqa: A002 - as Textual has it
        super().__init__(id=id)
        self.language = language

    def compose(self) -> ComposeResult:
        """The heading, then what the step asks."""
        yield Static(self.language.text(self.heading), classes="heading", markup=False)
        yield from self.asked()
        yield Static(classes="problem", markup=False)

    def asked(self) -> ComposeResult:
        """What the step explains, and the field or list that takes the answer."""
        raise NotImplementedError

    def answer(self, value: object) -> None:
        """Tell the answer."""
        self.post_message(self.Answered(self.id or "", value))

    def say(self, problem: str) -> None:
        """Say what is wrong with the answer, or nothing."""
        self.query_one(".problem", Static).update(problem)

    def keys(self) -> Static:
        """What chooses from a list."""
        return Static(self.language.text(CHOOSE), classes="keys", markup=False)

    def said(self, text: str, **params: object) -> Static:
        """A paragraph in the user's language."""
        return Static(self.language.text(text, **params), classes="said", markup=False)


class ChoiceStep(Step):
    """Demo or a store of one's own."""

    heading = N_("Welcome to Finsam Tracker")

    def __init__(self, language: Language, where: str, *, id: str) -> None:  # noqa: A002
        super().__init__(language, id=id)
        self.where = where

    def asked(self) -> ComposeResult:
        """The two ways, with what each means."""
        yield self.said(
            N_("There is no store at {where} yet. How do you want to begin?"), where=self.where
        )
        yield MarkedList(
            self._way(
                "demo",
                N_("Look around in made-up data"),
                N_("A whole association over several years. Nobody in it exists, and no real"
                   " store is touched."),
            ),
            self._way(
                "plan",
                N_("Create a store from a plan"),
                N_("Four questions. Nothing is created before the last one is answered."),
            ),
        )  # fmt: skip
        yield self.keys()

    def _way(self, name: str, title: str, more: str) -> Option:
        text = self.language.text
        words = Content.assemble((text(title), "bold"), "\n", (text(more), "$text-muted"))
        return Option(words, id=name)

    @on(OptionList.OptionSelected)
    def choose(self, message: OptionList.OptionSelected) -> None:
        """Go that way."""
        self.answer(message.option_id)


class PlanStep(Step):
    """Which plan: one that comes with the program, or a file."""

    heading = N_("1 of 4 · Which plan?")

    def asked(self) -> ComposeResult:
        """The plans, and a field for a file."""
        yield self.said(N_("The plan holds the goals, the interventions and the questionnaires."))
        yield MarkedList(*(Option(self._plan(name), id=name) for name in shipped()))
        yield self.keys()
        yield self.said(N_("Or a file of your own:"))
        yield Input(placeholder="plan.toml", compact=True)
        yield self.said(OWN_PLAN)

    def _plan(self, name: str) -> Content:
        plan = load(name)
        return Content.assemble(f"{plan.association} {plan.year}  ", (name, "$text-muted"))

    @on(OptionList.OptionSelected)
    def choose(self, message: OptionList.OptionSelected) -> None:
        """Take that plan."""
        self.answer(message.option_id)

    @on(Input.Submitted)
    def take_file(self, message: Input.Submitted) -> None:
        """Take the file, or say what is wrong in it."""
        place = str(Path(message.value.strip()).expanduser())
        try:
            load(place)
        except TrackerError as error:
            self.say(sentence_of(self.language, error))
        else:
            self.answer(place)


class ControllerStep(Step):
    """Who is responsible for the rows."""

    heading = N_("2 of 4 · Who is personuppgiftsansvarig?")

    def asked(self) -> ComposeResult:
        """Why it matters, and a field for the name of the authority."""
        yield self.said(CONTROLLER)
        yield Input(placeholder=self.language.text(N_("for example Lillby kommun")), compact=True)
        yield self.said(STATE_LATER)

    @on(Input.Submitted)
    def take(self, message: Input.Submitted) -> None:
        """Take the name, or none."""
        self.answer(" ".join(message.value.split()) or None)


class KeyStep(Step):
    """Where the key between numbers and persons is kept: explained, never asked for."""

    heading = N_("3 of 4 · Who keeps the key?")

    def asked(self) -> ComposeResult:
        """What the key is, and one answer."""
        yield self.said(KEY)
        yield MarkedList(Option(self.language.text(N_("We know: go on")), id="known"))

    @on(OptionList.OptionSelected)
    def go_on(self) -> None:
        """It is known; nothing about it is kept."""
        self.answer(None)


class PlaceStep(Step):
    """Where the store is to lie."""

    heading = N_("4 of 4 · Where is the store to lie?")

    def __init__(self, language: Language, where: str, today: date, *, id: str) -> None:  # noqa: A002
        super().__init__(language, id=id)
        self.where = where
        self.today = today
        self._warned = ""
        """The risky place that was told of, and may be used when asked for again."""

    def asked(self) -> ComposeResult:
        """A field with the usual place, and the day that everything is reckoned from."""
        yield self.said(ON_DISK)
        yield Input(self.where, compact=True, select_on_focus=False)
        yield self.said(
            N_("Today is {day}: reminders are reckoned from the day of the computer."),
            day=self.language.weekday(self.today),
        )
        yield self.said(N_("↵ creates the store and opens it."))

    @on(Input.Changed)
    def look(self, message: Input.Changed) -> None:
        """Warn as one types."""
        self.say(self._risk(message.value.strip()))

    @on(Input.Submitted)
    def take(self, message: Input.Submitted) -> None:
        """Take the place; one that is risky only when it is asked for again."""
        place = message.value.strip() or self.where
        risk = self._risk(place)
        if risk and self._warned != place:
            self._warned = place
            self.say(f"{risk}\n{self.language.text(ANYWAY)}")
        elif "://" not in place and is_there(Path(place).expanduser()):
            said = N_("There is already a file at {where}. Nothing was changed.")
            self.say(self.language.text(said, where=place))
        else:
            self.answer(place)

    def _risk(self, place: str) -> str:
        said = RISKS.get(place_of(place)) if place else None
        return self.language.text(said) if said else ""
