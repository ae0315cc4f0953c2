"""Who is still there: ongoing episodes, and which of them are planned to end soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, false, func, or_, select
from sqlmodel import Session

from db.columns import col
from db.tables import Episode
from db.tallies.scope import Scope
from db.tallies.success import Truth


@dataclass(frozen=True)
class OngoingTally:
    """Episodes of an intervention that are ongoing today."""

    ongoing: int
    planned: int
    """Those that began early enough for their planned end to fall in the period."""


def ongoing(
    session: Session, scope: Scope, base: Truth, began_before: Mapping[int, date]
) -> dict[int, OngoingTally]:
    """Ongoing episodes by intervention; `began_before` has those that plan a length.

    An end that has not happened yet counts as none.
    """
    began, ended = col(Episode.start_date), col(Episode.end_date)
    planned = or_(
        false(),
        *(
            and_(col(Episode.intervention_id) == number, began < day)
            for number, day in began_before.items()
        ),
    )
    query = (
        select(col(Episode.intervention_id), func.count(), func.count().filter(planned))
        .where(
            *scope.concerns(Episode),
            began <= scope.today,
            or_(ended.is_(None), ended > scope.today),
            col(Episode.voided).is_(False),
            base,
        )
        .group_by(col(Episode.intervention_id))
    )
    return {number: OngoingTally(*counts) for number, *counts in session.execute(query)}
