"""The fast grid for paper answers: one key press an answer, a form saved after its last one."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tracker.problems import N_
from tracker.register import telling
from tracker.registration import Saved, TakenBack
from tracker.surveys import paper
from tracker.surveys.pile import NUMBER, PaperForm, Pile, read_again
from tracker.surveys.signs import BLANK, next_column, shown, understand
from tui.keys_in_order import hold_keys, release_keys
from tui.screens.forms.correcting import MISTYPED, REPLACED
from tui.screens.questions.confirm import STAY, Confirm
from tui.screens.questions.reason import AskReason
from tui.screens.surveys.grid_shown import ShownGrid
from tui.widgets.paper_table import PaperTable

if TYPE_CHECKING:
    from tui.screens.forms.asking import Asking

LONGEST_NUMBER = 24


class SurveyGrid(ShownGrid):
    """Asks for the answers of one form after the other; answers with how many were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save")),
        Binding("ctrl+z", "undo", N_("undo")),
        Binding("ctrl+y", "redo", N_("redo"), show=False),
        Binding("escape", "leave", N_("done")),
    ]

    def __init__(self, asking: "Asking", pile: Pile, begun: PaperForm | None = None) -> None:
        super().__init__(asking, pile, begun)
        self.saved = 0
        self.made: set[int] = set()
        """The numbers of the changes that were made here."""
        self.here: set[str] = set()
        """The numbers of the forms that were typed in here: what is wrong there was mistyped."""
        self.undone = 0
        """How many of them were taken back."""

    @on(PaperTable.Typed)
    def take(self, message: PaperTable.Typed) -> None:
        """Take a sign as the answer in the cell, or say why it is none."""
        message.stop()
        self.refuse("")
        column = self.table.column
        if column == NUMBER:
            self._type_number(message.sign)
            return
        found = understand(self.language, self.pile, column, message.sign, self.table.waits_for)
        if found.refused:
            self.table.show_typed(self.typed)
            self.refuse(self.language.text(found.refused, **found.params))
        elif found.text is None:
            self.table.show_typed(self.typed, found.waits_for)
        elif self.table.stored is not None:
            self._mend(self.table.stored, column, found.text)
        else:
            self._fill(column, found.text)

    @on(PaperTable.Back)
    def go_back(self, message: PaperTable.Back) -> None:
        """Take the last answer away; before the first one, go to the form above."""
        message.stop()
        self.refuse("")
        if self.table.stored is not None:
            self.to_next()
        elif self.table.column == NUMBER:
            self._set_number(self.typed.number[:-1])
        elif self.table.waits_for:
            self.table.show_typed(self.typed)
        else:
            self._take_away()

    @on(PaperTable.ToTyped)
    def to_typed(self, message: PaperTable.ToTyped) -> None:
        """Go where the next answer is typed."""
        message.stop()
        self.to_next()

    def action_save(self) -> None:
        """Save the form as it is; what was not come to is blank."""
        if self.is_begun:
            self._save()
        else:
            self.refuse(self.language.text("There is nothing to save yet."))

    def action_undo(self) -> None:
        """Take back the form that was saved last, or what was corrected last."""
        made = frozenset(self.made)
        self.do(lambda: (paper.take_back(self.workspace, made), self._read()), self._taken_back)

    def action_redo(self) -> None:
        """Bring it back."""
        if self.undone:
            self.do(lambda: (paper.bring_back(self.workspace), self._read()), self._brought_back)
        else:
            self.refuse(self.language.text("There is nothing to bring back."))

    def action_leave(self) -> None:
        """Close; ask first when a form is begun."""
        if not self.is_begun:
            self._close()
            return
        question = self.language.text("Throw away what is filled in?")
        self.app.push_screen(Confirm(question, N_("Throw away"), STAY), self._left)

    def _left(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if sure:
            self.keeping.stop()
            self.do(partial(paper.drop_form, self.workspace), lambda _: self._close())

    def _close(self) -> None:
        hold_keys(self.app)
        self.dismiss(self.saved)

    def _fill(self, column: str, text: str) -> None:
        """Take an answer; after the last one the form is saved."""
        self.say("")
        typed = PaperForm(self.typed.number, {**self.typed.answers, column: text})
        self.table.show_typed(typed)
        if next_column(self.pile, typed) is None:
            self._save()
        else:
            self.to_next()
            self.keeping.soon()

    def _take_away(self) -> None:
        columns, answers = self.pile.columns, dict(self.typed.answers)
        at = columns.index(self.table.column)
        at -= columns[at] not in answers
        if at < 0:
            self._to_form_above()
            return
        answers.pop(columns[at], None)
        self.table.show_typed(PaperForm(self.typed.number, answers))
        self.table.stand_on_typed(columns[at])
        self.tell()
        self.keeping.soon()

    def _to_form_above(self) -> None:
        """To the last answer of the form that was saved last: the likeliest to be wrong."""
        if self.pile.forms:
            row, column = len(self.pile.forms) - 1, len(self.pile.columns)
            self.table.move_cursor(row=row, column=column, animate=False)

    def _type_number(self, sign: str) -> None:
        """Another number for the form that is typed; enter and space go on to the answers."""
        if self.table.stored is not None:
            self.refuse(self.language.text("The number of a saved form stays."))
        elif sign == BLANK:
            self.to_next()
        elif not (sign.isalnum() or sign == "-"):
            self.refuse(self.language.text("A number has letters, digits and hyphens."))
        else:
            before = self.typed.number if self.types_number else ""
            self._set_number(f"{before}{sign}"[:LONGEST_NUMBER])

    def _set_number(self, number: str) -> None:
        self.types_number = True
        self.table.show_typed(PaperForm(number, self.typed.answers))

    def _save(self) -> None:
        form = PaperForm(self.typed.number or self.pile.proposed, self.typed.answers)
        self.keeping.stop()

        def saved() -> tuple[Saved, Pile]:
            done = paper.save_form(self.workspace, self.pile, form)
            paper.drop_form(self.workspace)
            return done, self._read()

        self.do(saved, self._after_form)

    def _after_form(self, found: tuple[Saved, Pile]) -> None:
        done, pile = found
        self.saved += 1
        self.here.add(done.key[NUMBER])
        self._note(done.change_id)
        self.show_forms(PaperForm(pile.proposed), pile)
        self.to_next()
        words = N_("Form {number} is saved. ctrl+z undoes.")
        self.say(self.language.text(words, number=done.key[NUMBER]))

    def _mend(self, form: PaperForm, column: str, text: str) -> None:
        """Correct an answer; one that stood before this pile was begun is corrected for a reason.

        What was typed a moment ago was mistyped: nobody has seen it.
        """
        before = form.answers.get(column, "")
        if form.number in self.here or before in ("", text):
            mistyped = form.number in self.here and before
            reason = self.language.text(MISTYPED) if mistyped else ""
            self._correct(form, column, text, reason)
            return
        what = self.language.text(N_("form {number}, {column}"), number=form.number,
                                  column=self.named(column))  # fmt: skip
        question = self.language.text(N_("Why is {number} corrected?"), number=what)

        def answered(reason: str | None) -> None:
            if reason:
                self._correct(form, column, text, reason)
            else:
                release_keys(self.app)

        self.app.push_screen(AskReason(question, REPLACED), answered)

    def _correct(self, form: PaperForm, column: str, text: str, reason: str) -> None:
        before = shown(self.language, column, form.answers.get(column))
        said = {"number": form.number, "column": self.named(column), "before": before}
        said["now"] = shown(self.language, column, text)

        def corrected() -> tuple[Saved, Pile]:
            done = paper.correct_answer(
                self.workspace, self.pile, form.number, column, text, reason
            )
            return done, self._read()

        def told(found: tuple[Saved, Pile]) -> None:
            self._note(found[0].change_id)
            self._after_change(found[1])
            if found[0].change_id is None:
                self.say(self.language.text("Nothing differed, so nothing was changed."))
                return
            words = N_("Form {number} is corrected: {column} {before} → {now}. ctrl+z undoes.")
            self.say(self.language.text(words, **said))

        self.do(corrected, told)

    def _taken_back(self, found: tuple[TakenBack, Pile]) -> None:
        self.undone += 1
        self._after_change(found[1])
        self.say(telling.taken_back(self.language, found[0]))

    def _brought_back(self, found: tuple[int, Pile]) -> None:
        self.undone -= 1
        self._note(found[0])
        self._after_change(found[1])
        self.say(self.language.text("Brought back. ctrl+z undoes."))

    def _after_change(self, pile: Pile) -> None:
        """Show what is stored now; the form that is typed stays, with the number that is next."""
        was_proposed = self.typed.number == self.pile.proposed
        number = pile.proposed if was_proposed else self.typed.number
        self.show_forms(PaperForm(number, self.typed.answers), pile)
        self.to_next()

    def _read(self) -> Pile:
        return read_again(self.workspace, self.pile)

    def _note(self, change_id: int | None) -> None:
        if change_id is not None:
            self.made.add(change_id)
