"""One plain sentence a goal: the fact first, then what it says about the goal, then the unknown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.goals.status import Status
from tracker.measures.figure import Figure, Reading
from tracker.plans.model import Goal
from tracker.problems import N_, NN_
from tracker.wording.counted import within
from tracker.wording.figures import KRONOR, UNITS, fact_text, share_text, unit_text
from tracker.wording.language import Language
from tracker.wording.status import status_label
from tracker.wording.verdicts import verdict_text

SUCCESSES: dict[str, str] = {
    "arbete": N_("work"),
    "osubventionerat_arbete": N_("unsubsidised work"),
    "studier": N_("studies"),
    "egen_försörjning": N_("own livelihood"),
    "minskad_försörjning": N_("less public support"),
    "plan": N_("a plan after the exit"),
    "stegförflyttning": N_("a step forward"),
    "kvarstår": N_("a reduction of public support that remains"),
}
NEXT_STEP = N_("one of the next steps that the goal counts")
VARIABLES: dict[str, str] = {
    "hälsa": N_("health"),
    "arbetsförmåga": N_("work ability"),
    "sjukfrånvaro": N_("sick leave"),
    "försörjning": N_("public support"),
}
BALANCES: dict[str, str] = {
    "resultat": N_("The year's result is {fact}."),
    "eget_kapital": N_("The equity is {fact}."),
}
UNKNOWN = NN_(
    "{number} more is unknown: the share could lie between {lowest} and {highest}.",
    "{number} more are unknown: the share could lie between {lowest} and {highest}.",
)
SILENT = NN_(
    "{number} more has not answered: the share could lie between {lowest} and {highest}.",
    "{number} more have not answered: the share could lie between {lowest} and {highest}.",
)


@dataclass(frozen=True)
class Said:
    """What a sentence is about."""

    goal: Goal
    figure: Figure
    status: Status
    reading: Reading
    is_open: bool


def sentence(language: Language, said: Said) -> str:
    """The goal's sentence, the same on screen, in JSON and in reports."""
    return " ".join(part for part in _parts(language, said) if part)


def _parts(language: Language, said: Said) -> Iterable[str]:
    if said.status in (Status.NO_DATA, Status.NOT_DUE, Status.SUPPRESSED):
        yield _full_stop(_label(language, said))
        return
    if said.goal.measure == "assessment":
        yield _full_stop(_label(language, said))
        return
    if said.status == Status.TOO_FEW:
        fact = fact_text(language, said.goal, said.figure)
        yield _full_stop(f"{fact}: {within(_label(language, said))}")
        return
    if said.figure.persons is not None and said.figure.persons < said.reading.min_judge:
        yield _full_stop(fact_text(language, said.goal, said.figure))  # no per cent of so few
        yield _verdict(language, said)
        return
    yield _fact(language, said)
    yield _verdict(language, said)
    yield _unknown(language, said)


def _full_stop(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _label(language: Language, said: Said) -> str:
    return status_label(language, said.status, min_show=said.reading.min_show)


def _verdict(language: Language, said: Said) -> str:
    told = verdict_text(language, said.goal, said.status, is_open=said.is_open)
    return told or _full_stop(_label(language, said))


def _share(language: Language, said: Said) -> str:
    target = said.goal.target if isinstance(said.goal.target, Fraction) else None
    return share_text(language, said.figure.value or Fraction(0), said.figure.n, target)


def _fact(language: Language, said: Said) -> str:
    return FACTS[said.goal.measure](language, said)


def success_text(language: Language, goal: Goal) -> str:
    """What counts as a success: arbete eller studier."""
    if goal.measure == "started_or_increased":
        return language.text("more work or studies than at entry")
    named = [SUCCESSES[code] for code in goal.success if code in SUCCESSES]
    if any(code not in SUCCESSES for code in goal.success):
        named.append(NEXT_STEP)
    words = [language.text(name) for name in named]
    joint = language.text(" or ") if goal.require == "any" else language.text(" and ")
    return joint.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _exits_fact(language: Language, said: Said) -> str:
    return language.text(
        "Of {unit}, {x} ({share}) led to {success}.",
        unit=unit_text(language, said.goal, said.figure),
        x=said.figure.x,
        share=_share(language, said),
        success=success_text(language, said.goal),
    )


def _follow_up_fact(language: Language, said: Said) -> str:
    return language.text(
        "Of {unit}, {x} ({share}) had {success} {months} months after the exit.",
        unit=unit_text(language, said.goal, said.figure),
        months=said.goal.months,
        x=said.figure.x,
        share=_share(language, said),
        success=success_text(language, said.goal),
    )


def _pairs_fact(language: Language, said: Said) -> str:
    return language.text(
        "Of {unit} with {variable} both before and after, {better} had a better value at the exit "
        "and {worse} a worse one.",
        unit=unit_text(language, said.goal, said.figure),
        variable=language.text(VARIABLES[said.goal.variable]),
        better=said.figure.x,
        worse=said.figure.worse,
    )


def _survey_fact(language: Language, said: Said) -> str:
    if said.goal.combine.startswith("respondent"):
        return language.text(
            "Of {unit}, {x} ({share}) answered positively.",
            unit=unit_text(language, said.goal, said.figure),
            x=language.number(said.figure.x or 0, 0 if isinstance(said.figure.x, int) else 1),
            share=_share(language, said),
        )
    one, many = UNITS["respondents"]
    return language.text(
        "Of {unit} from {persons}, {x} ({share}) were positive.",
        unit=unit_text(language, said.goal, said.figure),
        persons=language.plural(one, many, said.figure.persons or 0),
        x=said.figure.x,
        share=_share(language, said),
    )


def _share_fact(message: str) -> Callable[[Language, Said], str]:
    def fact(language: Language, said: Said) -> str:
        return language.text(
            message,
            fact=fact_text(language, said.goal, said.figure),
            share=_share(language, said),
        )

    return fact


def _tolerance_fact(language: Language, said: Said) -> str:
    fact = fact_text(language, said.goal, said.figure)
    if isinstance(said.figure.x, int):
        return language.text("{fact} kept within the tolerance.", fact=fact)
    share = _share(language, said)
    if said.goal.per == "total":
        return language.text("The money deviates by {share} ({fact}).", share=share, fact=fact)
    return language.text("The largest deviation is {share} ({fact}).", share=share, fact=fact)


def _plain_fact(message: str) -> Callable[[Language, Said], str]:
    def fact(language: Language, said: Said) -> str:
        return language.text(message, fact=fact_text(language, said.goal, said.figure))

    return fact


def _balance_fact(language: Language, said: Said) -> str:
    message = BALANCES[said.goal.of]
    return language.text(message, fact=fact_text(language, said.goal, said.figure))


FACTS: dict[str, Callable[[Language, Said], str]] = {
    "exits": _exits_fact,
    "started_or_increased": _exits_fact,
    "follow_up": _follow_up_fact,
    "before_after": _pairs_fact,
    "survey": _survey_fact,
    "response_rate": _share_fact(N_("{fact} were answered ({share}).")),
    "participants": _plain_fact(N_("The period had {fact}.")),
    "money_share": _share_fact(N_("{fact} ({share}).")),
    "money_tolerance": _tolerance_fact,
    "money_ceiling": _plain_fact(N_("The equity is {fact}.")),
    "money_balance": _balance_fact,
    "checklist": _plain_fact(N_("{fact} done in time.")),
    "reporting": _plain_fact(N_("{fact} have registrations.")),
    "number": _plain_fact(N_("The figure is {fact}.")),
}


def _unknown(language: Language, said: Said) -> str:
    """How many are unknown, how they are counted, and how far they could move the share."""
    figure = said.figure
    if not figure.missing or figure.bounds is None or said.goal.measure in KRONOR:
        return ""
    highest = language.percent(figure.bounds[1], 1)
    if said.reading.unknown == "not_reached":
        return _counted_as_not_reached(language, said, highest)
    return language.plural(
        *(SILENT if said.goal.measure == "survey" else UNKNOWN),
        figure.missing,
        lowest=language.percent(figure.bounds[0], 1),
        highest=highest,
    )


def _counted_as_not_reached(language: Language, said: Said, highest: str) -> str:
    figure = said.figure
    if not figure.known:
        return language.text(
            "For {number} of them the outcome is unknown and counts as not reached; at most the "
            "share could be {highest}.",
            number=figure.missing,
            highest=highest,
        )
    return language.text(
        "For {number} of them the outcome is unknown and counts as not reached; of the {known} "
        "with a known outcome it is {share}, and at most the share could be {highest}.",
        number=figure.missing,
        known=figure.known,
        share=language.percent(Fraction(int(figure.x or 0), figure.known), 1),
        highest=highest,
    )
