"""The method note: how the figures were made and how to read them, from the settings in use."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.problems import N_
from tracker.reports.model import Section
from tracker.scorecard import GoalCard, Scorecard
from tracker.wording import Language
from tracker.wording.overall import BY_CHANCE, MET, NOT_MET

READINGS: dict[str, str] = {
    "process": N_(
        "The outcomes are read as an expression of how the interventions work: the interval shows "
        "which levels fit the outcome when chance is reckoned with. It assumes that next year's "
        "participants and rules are alike. The goal is met or not by the outcome itself."
    ),
    "outcome": N_(
        "The outcomes are read as what happened in the period, without reckoning with chance; so "
        "no interval is shown."
    ),
    "population": N_(
        "The outcomes of surveys are read as an answer for all who were asked: the interval shows "
        "what those who did not answer could have said."
    ),
}
METHODS: dict[str, str] = {
    "wilson": N_("Wilson's interval for a share"),
    "wilson_finite": N_("Wilson's interval with a correction for a finite population"),
    "wilson_clustered": N_(
        "Wilson's interval on the effective number of answers, since one person gives several"
    ),
    "midp": N_("the mid-P interval for a share"),
    "exact": N_("Clopper and Pearson's exact interval for a share"),
    "korn_graubard": N_(
        "Korn and Graubard's interval on the effective number of answers, since one person gives "
        "several"
    ),
    "tango": N_("Tango's interval for a change in the same persons"),
}
UNKNOWN: dict[str, str] = {
    "not_reached": N_(
        "Exits with an unknown outcome count as not reached, so that a blank never improves a "
        "result; how many they are stands beside."
    ),
    "left_out": N_(
        "In follow-ups and surveys those who did not answer are left out of the share; how many "
        "they are stands beside."
    ),
    "bounds": N_("Where the unknown could decide whether a goal is met, nothing is said about it."),
}
ON_PERSONS = frozenset({"exits", "started_or_increased", "follow_up", "survey"})


def legend(language: Language, confidence: float) -> str:
    """What “may be due to chance” means."""
    return language.text(
        "A single year can turn out better or worse by chance. Where it says so, so few exits or "
        "answers cannot tell whether the work lies above or below the goal ({confidence}).",
        confidence=language.percent(Fraction(str(confidence))),
    )


def method_section(language: Language, scorecard: Scorecard) -> Section:
    """All of the method note."""
    return Section(
        language.text("How the figures were made"),
        tuple(_paragraphs(language, scorecard)),
        is_method=True,
    )


def _paragraphs(language: Language, scorecard: Scorecard) -> Iterable[str]:
    settings = scorecard.plan.settings
    cards = scorecard.goals
    yield legend(language, settings.confidence)
    yield from _readings(language, cards)
    yield from _methods(language, cards, settings.confidence)
    yield from _unknown(language, cards)
    yield language.text(
        "Nothing is shown about fewer than {min_show} persons, nor what it could be worked out "
        "from. With fewer than {min_judge} persons neither a percentage nor an assessment is "
        "given.",
        min_show=settings.min_show,
        min_judge=settings.min_judge,
    )
    yield from _compared(language, cards)
    yield language.text(
        "An exit is a participation that ended in the period. The same person counts twice who "
        "ended twice. Money, activities and numbers are exact and have no interval."
    )
    if scorecard.plan.source:
        yield language.text("Goals: {source}.", source=scorecard.plan.source.rstrip("."))


def _readings(language: Language, cards: Sequence[GoalCard]) -> Iterable[str]:
    used = {card.reading.inference for card in cards if card.figure.persons is not None}
    return (language.text(said) for reading, said in READINGS.items() if reading in used)


def _methods(language: Language, cards: Sequence[GoalCard], confidence: float) -> Iterable[str]:
    used = {card.figure.method for card in cards}
    names = [language.text(name) for method, name in METHODS.items() if method in used]
    if names:
        yield language.text(
            "Intervals of {confidence}: {names}. Whether a goal is met is decided in whole "
            "numbers, before anything is rounded.",
            confidence=language.percent(Fraction(str(confidence))),
            names="; ".join(names),
        )


def _unknown(language: Language, cards: Sequence[GoalCard]) -> Iterable[str]:
    used = {card.reading.unknown for card in cards if card.goal.measure in ON_PERSONS}
    return (language.text(said) for unknown, said in UNKNOWN.items() if unknown in used)


def _compared(language: Language, cards: Sequence[GoalCard]) -> Iterable[str]:
    """How many comparisons were made: some fall out by chance."""
    judged = sum(card.status in MET | NOT_MET for card in cards)
    by_interval = sum(card.status in BY_CHANCE or card.status.endswith("_clear") for card in cards)
    if by_interval:
        yield language.plural(
            "{number} goal was compared with its target, {by_interval} with an interval.",
            "{number} goals were compared with their targets, {by_interval} of them with an "
            "interval. Among many comparisons a single one can look clear by chance.",
            judged,
            by_interval=by_interval,
        )
