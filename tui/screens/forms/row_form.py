"""What all forms share: fields from top to bottom, one draft as the answer."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from db.codes import Why
from tracker.problems import N_, Problem
from tracker.register.preparing import FormStart
from tracker.validation.checking import check_row
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.forms.keeping import Keeping
from tui.screens.questions.confirm import STAY, Confirm
from tui.screens.spoken import SpokenModal
from tui.widgets.field import Field
from tui.widgets.field_making import make_field
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import show_line
from tui.widgets.more_line import MoreLine

Draft = dict[str, str]
"""What is filled in, by the Swedish names of the columns, in file form."""


class RowForm(SpokenModal[Draft | None]):
    """Asks for some columns of a row and answers with a draft; it saves nothing itself."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save")),
        Binding("escape", "cancel", N_("cancel")),
        Binding("f8", f"fill_why('{Why.UNKNOWN.value}')", N_("not known")),
        Binding("f9", f"fill_why('{Why.DECLINED.value}')", N_("declined")),
        Binding("f7", "skip", N_("later")),
        Binding("f1", "toggle_help", N_("help")),
        Binding("f6", "toggle_all", N_("more")),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    fact_words: ClassVar[str] = N_("before: {fact}")
    """How a fact is said that stands beside what is asked now."""
    shows_all: reactive[bool] = reactive(default=False, init=False)
    shows_help: reactive[bool] = reactive(default=False, init=False)

    def __init__(
        self, start: FormStart, problems: Iterable[Problem] = (), warning: str = ""
    ) -> None:
        super().__init__()
        self.start = start
        self.refused = tuple(problems)
        """What was wrong when the draft came back."""
        self.warning = warning
        self.keep: Callable[[Draft], None] | None = None
        """What keeps what is filled in so far, for the case that it is never saved."""
        self.keeping = Keeping(self, self._keep_now)
        facts = self.facts()
        self.fields = {
            name: make_field(name, start, facts, self.fact_words) for name in start.columns
        }

    def compose(self) -> ComposeResult:
        """The fields, then help, what is wrong on the whole, and the keys."""
        with Vertical(id="form"):
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.fields.values()
                yield MoreLine("", id="more", markup=False)
            with Vertical(id="below"):
                yield Static("", id="help", markup=False)
                yield Static("", id="notice", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is asked, and what was wrong before."""
        self.query_one("#form").border_title = self.heading()
        self.fold()
        self.say(self.warning or self.start.note)
        self.opened()
        self.show_problems(self.refused)
        self.call_after_refresh(self._focus_first)

    def opened(self) -> None:
        """What a form does once its fields are there."""

    def heading(self) -> str:
        """What the form is about."""
        raise NotImplementedError

    def facts(self) -> Mapping[str, str]:
        """What stood before, in file form, by column."""
        return {}

    def is_needless(self, name: str) -> bool:
        """Whether another answer makes a column meaningless."""
        raise NotImplementedError

    def problems(self, draft: Draft) -> list[Problem]:
        """Everything that is wrong with a draft, by the rules that decide at saving too."""
        row = {**self.start.stored, **draft}
        return list(check_row(self.start.kind, row, self.start.context).problems)

    @property
    def draft(self) -> Draft:
        """What is filled in; empty where it is not asked."""
        return {
            name: "" if self.is_needless(name) else field.draft
            for name, field in self.fields.items()
        }

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost that somebody has filled in."""
        before = self.start.untouched
        changed = (name for name, text in self.draft.items() if text != before.get(name, ""))
        return not all(map(self.is_needless, changed))

    def fold(self) -> None:
        """Show what is asked or filled in; fold the rest away."""
        folded = 0
        for name, field in self.fields.items():
            asked = name in (*self.start.asked, self.start.at) or bool(self.start.draft.get(name))
            needless = self.is_needless(name)
            field.display = not needless and (asked or self.shows_all or bool(field.problem))
            folded += not asked and not needless
        self.query_one(MoreLine).tell(
            self.language, has_folded=bool(folded), is_open=self.shows_all
        )
        self.refresh_bindings()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Put each problem beside its field; the rest, and how many there are, at the bottom."""
        listed = list(problems)
        loose = []
        for problem in listed:
            field = self.fields.get(problem.column or "")
            if field is None:
                loose.append(self.language.problem(problem))
            elif not field.problem:
                field.problem = field.sentence(problem)
        if listed:
            self.fold()
            count = self.language.plural(
                "{number} thing needs mending before it can be saved.",
                "{number} things need mending before it can be saved.",
                len(listed),
            )
            self.say(" ".join([count, *loose]))

    def say(self, sentence: str) -> None:
        """Say something about the whole form."""
        show_line(self.query_one("#notice", Static), sentence)

    @on(Field.Changed)
    def rearrange(self, message: Field.Changed) -> None:
        """One answer decides what else is asked."""
        message.stop()
        self.say("")
        self.changed(message.field)
        self.fold()
        self.keeping.soon()

    def changed(self, field: Field) -> None:
        """What a form does when a field changes."""

    def worth_keeping(self) -> Draft:
        """What is filled in and may lie in the store; what is wrong or warned of may not.

        Nor what is being typed in words of one's own: half a personnummer looks like nothing yet.
        """
        return {
            name: text
            for name, text in self.draft.items()
            if not (self.fields[name].problem or self.fields[name].warning)
            and not (self.fields[name] is self.current and self.fields[name].is_free)
        }

    @on(Field.Advance)
    def advance(self, message: Field.Advance) -> None:
        """On to the next field; after the last one, say how to save."""
        message.stop()
        later = self.next_field(message.field)
        if later is not None:
            later.input.focus()
        else:
            self.say(self.language.text("That was the last field: ctrl+s saves."))

    def next_field(self, field: Field) -> Field | None:
        """The field to go on to after one; None after the last."""
        shown = [each for each in self.fields.values() if each.display or each is field]
        return next(iter(shown[shown.index(field) + 1 :]), None)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Help follows the field."""
        self.watch_shows_help()

    def watch_shows_all(self) -> None:
        """Fold or unfold."""
        self.fold()

    def watch_shows_help(self) -> None:
        """Show help for the field that is typed in."""
        field = self.current if self.shows_help else None
        show_line(self.query_one("#help", Static), "" if field is None else field.help_text)

    @property
    def current(self) -> Field | None:
        """The field that is typed in."""
        return next((each for each in self.fields.values() if each.input is self.focused), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Keys are offered where they do something."""
        if action == "fill_why":
            return self.current is not None and self.current.column.personal
        more = self.query(MoreLine)  # none before the form is made, and none while it closes
        return action != "toggle_all" or any(each.display for each in more)

    def action_save(self) -> None:
        """Answer with the draft, unless something is wrong with it."""
        if self.current is not None:
            self.current.before_advance()
            self.current.settle()
        draft = self.draft
        problems = self.problems(draft)
        self.show_problems(problems)
        if problems:
            self._focus_wrong()
        else:
            self._answer(draft)

    def action_cancel(self) -> None:
        """Close what is open in a field, the help, the form; ask when something would be lost."""
        if self.current is not None and self.current.close_matches():
            return
        if self.shows_help:
            self.shows_help = False
            return
        if not self.is_changed:
            self._answer(None)
            return
        question = self.language.text("Throw away what is filled in?")
        self.app.push_screen(Confirm(question, N_("Throw away"), STAY), self._leave)

    def action_fill_why(self, why: str) -> None:
        """Asked, but not known or not told; on to the next field."""
        if self.current is not None:
            self._fill(self.current, why)

    def action_skip(self) -> None:
        """Leave it empty for now; on to the next field."""
        if self.current is not None:
            self._fill(self.current, "")

    def action_toggle_all(self) -> None:
        """Show the fields that no goal needs, or fold them away."""
        self.shows_all = not self.shows_all

    def action_toggle_help(self) -> None:
        """Show help for the field, or hide it."""
        self.shows_help = not self.shows_help

    def _fill(self, field: Field, text: str) -> None:
        field.fill(text)
        field.settle()
        field.post_message(Field.Advance(field))

    def _leave(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if sure:
            self._answer(None)

    def _keep_now(self) -> None:
        if self.keep is not None:
            self.keep(self.worth_keeping())

    def _answer(self, draft: Draft | None) -> None:
        """Close; keys are kept until it is known what comes next."""
        self.keeping.stop()
        hold_keys(self.app)
        self.dismiss(draft)

    def _focus_first(self) -> None:
        """The field that is wrong first, else the first one that is to be filled in."""
        if not self._focus_wrong():
            shown = [field for field in self.fields.values() if field.display]
            wanted = [field for field in shown if field.column.name == self.start.at]
            empty = [field for field in shown if not (self.start.is_correction or field.draft)]
            next(iter((*wanted, *empty, *shown))).input.focus()
        release_keys(self.app)

    def _focus_wrong(self) -> bool:
        wrong = next((field for field in self.fields.values() if field.problem), None)
        if wrong is not None:
            wrong.input.focus()
        return wrong is not None
