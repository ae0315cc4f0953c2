"""The words for settings: what each decides, and where its value comes from."""

from collections.abc import Mapping
from fractions import Fraction

from tracker.problems import N_
from tracker.wording.goal_labels import INFERENCES, METHODS, UNKNOWNS
from tracker.wording.language import Language

MEANINGS: Mapping[str, str] = {
    "inference": N_(
        "How outcomes are read: process (the level of the work), outcome (only what happened) or "
        "population (all who were asked)."
    ),
    "method": N_("How intervals are made: wilson, midp or exact."),
    "confidence": N_("The confidence of every interval, for example 0.95."),
    "min_show": N_("Fewest persons behind a figure that is published."),
    "hide_numerators": N_(
        "Whether a published breakdown is hidden also where fewer than min_show had the result, or "
        "were without it: true or false."
    ),
    "min_judge": N_("Fewest persons for a percentage or an assessment."),
    "grace_days": N_("Days after which a follow-up counts as late."),
    "unknown": N_(
        "How unknown outcomes count: not_reached, left_out, bounds, or by_measure (each measure "
        "has its own)."
    ),
}
NAMES: Mapping[str, str] = {
    "inference": N_("How outcomes are read"),
    "method": N_("How intervals are made"),
    "confidence": N_("Confidence of intervals"),
    "min_show": N_("Fewest persons to publish"),
    "hide_numerators": N_("Hide few with the result"),
    "min_judge": N_("Fewest persons to judge"),
    "grace_days": N_("Days until a follow-up is late"),
    "unknown": N_("Unknown outcomes"),
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "inference": INFERENCES,
    "method": METHODS,
    "hide_numerators": {"true": N_("yes"), "false": N_("no")},
    "unknown": {**UNKNOWNS, "by_measure": N_("as usual for each measure")},
}
"""The words for settings that are one of a few."""
SOURCES: Mapping[str, str] = {
    "plan": N_("the plan"),
    "association": N_("the association"),
    "usual": N_("as usual"),
}


def setting_meaning(language: Language, key: str) -> str:
    """What a setting decides."""
    return language.text(MEANINGS[key])


def setting_name(language: Language, key: str) -> str:
    """What a setting is called."""
    return language.text(NAMES[key])


def value_text(language: Language, key: str, value: str) -> str:
    """A value in words where there are some, else as it is written."""
    said = VALUES.get(key, {}).get(value)
    if said:
        return language.text(said)
    if key == "confidence":
        return language.percent(Fraction(value), max(len(value.partition(".")[2]) - 2, 0))
    return value


def source_text(language: Language, source: str) -> str:
    """Where the value of a setting comes from."""
    return language.text(SOURCES[source])
