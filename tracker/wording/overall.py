"""The overall assessment of a report: of so many goals so many are met, and how sure that is."""

from collections.abc import Iterable, Sequence

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


def overall(language: Language, statuses: Sequence[Status], *, is_open: bool = False) -> str:
    """The overall assessment in a few sentences; every goal is counted once."""
    met = sum(status in MET for status in statuses)
    not_met = sum(status in NOT_MET for status in statuses)
    said = _open(language, len(statuses), met, not_met) if is_open else ""
    said = said or language.plural(
        "Of {number} goal, {met} and {not_met}.",
        "Of {number} goals, {met} and {not_met}.",
        len(statuses),
        met=language.plural("{number} is met", "{number} are met", met),
        not_met=language.plural("{number} is not met", "{number} are not met", not_met),
    )
    return " ".join([said, *_chance(language, statuses), *_rest(language, statuses)])


def _open(language: Language, goals: int, met: int, not_met: int) -> str:
    """How it stands while the period is still open."""
    return language.plural(
        "So far, of {number} goal: {met} on the right side of its target, {not_met} not.",
        "So far, of {number} goals: {met} on the right side of their targets, {not_met} not.",
        goals,
        met=met,
        not_met=not_met,
    )


def _chance(language: Language, statuses: Sequence[Status]) -> Iterable[str]:
    by_chance = sum(status in BY_CHANCE for status in statuses)
    if by_chance:
        yield language.plural(
            "{number} of these outcomes may be due to chance.",
            "{number} of these outcomes may be due to chance.",
            by_chance,
        )


def _rest(language: Language, statuses: Sequence[Status]) -> Iterable[str]:
    told = [
        language.plural(one, many, number)
        for status, (one, many) in OTHERS.items()
        if (number := sum(found == status for found in statuses))
    ]
    if told:
        yield language.text("The others: {groups}.", groups=listed(language, told))


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
