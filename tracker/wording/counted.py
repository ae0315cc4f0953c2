"""Who and what a goal counts, and by which date, in words."""

from collections.abc import Callable, Iterable

from db.codes import ExitReason, MoneyKind, RespondentGroup
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.wording.code_labels import CODE_LABELS
from tracker.wording.labels import label
from tracker.wording.language import Language

BASES: dict[str, str] = {
    "utfall": N_("the outcome"),
    "budget": N_("the budget"),
    "prognos": N_("the forecast"),
    "rekvirerat": N_("what was requisitioned"),
}


def counted_text(language: Language, goal: Goal) -> str:
    """Who and what counts, and which date decides."""
    return " ".join(part for part in COUNTED[goal.measure](language, goal) if part)


def listed(language: Language, names: Iterable[str], joint: str = N_(" and ")) -> str:
    """Names as people list them: a, b and c."""
    words = list(names)
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(words)
    return ", ".join(words[:-1]) + language.text(joint) + words[-1]


def within(words: str) -> str:
    """A label as it stands inside a sentence; abbreviations keep their capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _exits(language: Language, goal: Goal) -> Iterable[str]:
    if goal.denominator == "fullföljda":
        yield language.text("Exits that were completed as planned, by the day of the exit.")
    else:
        yield language.text("All exits of the period, by the day of the exit, whatever the reason.")
    yield _excluded(language, goal)


def _excluded(language: Language, goal: Goal) -> str:
    if not goal.exclude:
        return ""
    known = CODE_LABELS[ExitReason]
    reasons = (
        within(language.text(known[code])) if code in known else code for code in goal.exclude
    )
    return language.text("Left out: {reasons}.", reasons=", ".join(reasons))


def _follow_ups(language: Language, goal: Goal) -> Iterable[str]:
    yield language.text(
        "Exits whose day {months} months later falls in the period and has come; those who have "
        "died are left out.",
        months=goal.months,
    )
    if goal.among == "minskade":
        yield language.text("Only those whose public support was less at the exit than before.")
    if goal.denominator == "fullföljda":
        yield language.text("Only those who completed as planned.")
    yield _excluded(language, goal)


def _pairs(language: Language, goal: Goal) -> Iterable[str]:
    yield from _exits(language, goal)
    yield language.text("Only those with a value both at entry and at exit.")


def _groups(language: Language, goal: Goal) -> str:
    if not goal.groups:
        return ""
    groups = [within(label(language, RespondentGroup, group)) for group in goal.groups]
    return language.text("Those who answer: {groups}.", groups="; ".join(groups))


def _answers(language: Language, goal: Goal) -> Iterable[str]:
    yield language.text("Answers dated in the period; answers without a valid value are left out.")
    yield _groups(language, goal)


def _forms(language: Language, goal: Goal) -> Iterable[str]:
    yield language.text("Respondents of the period, of the forms that were handed out.")
    yield _groups(language, goal)


def _money_share(language: Language, goal: Goal) -> Iterable[str]:
    part, whole = (
        listed(language, (within(label(language, MoneyKind, kind)) for kind in kinds))
        for kinds in (goal.part, goal.whole)
    )
    basis = language.text(BASES[goal.basis])
    yield language.text(
        "Sums of {part} against sums of {whole}, by {basis}.", part=part, whole=whole, basis=basis
    )


def _deviation(language: Language, goal: Goal) -> Iterable[str]:
    basis = language.text(BASES[goal.basis])
    if goal.per == "total":
        yield language.text("How far {basis} in all lies from the budget.", basis=basis)
    else:
        yield language.text(
            "How far {basis} of each intervention lies from its budget.", basis=basis
        )


def _said(message: str) -> Callable[[Language, Goal], Iterable[str]]:
    def say(language: Language, _goal: Goal) -> Iterable[str]:
        yield language.text(message)

    return say


def _balance(language: Language, goal: Goal) -> Iterable[str]:
    if goal.of == "resultat":
        yield language.text("Incomes minus costs of the year, by the outcome.")
    else:
        yield language.text("Opening equity, plus incomes, minus costs, by the outcome.")


def _checklist(language: Language, goal: Goal) -> Iterable[str]:
    if goal.every is not None:
        yield language.text(
            "{number} to visit; each must have had a visit in the last {months} months before the "
            "end of the period.",
            number=len(goal.every.who),
            months=goal.every.months,
        )
        return
    yield language.text(
        "Activities whose last day lies in the period and has come, or that are done."
    )


COUNTED: dict[str, Callable[[Language, Goal], Iterable[str]]] = {
    "exits": _exits,
    "started_or_increased": _exits,
    "follow_up": _follow_ups,
    "before_after": _pairs,
    "survey": _answers,
    "response_rate": _forms,
    "participants": _said(N_("Everyone who took part some day of the period.")),
    "money_share": _money_share,
    "money_tolerance": _deviation,
    "money_ceiling": _said(N_("Equity at the end of the year, by the outcome.")),
    "money_balance": _balance,
    "checklist": _checklist,
    "reporting": _said(
        N_("Interventions that have registered an entry or an exit, or sent counts, in the period.")
    ),
    "number": _said(N_("A figure that is entered by hand for the period.")),
    "assessment": _said(N_("Nothing is counted: the board assesses the goal.")),
}
