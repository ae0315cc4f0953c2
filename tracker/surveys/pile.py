"""A pile of paper forms: what is chosen once, and the forms of it that are stored."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from db import survey_forms
from db.codes import RespondentGroup
from tracker.errors import DataError
from tracker.plans.model import Question
from tracker.problems import N_, Problem
from tracker.register.preparing import FormStart
from tracker.registration import Saved
from tracker.registration.writing import Writing, reading, refuse
from tracker.surveys.indicators import questions_for
from tracker.surveys.rounds import RoundLine, which_one
from tracker.validation.checking import Draft, check_row, written
from tracker.validation.model import Kind
from tracker.validation.surveys import ANSWERS
from tracker.wording.labels import label
from tracker.workspace import Workspace

PILE_ORDER = ("omgång", "grupp", "insats", "datum")
"""The columns that are the same for all forms of a pile, in the order in which they are asked."""
SEX, NUMBER = "kön", "svar"
MOST_SHOWN = 100
"""So many of the last forms can be looked at and mended."""
PILE: Kind = replace(
    ANSWERS, columns=tuple(ANSWERS.by_name[name] for name in PILE_ORDER), key=PILE_ORDER[:3]
)
_NUMBERED = re.compile(r"(.*?)(\d+)")


@dataclass(frozen=True)
class PaperForm:
    """One form on paper (*formulär*): texts in file form, empty where nothing was answered."""

    number: str
    answers: Mapping[str, str] = field(default_factory=dict)
    """By `SEX` and question; what is not there has not been come to yet."""


@dataclass(frozen=True)
class Pile:
    """What holds for all forms of a pile, and what is stored of it."""

    chosen: Mapping[str, str]
    """The columns of `PILE_ORDER` in file form."""
    questions: tuple[Question, ...]
    forms: tuple[PaperForm, ...]
    """The last ones that are stored, in the order in which they were entered."""
    stored: int
    """How many are stored in all."""
    proposed: str
    """The number of the next form."""
    heading: str
    """What was chosen, in words."""

    @property
    def columns(self) -> tuple[str, ...]:
        """What is asked of each form, in order: the sex, then the questions."""
        return (SEX, *(each.id for each in self.questions))

    def question(self, column: str) -> Question | None:
        """The question of a column; None: the sex."""
        return next((each for each in self.questions if each.id == column), None)


@dataclass(frozen=True)
class Opened(Saved):
    """A pile that was chosen: nothing is saved by that."""

    pile: Pile | None = None


def pile_start(workspace: Workspace, line: RoundLine | None) -> FormStart:
    """What is asked once, filled in as in a line of the rounds; the day as it was typed last."""
    draft = {"datum": workspace.today.isoformat()}
    with reading(workspace) as opened:
        if line is not None:
            draft |= {"omgång": line.round, "grupp": line.group, "insats": line.insats or ""}
            values = check_row(PILE, draft, opened.context).values
            last = survey_forms.last_day(opened.session, _stored_pile(opened, values))
            draft["datum"] = (last or line.last_answer or workspace.today).isoformat()
        return FormStart(
            context=opened.context,
            columns=PILE_ORDER,
            asked=frozenset(PILE_ORDER),
            draft=draft,
            kind=PILE,
            form="pile",
            note=which_one(workspace.language, line),
        )


def open_pile(workspace: Workspace, draft: Draft) -> Opened:
    """The pile that was chosen, with what is stored of it.

    Raises:
        DataError: something is missing or wrong, or the group is not asked anything.
    """
    with reading(workspace) as opened:
        checked = check_row(PILE, draft, opened.context)
        refuse(checked.problems)
        values = checked.values
        plan = workspace.plan_for(values["date"])
        questions = questions_for(plan, values["respondent_group"]) if plan else ()
        if not questions:
            raise DataError(N_("Nothing was saved."), problems=(_nothing_asked(),))
        pile = _stored_pile(opened, values)
        numbers = survey_forms.form_numbers(opened.session, pile)
        shown = survey_forms.forms(opened.session, pile, numbers[-MOST_SHOWN:])
        columns = (PILE.by_name[name] for name in PILE_ORDER)
        chosen = {each.name: written(each, values, opened.context) for each in columns}
        heading = _heading(opened, chosen, values["date"])
    forms = tuple(_paper(form, questions) for form in shown)
    found = Pile(chosen, questions, forms, len(numbers), next_form(numbers), heading)
    return Opened(None, {name: chosen[name] for name in PILE.key}, pile=found)


def read_again(workspace: Workspace, pile: Pile) -> Pile:
    """The same pile as it is stored now."""
    return open_pile(workspace, pile.chosen).pile or pile


def next_form(numbers: Sequence[str]) -> str:
    """The number to propose: one more than the highest, in the pattern of the last one."""
    found = _NUMBERED.fullmatch(numbers[-1]) if numbers else None
    beginning, digits = (found[1], len(found[2])) if found else ("", 1)
    ends = [each[len(beginning) :] for each in numbers if each.startswith(beginning)]
    highest = max((int(end) for end in ends if end.isdecimal()), default=0)
    return f"{beginning}{highest + 1:0{digits}}"


def stored_pile(opened: Writing, pile: Pile) -> survey_forms.Pile:
    """The pile as the store knows it."""
    return _stored_pile(opened, check_row(PILE, pile.chosen, opened.context).values)


def _stored_pile(opened: Writing, values: Mapping[str, object]) -> survey_forms.Pile:
    place = values["intervention_id"]
    return survey_forms.Pile(
        opened.workspace.association.id,
        str(values["round"]),
        str(values["respondent_group"]),
        place if isinstance(place, int) else None,
    )


def _paper(form: survey_forms.StoredForm, questions: Sequence[Question]) -> PaperForm:
    """A stored form: every question has been come to."""
    texts = {
        name: str(each.why or "") if each.value is None else str(each.value)
        for name, each in form.answers.items()
    }
    answers = {each.id: texts.get(each.id, "") for each in questions}
    return PaperForm(form.number, {SEX: form.sex or form.sex_why or "", **answers})


def _heading(opened: Writing, chosen: Mapping[str, str], day: date) -> str:
    language, context = opened.workspace.language, opened.context
    place = context.interventions.get(chosen["insats"])
    parts = [
        chosen["omgång"],
        label(language, RespondentGroup, chosen["grupp"]),
        place.name if place else chosen["insats"],
        language.day(day),
    ]
    return " · ".join(filter(None, parts))


def _nothing_asked() -> Problem:
    sentence = N_("The plan of that year has no questions to this group.")
    return Problem(sentence, column="grupp")
