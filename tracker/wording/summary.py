"""One sentence on all goals together: of 10 goals, so many met, so many not, so many unclear."""

from collections.abc import Iterable

from tracker.goals.status import Status
from tracker.problems import NN_
from tracker.wording.language import Language

GROUPS: tuple[tuple[frozenset[Status], tuple[str, str]], ...] = (
    (frozenset({Status.MET, Status.MET_CLEAR}), NN_("{number} met", "{number} met")),
    (frozenset({Status.PARTLY_MET}), NN_("{number} partly met", "{number} partly met")),
    (
        frozenset({Status.MET_UNCLEAR, Status.NOT_MET_UNCLEAR}),
        NN_("{number} may be due to chance", "{number} may be due to chance"),
    ),
    (
        frozenset({Status.NOT_MET, Status.NOT_MET_CLEAR}),
        NN_("{number} not met", "{number} not met"),
    ),
    (
        frozenset({Status.UNDETERMINED}),
        NN_("{number} cannot be determined", "{number} cannot be determined"),
    ),
    (
        frozenset({Status.TOO_FEW}),
        NN_("{number} with too few to judge", "{number} with too few to judge"),
    ),
    (frozenset({Status.SUPPRESSED}), NN_("{number} not shown", "{number} not shown")),
    (frozenset({Status.NO_DATA}), NN_("{number} lacks data", "{number} lack data")),
    (
        frozenset({Status.NO_TARGET}),
        NN_("{number} reported without a target", "{number} reported without a target"),
    ),
    (
        frozenset({Status.NOT_DUE}),
        NN_("{number} measured later", "{number} measured later"),
    ),
)
"""Statuses told together, with the words for one and for several goals."""
WHOLE = NN_("Of {number} goal: {groups}.", "Of {number} goals: {groups}.")
SO_FAR = NN_("So far, of {number} goal: {groups}.", "So far, of {number} goals: {groups}.")


def summary(language: Language, statuses: Iterable[Status], *, is_open: bool = False) -> str:
    """The overall assessment; every goal is in exactly one of its groups."""
    found = list(statuses)
    told = []
    for members, (one, many) in GROUPS:
        number = sum(status in members for status in found)
        if number:
            told.append(language.plural(one, many, number))
    one, many = SO_FAR if is_open else WHOLE
    return language.plural(one, many, len(found), groups=", ".join(told))
