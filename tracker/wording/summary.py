"""All goals together, in one wording for screens and reports: so many met, so many not, the rest.

Met or not is fact; how many of those may be due to chance stands beside each.
"""

from collections.abc import Sequence

from tracker.goals.status import Status
from tracker.problems import N_, NN_
from tracker.wording.counted import listed
from tracker.wording.language import Language

MET = frozenset({Status.MET, Status.MET_CLEAR, Status.MET_UNCLEAR})
NOT_MET = frozenset({Status.NOT_MET, Status.NOT_MET_CLEAR, Status.NOT_MET_UNCLEAR})
BY_CHANCE = frozenset({Status.MET_UNCLEAR, Status.NOT_MET_UNCLEAR})
OTHERS: dict[Status, tuple[str, str]] = {
    Status.PARTLY_MET: NN_("{number} is partly met", "{number} are partly met"),
    Status.UNDETERMINED: NN_(
        "{number} cannot be determined, since too much is missing",
        "{number} cannot be determined, since too much is missing",
    ),
    Status.TOO_FEW: NN_("{number} has too few to be judged", "{number} have too few to be judged"),
    Status.SUPPRESSED: NN_(
        "{number} is not shown, for the sake of those concerned",
        "{number} are not shown, for the sake of those concerned",
    ),
    Status.NO_DATA: NN_("{number} lacks data", "{number} lack data"),
    Status.NO_TARGET: NN_("{number} has no target", "{number} have no target"),
    Status.NOT_DUE: NN_("{number} is measured later", "{number} are measured later"),
}
"""What is neither met nor not met, with the words for one and for several goals."""
WHOLE = NN_("Of {number} goal, {met} and {not_met}.", "Of {number} goals, {met} and {not_met}.")
SO_FAR = NN_(
    "So far, of {number} goal: {met} and {not_met}.",
    "So far, of {number} goals: {met} and {not_met}.",
)
ARE_MET = NN_("{number} is met", "{number} are met")
ARE_NOT_MET = NN_("{number} is not met", "{number} are not met")
ON_RIGHT_SIDE = NN_(
    "{number} on the right side of its target", "{number} on the right side of their targets"
)
ON_WRONG_SIDE = NN_("{number} on the wrong side", "{number} on the wrong side")


def summary(language: Language, statuses: Sequence[Status], *, is_open: bool = False) -> str:
    """The overall assessment in one or two sentences; every goal is counted once."""
    met, not_met = (ON_RIGHT_SIDE, ON_WRONG_SIDE) if is_open else (ARE_MET, ARE_NOT_MET)
    said = language.plural(
        *(SO_FAR if is_open else WHOLE),
        len(statuses),
        met=_side(language, statuses, MET, met),
        not_met=_side(language, statuses, NOT_MET, not_met),
    )
    rest = _rest(language, statuses)
    return f"{said} {rest}" if rest else said


def _side(
    language: Language, statuses: Sequence[Status], side: frozenset[Status], words: tuple[str, str]
) -> str:
    """The goals on one side of their targets, and how many of those may be due to chance."""
    said = language.plural(*words, sum(status in side for status in statuses))
    by_chance = sum(status in side & BY_CHANCE for status in statuses)
    if not by_chance:
        return said
    return language.plural(
        "{goals} ({number} may be due to chance)",
        "{goals} ({number} may be due to chance)",
        by_chance,
        goals=said,
    )


def _rest(language: Language, statuses: Sequence[Status]) -> str:
    told = [
        language.plural(one, many, number)
        for status, (one, many) in OTHERS.items()
        if (number := sum(found == status for found in statuses))
    ]
    return language.text("The others: {groups}.", groups=listed(language, told)) if told else ""


HEADINGS: tuple[tuple[frozenset[Status], str], ...] = (
    (MET, N_("Met")),
    (NOT_MET, N_("Not met")),
    (BY_CHANCE, N_("of these, may be due to chance")),
    (frozenset({Status.PARTLY_MET}), N_("Met in part")),
    (
        frozenset({Status.TOO_FEW, Status.UNDETERMINED, Status.NO_DATA, Status.SUPPRESSED}),
        N_("Cannot be judged or shown"),
    ),
    (frozenset({Status.NO_TARGET, Status.NOT_DUE}), N_("No target, or measured later")),
)
"""Columns of the table that counts goals; the third is part of the two before it."""


def counts(statuses: Sequence[Status]) -> tuple[int, ...]:
    """How many goals stand in each of the columns of `HEADINGS`."""
    return tuple(sum(status in members for status in statuses) for members, _ in HEADINGS)
