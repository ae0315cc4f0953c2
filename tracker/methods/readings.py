"""How outcomes are read and by which intervals, and what that assumes."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.methods.numbering import NumberedCard, goals_text
from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.definitions import WITH_INTERVAL

READINGS: dict[str, str] = {
    "process": N_(
        "Process: the outcome is seen as one result of a work whose level is asked for. The "
        "interval is about that level, not about an error in the register. It assumes that next "
        "year's participants and rules are like these, that one outcome does not decide another, "
        "and that the target group has not been moved."
    ),
    "outcome": N_(
        "Census: the outcome is what happened in the period, no more. No interval is shown, and "
        "the words say only met or not met; the fact is the same in every reading."
    ),
    "population": N_(
        "Population: the outcome stands for all who were asked in the period. The interval is gone "
        "when all have answered. It takes those who answered for a random part, which they need "
        "not be."
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


def legend(language: Language, confidence: float) -> str:
    """What “may be due to chance” means."""
    return language.text(
        "A single year can turn out better or worse by chance. Where it says so, so few exits or "
        "answers cannot tell whether the work lies above or below the goal ({confidence}).",
        confidence=confidence_text(language, confidence),
    )


def confidence_text(language: Language, confidence: float) -> str:
    """The confidence level: 95 %; 99,5 %."""
    level = Fraction(str(confidence))
    places = next(n for n in range(5) if (level * 10 ** (n + 2)).denominator == 1 or n == 4)  # noqa: PLR2004 - four decimals are enough
    return language.percent(level, places)


def readings(language: Language, cards: Sequence[NumberedCard], confidence: float) -> Iterable[str]:
    """The fact, the readings in use with their assumptions, and the legend of the words."""
    yield language.text(
        "Whether a goal is met is decided by counting: whole numbers against the target, before "
        "anything is rounded. The interval only decides how clear that is."
    )
    judged = [pair for pair in cards if pair[1].goal.measure in WITH_INTERVAL]
    used = {
        reading: [pair for pair in judged if pair[1].reading.inference == reading]
        for reading in READINGS
    }
    present = {reading: pairs for reading, pairs in used.items() if pairs}
    for reading, pairs in present.items():
        yield _concerning(language, READINGS[reading], pairs if len(present) > 1 else ())
    if present.keys() - {"outcome"}:
        yield language.text(
            "The interval shows which levels fit the outcome when chance is reckoned with."
        )
        yield legend(language, confidence)
        yield language.text("An unclear outcome is something to follow next year, not a warning.")


def _concerning(language: Language, message: str, pairs: Sequence[NumberedCard]) -> str:
    """A rule, and the goals that it concerns where others have another."""
    said = language.text(message)
    if not pairs:
        return said
    return f"{said} " + language.text("That concerns {goals}.", goals=goals_text(language, pairs))


def intervals(language: Language, cards: Sequence[NumberedCard]) -> Iterable[str]:
    """Which method made the interval of which goal, and what else could be chosen."""
    used = {
        method: [pair for pair in cards if pair[1].figure.method == method] for method in METHODS
    }
    told = [
        f"{_capital(language.text(METHODS[method]))}: {goals_text(language, pairs)}."
        for method, pairs in used.items()
        if pairs
    ]
    if not told:
        yield language.text("No figure here has an interval.")
        return
    yield " ".join(told)
    if any(card.before for _, card in cards):
        yield language.text(
            "A difference from the year before: Newcombe's interval, made of those of both years."
        )
    if any(used[method] for method in ("wilson", "wilson_clustered", "wilson_finite")):
        yield language.text(
            "Wilson's interval leans a little towards 50 per cent: at a high target it is slow to "
            "call a goal clearly met and quick to call it clearly not met."
        )
    yield language.text(
        "Wilson, mid-P (even on both sides) and exact (the most cautious) can be chosen, for the "
        "whole report; a method is never changed to get a better word."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
