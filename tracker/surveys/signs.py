"""One key press an answer: what a sign means in a column of a paper form, and how it is shown."""

from dataclasses import dataclass, field
from typing import Any

from db.codes import Sex, Why
from tracker.plans.model import Question
from tracker.problems import N_
from tracker.surveys.pile import NUMBER, SEX, PaperForm, Pile
from tracker.wording import Language
from tracker.wording.labels import label

WHYS = {"v": Why.UNKNOWN.value, "x": Why.DECLINED.value}
BLANK = " "
NOTHING = "·"
"""Shown where somebody went past without an answer."""
SWEDISH = {"k": Sex.WOMAN.value, "m": Sex.MAN.value}
"""The keys for the sex that always work; those of the reader's language do too."""


@dataclass(frozen=True)
class Understood:
    """What a sign leads to in a column."""

    text: str | None = None
    """The answer in file form, empty where nothing is answered; None: there is none yet."""
    waits_for: str = ""
    """What is typed so far, where more digits may follow."""
    refused: str = ""
    """Why it is no answer, marked with `N_`; empty: nothing is wrong."""
    params: dict[str, Any] = field(default_factory=dict)


def understand(
    language: Language, pile: Pile, column: str, sign: str, so_far: str = ""
) -> Understood:
    """What a sign means in a column, after what is typed of a longer number there."""
    if sign == BLANK:
        return Understood(so_far)
    if sign in WHYS:
        return Understood(WHYS[sign])
    question = pile.question(column)
    return _sex(language, sign) if question is None else _step(question, sign, so_far)


def sex_keys(language: Language) -> dict[str, str]:
    """The keys for the sex with their codes: the first letters in both languages."""
    return {_letter(language, code): code.value for code in Sex} | SWEDISH


def shown(language: Language, column: str, text: str | None) -> str:
    """An answer as one sign, or the digits of a step."""
    if text is None:
        return ""
    signs = {why: sign for sign, why in WHYS.items()}
    if text in signs:
        return signs[text]
    if column == SEX and text:
        return _letter(language, Sex(text))
    return text or NOTHING


def asked(language: Language, pile: Pile, column: str) -> str:
    """What is asked in a column and what can be typed: i3 · inflytande · 1–4."""
    if column == NUMBER:
        return language.text("The number of the form; enter goes on")
    question = pile.question(column)
    if question is None:
        first = "/".join(_letter(language, code) for code in Sex)
        return language.text("Sex: {keys}, or space", keys=first)
    steps = f"1–{question.steps}"
    return " · ".join(filter(None, (question.id, question.theme, steps)))


def next_column(pile: Pile, form: PaperForm) -> str | None:
    """The first column that has not been come to; None: the form is done."""
    return next((each for each in pile.columns if each not in form.answers), None)


def counted(language: Language, pile: Pile, form: PaperForm) -> str:
    """How far one is: 14 formulär, svar 12 av 14."""
    forms = language.plural("{number} paper form", "{number} paper forms", pile.stored)
    total = len(pile.questions)
    done = sum(each.id in form.answers for each in pile.questions)
    if SEX not in form.answers and not done:
        return forms
    at = language.text("answer {x} of {n}", x=min(done + 1, total), n=total)
    return f"{forms}, {at}"


def _sex(language: Language, sign: str) -> Understood:
    keys = sex_keys(language)
    if sign.casefold() in keys:
        return Understood(keys[sign.casefold()])
    sentence = N_("First the sex: {keys}, v, x or space, not “{sign}”.")
    named = "/".join(_letter(language, code) for code in Sex)
    return Understood(refused=sentence, params={"keys": named, "sign": sign})


def _step(question: Question, sign: str, so_far: str) -> Understood:
    """A step of the question; where it may go on, the next sign is waited for."""
    typed = f"{so_far}{sign}"
    if not sign.isdecimal() or not 1 <= int(typed) <= question.steps:
        sentence = N_("{question} takes 1–{steps}, not “{typed}”.")
        said = {"question": question.id, "steps": question.steps, "typed": typed}
        return Understood(refused=sentence, params=said)
    if int(typed) * 10 <= question.steps:
        return Understood(waits_for=typed)
    return Understood(typed)


def _letter(language: Language, code: Sex) -> str:
    return label(language, Sex, code)[:1].casefold()
