"""Successes as SQL: each is true, false or unknown, and SQL's AND and OR are three-valued too.

The definitions are those of `formats.md` section 5. A column is NULL when nothing is filled in and
when the answer was “unknown” or declined, so comparisons with it are unknown by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    and_,
    case,
    false,
    func,
    not_,
    null,
    or_,
    true,
)

from db.codes import NextStep, WorkKind, to_mask
from db.columns import col
from db.tables import Episode, FollowUp

Truth = ColumnElement[bool]
Number = SQLColumnExpression[int | None]
Degree = SQLColumnExpression[float | None]
STEP = "nästa_steg:"
NO_STEP = "nästa_steg:inget"
REDUCED = "minskad_försörjning"
REMAINS = "kvarstår"
ON_SUPPORT = frozenset({REDUCED, REMAINS})
"""Successes that only those can reach who had public support before."""


@dataclass(frozen=True)
class Success:
    """The successes of a goal, any or all of which are required."""

    codes: tuple[str, ...]
    require: str = "any"


def reduced(
    before: Number,
    degree_before: Degree,
    after: Number,
    degree_after: Degree,
) -> Truth:
    """Less public support than before: by the degrees where both are known, else none left."""
    return case(
        (and_(degree_before.is_not(None), degree_after.is_not(None)), degree_after < degree_before),
        (or_(before.is_(None), after.is_(None)), null()),
        (after == 0, true()),
        (or_(degree_before.is_not(None), degree_after.is_not(None)), null()),
        else_=false(),
    )


def had_none() -> Truth:
    """Had no public support before, so that there was nothing to reduce; never unknown."""
    return or_(
        func.coalesce(col(Episode.support_before) == 0, false()),
        func.coalesce(col(Episode.support_degree_before) == 0, false()),
    )


def reduced_at_exit() -> Truth:
    """Public support at the exit against before the entry."""
    return reduced(
        col(Episode.support_before),
        col(Episode.support_degree_before),
        col(Episode.support_after),
        col(Episode.support_degree_after),
    )


def _reduced_at_horizon() -> Truth:
    return reduced(
        col(Episode.support_before),
        col(Episode.support_degree_before),
        col(FollowUp.support),
        col(FollowUp.support_degree),
    )


def _unsubsidised() -> Truth:
    kinds = (WorkKind.UNSUBSIDISED, WorkKind.OWN_BUSINESS)
    return and_(col(Episode.work_after) > 0, col(Episode.work_kind_after).in_(kinds))


AT_EXIT: dict[str, Callable[[], Truth]] = {
    "arbete": lambda: col(Episode.work_after) > 0,
    "osubventionerat_arbete": _unsubsidised,
    "studier": lambda: col(Episode.study_after) > 0,
    "egen_försörjning": lambda: col(Episode.support_after) == 0,
    REDUCED: reduced_at_exit,
    "plan": lambda: col(Episode.plan_after) == true(),
    "stegförflyttning": lambda: col(Episode.step_forward) == true(),
}
AT_FOLLOW_UP: dict[str, Callable[[], Truth]] = {
    "arbete": lambda: col(FollowUp.work) > 0,
    "studier": lambda: col(FollowUp.study) > 0,
    "egen_försörjning": lambda: col(FollowUp.support) == 0,
    REDUCED: _reduced_at_horizon,
    REMAINS: lambda: and_(reduced_at_exit(), _reduced_at_horizon()),
}


def at_exit(success: Success) -> Truth:
    """The success as measured at the exit."""
    return _combined(success, _exit_term)


def at_follow_up(success: Success) -> Truth:
    """The success as measured at the follow-up that the query joins."""
    return _combined(success, lambda code: AT_FOLLOW_UP[code]())


def started_or_increased() -> Truth:
    """More work or more study than at the entry; each unknown unless both values are known."""
    return or_(
        col(Episode.work_after) > col(Episode.work_before),
        col(Episode.study_after) > col(Episode.study_before),
    )


def eligible(success: Success) -> Truth:
    """Who can reach the success at all: everybody, unless only support counts."""
    return not_(had_none()) if set(success.codes) <= ON_SUPPORT else true()


def _exit_term(code: str) -> Truth:
    if code == NO_STEP:
        return col(Episode.next_step) == 0
    if code.startswith(STEP):
        bit = to_mask(NextStep, [code.removeprefix(STEP)])
        return col(Episode.next_step).bitwise_and(bit) != 0
    return AT_EXIT[code]()


def _combined(success: Success, term: Callable[[str], Truth]) -> Truth:
    """Any-of or all-of; who had no support before is false in the one, left out in the other."""
    alone = set(success.codes) <= ON_SUPPORT
    combine, neutral = (or_, false()) if success.require == "any" else (and_, true())
    terms = [
        term(code)
        if alone or code not in ON_SUPPORT
        else case((had_none(), neutral), else_=term(code))
        for code in success.codes
    ]
    return combine(*terms)
