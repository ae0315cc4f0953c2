"""What a plan file says of a goal, in words: codes by their labels, shares in per cent."""

from collections.abc import Mapping
from fractions import Fraction

from tracker.wording import goal_labels
from tracker.wording.language import Language

CODES: Mapping[str, Mapping[str, str]] = {
    "level": goal_labels.LEVELS,
    "measure": goal_labels.MEASURES,
    "success": goal_labels.SUCCESSES,
    "direction": goal_labels.DIRECTIONS,
    "require": goal_labels.REQUIRES,
    "among": goal_labels.AMONG,
    "variable": goal_labels.VARIABLES,
    "better": goal_labels.BETTER,
    "combine": goal_labels.COMBINES,
    "basis": goal_labels.BASES,
    "per": goal_labels.PER,
    "of": goal_labels.AMOUNTS,
    "denominator": goal_labels.DENOMINATORS,
    "unknown": goal_labels.UNKNOWNS,
    "inference": goal_labels.INFERENCES,
    "method": goal_labels.METHODS,
}
"""The words for what a key of a goal can be."""
IN_PER_CENT = frozenset({"target", "tolerance"})


def goal_value(language: Language, key: str, text: str) -> str:
    """One value of a key; as it stands where it is a word of the plan's own."""
    if key in IN_PER_CENT:
        return _share(language, text)
    words = CODES.get(key, {}).get(text)
    return text if words is None else language.text(words)


def _share(language: Language, text: str) -> str:
    """A target as plans have it, `0.30`, or that it is last year's figure."""
    try:
        share = Fraction(text)
    except ValueError:
        return language.text("better than the year before") if text == "last_year" else text
    return language.percent(share, 0 if (share * 100).denominator == 1 else 1)
