"""Paper forms: one is saved or corrected whole, with its line in the audit trail; drafts of one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from db import survey_forms
from db.records import add_row, add_rows, alter_row
from db.tables import Answer
from tracker.errors import DataError
from tracker.problems import N_, Problem
from tracker.registration import Saved, TakenBack, redo, undo, undoable
from tracker.registration.drafts import drop_draft, keep_draft, kept_draft
from tracker.registration.writing import Writing, reading, refuse, refuse_with, spelled, writing
from tracker.surveys.pile import NUMBER, PILE, PILE_ORDER, SEX, PaperForm, Pile, stored_pile
from tracker.validation.checking import check_column, check_row
from tracker.validation.model import Column, Kind
from tracker.validation.surveys import ANSWERS
from tracker.workspace import Workspace

DRAFT = "paper"
"""What the draft of a paper form is kept under: there is one at a time."""


@dataclass(frozen=True)
class Begun:
    """A paper form that was not saved, and the pile that it belongs to."""

    kept_at: datetime
    """UTC."""
    chosen: Mapping[str, str]
    form: PaperForm


def save_form(workspace: Workspace, pile: Pile, form: PaperForm) -> Saved:
    """Add the answers of a form: one change, taken back as one. What is empty gives no row.

    Raises:
        DataError: there is a form of that number, nothing is answered, or something is wrong;
            nothing is saved.
    """
    drafts = list(_drafts(pile, form))
    with writing(workspace) as opened:
        if not drafts:
            refuse_with(N_("Nothing is answered in form {number}, so it is not saved."),
                        number=form.number)  # fmt: skip
        rows = [_checked(opened, draft) for draft in drafts]
        if survey_forms.forms(opened.session, stored_pile(opened, pile), [form.number]):
            sentence = N_("Form {number} is there already. Choose another number, or correct it.")
            refuse_with(sentence, NUMBER, number=form.number)
        change = opened.begin("log", _subject(pile, form.number))
        add_rows(opened.session, change, Answer, rows)
    return Saved(change.id, _key(pile, form.number))


def correct_answer(
    workspace: Workspace, pile: Pile, number: str, column: str, text: str, reason: str = ""
) -> Saved:
    """Correct one answer of a stored form, or the sex; empty takes the answer away.

    The audit trail keeps the reason.

    Raises:
        DataError: there is no such form, or the answer is not right; nothing is changed.
    """
    with writing(workspace) as opened:
        found = survey_forms.forms(opened.session, stored_pile(opened, pile), [number])
        if not found:
            refuse_with(N_("There is no form {number} here any more."), number=number)
        change_id = _altered(opened, pile, found[0], {column: text}, reason)
    return Saved(change_id, _key(pile, number))


def take_back(workspace: Workspace, made: frozenset[int]) -> TakenBack:
    """Take back the last change, where it is one of those that were made here.

    Raises:
        DataError: it is another one, or something came after; nothing is changed.
    """
    last = undoable(workspace)
    if last is None or last.change_id not in made:
        raise DataError(N_("There is nothing here to take back."))
    return undo(workspace)


def bring_back(workspace: Workspace) -> int:
    """Bring back what was taken back last; returns the number of the change.

    Raises:
        DataError: there is nothing to bring back.
    """
    redo(workspace)
    last = undoable(workspace)
    return last.change_id if last is not None else 0


def keep_form(workspace: Workspace, pile: Pile, form: PaperForm) -> None:
    """Keep what is filled in so far, in place of what was kept before."""
    with reading(workspace) as opened:
        context = opened.context
    texts = {**pile.chosen, NUMBER: form.number, **form.answers}
    keep_draft(workspace, DRAFT, _draft_kind(pile), texts, context)


def kept_form(workspace: Workspace) -> Begun | None:
    """The form that this person left unsaved, or None."""
    kept = kept_draft(workspace, DRAFT)
    if kept is None:
        return None
    texts = dict(kept.texts)
    chosen = {name: texts.pop(name, "") for name in PILE_ORDER}
    return Begun(kept.kept_at, chosen, PaperForm(texts.pop(NUMBER, ""), texts))


def drop_form(workspace: Workspace) -> None:
    """Drop what was kept: it was saved, or thrown away."""
    drop_draft(workspace, DRAFT)


def number_problem(workspace: Workspace, number: str) -> Problem | None:
    """What is wrong with the number of a form, by the rules that decide at saving too."""
    with reading(workspace) as opened:
        return check_column(ANSWERS, ANSWERS.by_name[NUMBER], number, opened.context).problem


def _drafts(pile: Pile, form: PaperForm) -> Iterator[dict[str, str]]:
    """A row of *enkätsvar* for each question that is answered."""
    for question in pile.questions:
        if text := form.answers.get(question.id, ""):
            yield _row(pile, form.number, question.id, text, form.answers.get(SEX, ""))


def _row(pile: Pile, number: str, question: str, text: str, sex: str) -> dict[str, str]:
    return {**pile.chosen, NUMBER: number, SEX: sex, "fråga": question, "värde": text}


def _altered(
    opened: Writing,
    pile: Pile,
    form: survey_forms.StoredForm,
    mended: Mapping[str, str],
    reason: str,
) -> int | None:
    """The number of the change, or None when nothing differs; one column is mended."""
    ((column, text),) = mended.items()
    ids = [each.id for each in form.answers.values()]
    if column == SEX:
        rows, names = ids, ("sex", "sex_why")
        values = _checked(opened, _row(pile, form.number, next(iter(form.answers)), "", text))
    else:
        there = form.answers.get(column)
        rows, names = [there.id] if there else [], ("value", "value_why")
        sex = form.sex or form.sex_why or ""
        values = _checked(opened, _row(pile, form.number, column, text, sex))
        values |= {"date": form.date}
    if not rows and not text:
        return None
    change = opened.begin("correct", _subject(pile, form.number), reason=reason)
    if not rows:
        add_row(opened.session, change, Answer, values)
    wanted = {name: values[name] for name in names}
    done = [alter_row(opened.session, change, Answer, row, wanted) for row in rows]
    if rows and not any(done):
        opened.session.rollback()
        return None
    return change.id


def _checked(opened: Writing, draft: Mapping[str, str]) -> dict[str, Any]:
    checked = check_row(ANSWERS, draft, opened.context)
    refuse(checked.problems)
    return checked.values


def _key(pile: Pile, number: str) -> dict[str, str]:
    return {**{name: pile.chosen[name] for name in PILE.key}, NUMBER: number}


def _subject(pile: Pile, number: str) -> str:
    return spelled(ANSWERS, _key(pile, number))


def _draft_kind(pile: Pile) -> Kind:
    """The columns of a form beside each other: each question is one."""
    value = ANSWERS.by_name["värde"]
    asked = tuple(Column(each.id, value.attribute, value.type, personal=True)
                  for each in pile.questions)  # fmt: skip
    return replace(ANSWERS, name=DRAFT, columns=(*ANSWERS.columns, *asked))
