"""The watch in words: what the state speaks for, and how often the rule is wrong. No drama."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracker.measures.figure import Reading
from tracker.plans.model import Goal
from tracker.problems import N_, NN_
from tracker.watch.looking import Finding, Look
from tracker.watch.model import FALSE_ALARMS
from tracker.wording import Language
from tracker.wording.figures import UNITS, target_text

STILL = {
    "below": N_(
        "The state speaks for a level below the goal {target}: {x} of {exits}, since {day}."
    ),
    "above": N_(
        "The state speaks for a level above the goal {target}: {x} of {exits}, since {day}."
    ),
}
LAPSED = {
    "below": N_(
        "On {day} the state spoke for a level below the goal {target}. Now, with {x} of {exits}, "
        "it fits the goal again."
    ),
    "above": N_(
        "On {day} the state spoke for a level above the goal {target}. Now, with {x} of {exits}, "
        "it fits the goal again."
    ),
}
RULE = N_(
    "The rule gives a false alarm at most {times} times of 100 if the level really is the goal."
)
MISSING = {
    "not_reached": NN_(
        "Of these, {number} with an unknown outcome counts as not reached.",
        "Of these, {number} with unknown outcomes count as not reached.",
    ),
    "left_out": NN_(
        "Beside these, {number} with an unknown outcome is left out.",
        "Beside these, {number} with unknown outcomes are left out.",
    ),
}


@dataclass(frozen=True)
class Seen:
    """What a sentence is about."""

    goal: Goal
    reading: Reading
    finding: Finding
    last: Look | None
    missing: int
    unknown_decides: bool


def watch_sentence(language: Language, seen: Seen) -> str:
    """What the watch says of one goal."""
    return " ".join(_parts(language, seen))


def _parts(language: Language, seen: Seen) -> Iterable[str]:
    finding = seen.finding
    if seen.last is None or finding.state == "too_few":
        yield language.text(
            "Too few exits for the watch to say anything: {exits}.", exits=_exits(language, seen)
        )
        return
    said = {
        "target": target_text(language, seen.goal),
        "x": language.number(seen.last.x),
        "exits": _exits(language, seen),
    }
    if finding.since is None:
        yield language.text("No alarm: {x} of {exits} fits the goal {target}.", **said)
    else:
        message = (STILL if finding.still else LAPSED)[finding.state]
        yield language.text(message, day=language.day(finding.since), **said)
    yield from _unknown(language, seen)
    if finding.since is not None:
        yield rule_text(language)


def _exits(language: Language, seen: Seen) -> str:
    one, many = UNITS["exits"]
    return language.plural(one, many, seen.last.n if seen.last else 0)


def _unknown(language: Language, seen: Seen) -> Iterable[str]:
    if not seen.missing:
        return
    counted = seen.reading.unknown == "not_reached"
    one, many = MISSING["not_reached" if counted else "left_out"]
    yield language.plural(one, many, seen.missing)
    if seen.unknown_decides:
        yield language.text("Without them the rule would not have been crossed.")


def rule_text(language: Language) -> str:
    """How often the rule is wrong."""
    return language.text(RULE, times=_times(language, 1))


def summary(language: Language, watched: int, unwatched: int) -> str:
    """How many goals are watched, what that means for false alarms, and how many are not."""
    return " ".join(_summary(language, watched, unwatched))


def _summary(language: Language, watched: int, unwatched: int) -> Iterable[str]:
    yield language.plural("{number} goal is watched.", "{number} goals are watched.", watched)
    if watched:
        yield rule_text(language)
    if watched > 1:
        yield language.text(
            "That holds for each of them; that any of them gives a false alarm happens at most "
            "{times} times of 100.",
            times=_times(language, watched),
        )
    if unwatched:
        yield language.plural(
            "{number} key goal is not watched: only shares of exits with a target can be.",
            "{number} key goals are not watched: only shares of exits with a target can be.",
            unwatched,
        )


def _times(language: Language, goals: int) -> str:
    return language.number(min(goals * FALSE_ALARMS, Fraction(1)) * 100)
