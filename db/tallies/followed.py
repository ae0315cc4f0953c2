"""What came of the follow-ups that were due: who answered, who did not, and where they are."""

from dataclasses import dataclass

from sqlalchemy import and_, func, not_, or_, select
from sqlmodel import Session, col

from db.codes import FollowUpOutcome
from db.tables import Episode, FollowUp
from db.tallies.exits import exits_in
from db.tallies.follow_ups import deceased
from db.tallies.scope import Cell, Scope, cells, keys


@dataclass(frozen=True)
class FollowedTally:
    """Follow-ups due at one horizon; the deceased are left out."""

    due: int = 0
    answered: int = 0
    not_reached: int = 0
    declined: int = 0
    working: int = 0
    """Of those who answered: work, studies or both."""
    without_support: int = 0
    """Of those who answered: no public support."""

    @property
    def nothing(self) -> int:
        """Due, and nothing is registered."""
        return self.due - self.answered - self.not_reached - self.declined

    def __add__(self, other: "FollowedTally") -> "FollowedTally":
        return FollowedTally(
            self.due + other.due,
            self.answered + other.answered,
            self.not_reached + other.not_reached,
            self.declined + other.declined,
            self.working + other.working,
            self.without_support + other.without_support,
        )


def followed(
    session: Session, scope: Scope, months: int, by: tuple[str, ...] = ()
) -> list[tuple[Cell, FollowedTally]]:
    """The follow-ups at a horizon of the exits in the scope, whose days the caller has chosen."""
    living = not_(deceased(scope.today, months))
    at_horizon = and_(
        col(FollowUp.episode_id) == col(Episode.id),
        col(FollowUp.months) == months,
        col(FollowUp.date) <= scope.today,
    )
    outcome = col(FollowUp.outcome)
    answered = outcome == FollowUpOutcome.ANSWERED
    works = and_(answered, or_(col(FollowUp.work) > 0, col(FollowUp.study) > 0))
    parts = (
        answered,
        outcome == FollowUpOutcome.NOT_REACHED,
        outcome == FollowUpOutcome.DECLINED,
        works,
        and_(answered, col(FollowUp.support) == 0),
    )
    grouping = keys(Episode, by)
    query = (
        select(*grouping, func.count(), *(func.count().filter(part) for part in parts))
        .select_from(Episode)
        .outerjoin(FollowUp, at_horizon)
        .where(*exits_in(scope), living)
        .group_by(*grouping)
    )
    return cells(session.execute(query).all(), by, FollowedTally)
