"""Smallest numbers, and what is not known: how it is counted, how much it is, who answered."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.measures.figure import Figure
from tracker.methods.numbering import NumberedCard, goals_text
from tracker.plans.model import Settings
from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.definitions import WITH_INTERVAL, WITH_UNKNOWN

RULES: dict[str, str] = {
    "not_reached": N_(
        "Exits with an unknown outcome count as not reached, so that a blank never improves a "
        "result; how many they are stands beside."
    ),
    "left_out": N_(
        "Those whose outcome is unknown are left out of the share; how many they are stands beside."
    ),
    "bounds": N_("Where the unknown could decide whether a goal is met, nothing is said about it."),
}


def sizes(language: Language, cards: Sequence[NumberedCard], settings: Settings) -> Iterable[str]:
    """Of how few nothing is shown, and of how few nothing is said."""
    yield language.text(
        "Nothing is shown about fewer than {min_show} persons, nor what it could be worked out "
        "from.",
        min_show=settings.min_show,
    )
    if settings.hide_numerators and settings.min_show > 1:
        message = N_(
            "Where a figure is broken down, it is not shown either when fewer than {min_show} had "
            "the result, or fewer than {min_show} were without it."
        )
        yield language.text(message, min_show=settings.min_show)
    by_chance = [card for _, card in cards if card.goal.measure in WITH_INTERVAL]
    census = by_chance and all(card.reading.inference == "outcome" for card in by_chance)
    message = N_(
        "With fewer than {min_judge} persons neither a percentage nor an assessment is given."
    )
    if census:
        message = N_("With fewer than {min_judge} persons no percentage is given.")
    yield language.text(message, min_judge=settings.min_judge)


def unknown(language: Language, cards: Sequence[NumberedCard]) -> Iterable[str]:
    """The rules for what is unknown, how much it is, and the response rates."""
    yield from _rules(language, cards)
    missing = [_missing(language, number, card.figure) for number, card in _with_missing(cards)]
    if missing:
        yield language.text("Unknown outcomes: {goals}.", goals="; ".join(missing))
        yield language.text(
            "The bounds show the share if none, and if all, of the unknown had reached it."
        )
    answered = [
        _answered(language, number, card.figure)
        for number, card in cards
        if card.goal.measure in ("survey", "response_rate") and card.figure.persons
    ]
    if answered:
        yield language.text("In surveys the share is of those who answered.")
        yield language.text("Response rates: {goals}.", goals="; ".join(answered))


def _rules(language: Language, cards: Sequence[NumberedCard]) -> Iterable[str]:
    concerned = [pair for pair in cards if pair[1].goal.measure in WITH_UNKNOWN]
    used = {rule: [pair for pair in concerned if pair[1].reading.unknown == rule] for rule in RULES}
    several = sum(bool(pairs) for pairs in used.values()) > 1
    for rule, pairs in used.items():
        if pairs:
            said = language.text(RULES[rule])
            goals = goals_text(language, pairs)
            tail = language.text("That concerns {goals}.", goals=goals) if several else ""
            yield f"{said} {tail}".strip()


def _with_missing(cards: Sequence[NumberedCard]) -> Iterable[NumberedCard]:
    return (
        (number, card)
        for number, card in cards
        if card.goal.measure in WITH_UNKNOWN and card.figure.missing and card.figure.eligible
    )


def _missing(language: Language, number: int, figure: Figure) -> str:
    return language.text(
        "goal {number}: {x} of {n}",
        number=number,
        x=language.number(figure.missing or 0),
        n=language.number(figure.eligible or 0),
    )


def _answered(language: Language, number: int, figure: Figure) -> str:
    """The response rate of a survey, in per cent from ten forms on."""
    handed_out, persons = figure.eligible, figure.persons or 0
    if handed_out is None:
        return language.text(
            "goal {number}: {x} answered, how many were asked is not known",
            number=number,
            x=language.number(persons),
        )
    counts = language.text(
        "goal {number}: {x} of {n}",
        number=number,
        x=language.number(persons),
        n=language.number(handed_out),
    )
    if handed_out < FEWEST_FOR_PERCENT:
        return counts
    return f"{counts} ({language.percent(Fraction(persons, handed_out))})"


FEWEST_FOR_PERCENT = 10
