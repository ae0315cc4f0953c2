"""The words for settings: what each decides, and where its value comes from."""

from collections.abc import Mapping

from tracker.problems import N_
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
SOURCES: Mapping[str, str] = {
    "plan": N_("the plan"),
    "association": N_("the association"),
    "usual": N_("as usual"),
}


def setting_meaning(language: Language, key: str) -> str:
    """What a setting decides."""
    return language.text(MEANINGS[key])


def source_text(language: Language, source: str) -> str:
    """Where the value of a setting comes from."""
    return language.text(SOURCES[source])
