"""What counts as reaching a goal, in words."""

from collections.abc import Callable, Iterable

from db.codes import NextStep
from tracker.plans.model import Goal, Plan
from tracker.problems import N_
from tracker.wording.counted import listed, within
from tracker.wording.figures import target_text
from tracker.wording.labels import label
from tracker.wording.language import Language
from tracker.wording.sentences import SUCCESSES, VARIABLES

NEXT_STEP = "nästa_steg:"
AT_EXIT: dict[str, str] = {
    "arbete": N_("Work is some work after the exit, also subsidised."),
    "osubventionerat_arbete": N_(
        "Unsubsidised work is work without subsidy, or an own business, after the exit."
    ),
    "studier": N_("Studies are some studies after the exit."),
    "egen_försörjning": N_("Own livelihood is no public support after the exit."),
    "minskad_försörjning": N_(
        "Less public support is a lower degree after than before, or none after; who had none "
        "before does not count for it."
    ),
}
LATER: dict[str, str] = {
    "arbete": N_("Work is some work at the follow-up, also subsidised."),
    "studier": N_("Studies are some studies at the follow-up."),
    "egen_försörjning": N_("Own livelihood is no public support at the follow-up."),
    "minskad_försörjning": N_("Less public support is less at the follow-up than before."),
    "kvarstår": N_("It remains when support was less at the exit and still is at the follow-up."),
}
COMBINED: dict[str, str] = {
    "answers": N_("The share of all valid answers that are positive."),
    "respondent_mean": N_("The mean of the respondents' own shares of positive answers."),
    "respondent_all": N_("The share of respondents whose answers are all positive."),
    "respondent_majority": N_("The share of respondents with at least half of answers positive."),
    "indicator_wise": N_("Each indicator must reach the goal by itself; the lowest is shown."),
}


def reached_text(language: Language, goal: Goal, plan: Plan) -> str:
    """What the goal counts as reached."""
    return REACHED[goal.measure](language, goal, plan)


def meanings(language: Language, goal: Goal) -> Iterable[str]:
    """What the words for success mean."""
    known = LATER if goal.measure == "follow_up" else AT_EXIT
    return (language.text(known[code]) for code in goal.success if code in known)


def _success(language: Language, goal: Goal, _plan: Plan) -> str:
    names = [language.text(SUCCESSES[code]) for code in goal.success if code in SUCCESSES]
    steps = [
        within(label(language, NextStep, code.removeprefix(NEXT_STEP)))
        for code in goal.success
        if code.startswith(NEXT_STEP)
    ]
    joint = N_(" or ") if goal.require == "any" else N_(" and ")
    parts = [_capital(listed(language, names, joint)) + "."] if names else []
    if steps:
        parts.append(language.text("Next step: {steps}.", steps=listed(language, steps, joint)))
    return " ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _more(language: Language, _goal: Goal, _plan: Plan) -> str:
    return language.text("Works more, or studies more, after the exit than at entry.")


def _better(language: Language, goal: Goal, _plan: Plan) -> str:
    variable = language.text(VARIABLES[goal.variable])
    if goal.better == "higher":
        higher = language.text(
            "{variable} is higher at exit than at entry. The value is the share that got better "
            "minus the share that got worse.",
            variable=variable,
        )
        return _capital(higher)
    lower = language.text(
        "{variable} is lower at exit than at entry. The value is the share that got better minus "
        "the share that got worse.",
        variable=variable,
    )
    return _capital(lower)


def _positive(language: Language, goal: Goal, plan: Plan) -> str:
    combined = language.text(COMBINED[goal.combine])
    if not goal.indicators:
        questions = ", ".join(goal.questions)
        return combined + " " + language.text("Questions: {questions}.", questions=questions)
    themes = {
        indicator: question.theme
        for question in plan.questions
        for indicator in question.indicators
        if question.theme
    }
    named = (
        f"{indicator} {themes[indicator]}" if indicator in themes else str(indicator)
        for indicator in goal.indicators
    )
    return combined + " " + language.text("Indicators: {indicators}.", indicators="; ".join(named))


def _tolerance(language: Language, goal: Goal, _plan: Plan) -> str:
    target = target_text(language, goal)
    return (
        language.text("The deviation is {target}, in either direction.", target=target)
        if target
        else ""
    )


def _said(message: str) -> Callable[[Language, Goal, Plan], str]:
    def say(language: Language, _goal: Goal, _plan: Plan) -> str:
        return language.text(message)

    return say


def _nothing(_language: Language, _goal: Goal, _plan: Plan) -> str:
    return ""


REACHED: dict[str, Callable[[Language, Goal, Plan], str]] = {
    "exits": _success,
    "started_or_increased": _more,
    "follow_up": _success,
    "before_after": _better,
    "survey": _positive,
    "response_rate": _said(N_("The form was answered.")),
    "participants": _nothing,
    "money_share": _nothing,
    "money_tolerance": _tolerance,
    "money_ceiling": _said(N_("Within the ceiling of the guideline that is entered in the plan.")),
    "money_balance": _nothing,
    "checklist": _said(N_("Done by its day.")),
    "reporting": _nothing,
    "number": _nothing,
    "assessment": _nothing,
}
