"""The closed words of a plan file: measures, the keys each owns, and what counts as success."""

from typing import get_args

from db.codes import NextStep
from tracker.plans.model import Direction, Inference, Level, Method, Unknown

LEVELS = get_args(Level)
INFERENCES = get_args(Inference)
METHODS = get_args(Method)
UNKNOWNS = get_args(Unknown)
DIRECTIONS = get_args(Direction)

OWN_KEYS: dict[str, tuple[str, ...]] = {
    "exits": ("success", "require"),
    "started_or_increased": (),
    "follow_up": ("months", "success", "require", "among"),
    "before_after": ("variable", "better"),
    "survey": ("indicators", "questions", "groups", "combine"),
    "response_rate": ("groups",),
    "participants": ("min", "max"),
    "money_share": ("part", "whole", "basis"),
    "money_tolerance": ("per", "tolerance", "basis"),
    "money_ceiling": ("ceiling",),
    "money_balance": ("of", "min", "max"),
    "checklist": ("items", "every"),
    "reporting": (),
    "number": ("min", "max"),
    "assessment": (),
}
"""Measure: the keys that only it, and others that list them, understand."""

REQUIRED_KEYS: dict[str, tuple[str, ...]] = {
    "exits": ("success",),
    "follow_up": ("months", "success"),
    "before_after": ("variable",),
    "money_share": ("part", "whole"),
}
"""Own keys without which the measure means nothing."""

MEASURES = tuple(OWN_KEYS)

LAST_YEAR = "last_year"
LAST_YEAR_MEASURES = ("exits", "started_or_increased", "follow_up", "survey")
"""Measures that can be held against the year before."""

WITHOUT_TARGET = ("participants", "money_ceiling", "money_balance", "number", "assessment")
"""Measures judged by other keys than `target`."""

SUCCESSES: dict[str, tuple[str, ...]] = {
    "exits": (
        "arbete",
        "osubventionerat_arbete",
        "studier",
        "egen_försörjning",
        "minskad_försörjning",
        "plan",
        "stegförflyttning",
        *(f"nästa_steg:{step.value}" for step in NextStep),
        "nästa_steg:inget",
    ),
    "follow_up": ("arbete", "studier", "egen_försörjning", "minskad_försörjning", "kvarstår"),
}

BASES: dict[str, tuple[str, ...]] = {
    "money_share": ("utfall", "budget", "prognos"),
    "money_tolerance": ("utfall", "rekvirerat", "prognos"),
}

COMBINES = (
    "answers",
    "respondent_mean",
    "respondent_all",
    "respondent_majority",
    "indicator_wise",
)

EXIT_REASONS = (
    "enligt_plan",
    "eget_avbrott",
    "uteblivit",
    "sjukdom",
    "fortsatt_rehabilitering",
    "fel_målgrupp",
    "flytt",
    "föräldraledighet",
    "återtaget_samtycke",
    "avliden",
    "insatsen_upphör",
    "annan",
    "felregistrering",
)
"""Exit reasons that a goal may leave out of its base (`exclude`)."""
