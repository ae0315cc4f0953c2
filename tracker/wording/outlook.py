"""What is ahead of a figure, in sentences: forecast, clarity, call-backs, the year before."""

from collections.abc import Iterable

from tracker.measures.figure import Figure
from tracker.outlook import CallBacks, Clarity, Forecast, LastPeriod
from tracker.plans.model import Goal
from tracker.problems import N_, NN_
from tracker.wording.earlier import difference_text, earlier_text
from tracker.wording.figures import UNITS, fact_text, target_text
from tracker.wording.language import Language, rounded
from tracker.wording.sentences import success_text

PROBABLE: dict[str, str] = {
    "very_likely": N_("very likely"),
    "likely": N_("likely"),
    "uncertain": N_("uncertain"),
    "less_likely": N_("less likely"),
    "very_unlikely": N_("very unlikely"),
}
BASES: dict[str, str] = {
    "planned": N_("Reckoned from the planned time of those who are there now."),
    "last_year": N_("Reckoned from the exits of the same days the year before."),
    "planned_and_last_year": N_(
        "Reckoned from the planned time of those who are there now and, where no time is planned, "
        "from the exits of the same days the year before."
    ),
}
PLACES = frozenset({"arbete", "osubventionerat_arbete", "studier"})
"""Successes that people go to."""
ALMOST_SURE, ALMOST_NEVER = 0.95, 0.05


def probability_text(language: Language, probability: float) -> str:
    """A probability as people say it: about 7 of 10, never 71.3 %."""
    if probability >= ALMOST_SURE:
        return language.text("more than 9 of 10")
    if probability < ALMOST_NEVER:
        return language.text("less than 1 of 10")
    return language.text("about {tenths} of 10", tenths=rounded(probability * 10, 0))


def needed_text(language: Language, goal: Goal, forecast: Forecast) -> str:
    """What is still needed, in a few words; empty when it is decided."""
    if forecast.state != "open":
        return ""
    numbers = {"more": forecast.more, "remaining": forecast.remaining}
    if goal.direction == "max":
        return language.text("at most {more} more of the {remaining} that remain", **numbers)
    if goal.success and set(goal.success) <= PLACES:
        return language.text(
            "{more} more to {success} of the {remaining} that remain",
            success=success_text(language, goal),
            **numbers,
        )
    return language.text("{more} more who reach it of the {remaining} that remain", **numbers)


def forecast_text(language: Language, goal: Goal, figure: Figure, forecast: Forecast) -> str:
    """The forecast in sentences."""
    tell = _open if forecast.state == "open" else _decided
    return " ".join([*tell(language, goal, figure, forecast), _basis(language, forecast)])


def _decided(language: Language, goal: Goal, figure: Figure, forecast: Forecast) -> Iterable[str]:
    one, many = NN_(
        "The goal {target} is already secured, if {number} more exit comes as expected.",
        "The goal {target} is already secured, if {number} more exits come as expected.",
    )
    if forecast.state == "impossible":
        one, many = NN_(
            "The goal {target} can no longer be reached, if {number} more exit comes as expected.",
            "The goal {target} can no longer be reached, if {number} more exits come as expected.",
        )
    target = target_text(language, goal)
    yield language.plural(one, many, forecast.remaining, target=target)
    if figure.missing and figure.n == figure.eligible and _rests_on_unknown(goal, forecast):
        yield language.plural(
            "The outcome of {number} exit is unknown and counts as not reached so far.",
            "The outcome of {number} exits is unknown and counts as not reached so far.",
            figure.missing,
        )


def _rests_on_unknown(goal: Goal, forecast: Forecast) -> bool:
    """Whether unknown outcomes, once known, could turn what looks decided."""
    return forecast.state == ("impossible" if goal.direction == "min" else "locked")


def _open(language: Language, goal: Goal, figure: Figure, forecast: Forecast) -> Iterable[str]:
    yield _demand(language, goal, forecast)
    yield _chance(language, forecast)
    total = int(figure.n or 0) + forecast.remaining
    one, many = UNITS["exits"]
    yield language.text(
        "The final number is expected to be {low}–{high} of {unit}.",
        low=forecast.low,
        high=forecast.high,
        unit=language.plural(one, many, total),
    )


def _demand(language: Language, goal: Goal, forecast: Forecast) -> str:
    words = {
        "more": forecast.more,
        "remaining": forecast.remaining,
        "success": success_text(language, goal),
        "target": target_text(language, goal),
    }
    if goal.direction == "max":
        return language.text(
            "At most {more} of the coming {remaining} exits may lead to {success}, for the goal "
            "{target} to be met.",
            **words,
        )
    return language.text(
        "At least {more} of the coming {remaining} exits must lead to {success}, for the goal "
        "{target} to be met.",
        **words,
    )


def _chance(language: Language, forecast: Forecast) -> str:
    if forecast.word is None or forecast.probability is None:
        return language.text("So far the exits are too few to say how likely that is.")
    word = language.text(PROBABLE[forecast.word])
    chance = probability_text(language, forecast.probability)
    return language.text("That is {word} ({chance}).", word=word, chance=chance)


def _basis(language: Language, forecast: Forecast) -> str:
    if forecast.basis != "pace":
        return language.text(BASES[forecast.basis])
    fewest, most = forecast.scenarios[0], forecast.scenarios[-1]
    guess = language.text(
        "How many exits remain is a guess from the pace: {fewest} to {most}.",
        fewest=fewest.remaining,
        most=most.remaining,
    )
    if forecast.word is None or fewest.probability is None or most.probability is None:
        return guess
    return f"{guess} " + language.text(
        "With {fewest} the chance is {low}, with {most} it is {high}.",
        fewest=fewest.remaining,
        most=most.remaining,
        low=probability_text(language, fewest.probability),
        high=probability_text(language, most.probability),
    )


def clarity_text(language: Language, goal: Goal, clarity: Clarity) -> str:
    """How many it takes before anything can be told for sure."""
    if clarity.needed is None or clarity.more is None:
        return language.text(
            "The share equals the goal: as long as it does, no number is enough for a clear result."
        )
    one, many = UNITS["respondents" if goal.measure == "survey" else goal.measure]
    return language.text(
        "With an unchanged share about {unit} are needed for a clear result, {more} more than now.",
        unit=language.plural(one, many, clarity.needed),
        more=language.number(clarity.more),
    )


def call_backs_text(language: Language, call_backs: CallBacks, *, is_open: bool) -> str:
    """How many call-backs would settle what is missing; in an open period of those so far."""
    if call_backs.is_settled:
        return language.plural(
            "The {number} whose outcome is unknown cannot change whether the goal is met.",
            "The {number} whose outcome is unknown cannot change whether the goal is met.",
            call_backs.missing,
        )
    told = language.plural(
        "The outcome of {number} is unknown: it is settled once {successes} of them are known to "
        "have reached it, or {failures} not to.",
        "The outcome of {number} is unknown: it is settled once {successes} of them are known to "
        "have reached it, or {failures} not to.",
        call_backs.missing,
        successes=call_backs.successes,
        failures=call_backs.failures,
    )
    return f"{told} " + language.text("This concerns the outcomes so far.") if is_open else told


def last_period_text(
    language: Language, goal: Goal, figure: Figure, last: LastPeriod, min_judge: int
) -> str:
    """The year before, and the difference where the two can be compared."""
    if (last.figure.persons or 0) < min_judge:
        fact = fact_text(language, goal, last.figure)
        parts = [language.text("The year before: {fact}.", fact=fact)]
    else:
        parts = [earlier_text(language, goal, last.figure)]
    if not last.is_comparable:
        parts.append(
            language.text("The goal is defined in another way since then: the two do not compare.")
        )
    if last.difference.value is not None:
        found = last.difference
        parts.append(difference_text(language, figure, last.figure, found.low, found.high))
        if not found.is_clear:
            parts.append(language.text("The difference may be due to chance."))
    return " ".join(part for part in parts if part)
