"""Survey rounds (*mätomgångar*): how many answered, and when last, of each that was handed out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.tables import Answer
from db.tallies.surveys import Batch


@dataclass(frozen=True)
class Answered:
    """How many forms came back, the first and the last of them when."""

    forms: int
    first: date
    last: date


def answered(
    session: Session, association_id: int, start: date, today: date
) -> dict[Batch, Answered]:
    """The forms with at least one answer from a day on, by round, group and intervention."""
    batch = (col(Answer.round), col(Answer.respondent_group), col(Answer.intervention_id))
    day = col(Answer.date)
    query = (
        select(*batch, func.count(col(Answer.form).distinct()), func.min(day), func.max(day))
        .where(
            col(Answer.association_id) == association_id,
            day >= start,
            day <= today,
            col(Answer.value).is_not(None),
        )
        .group_by(*batch)
    )
    return {Batch(*row[:3]): Answered(*row[3:]) for row in session.execute(query)}
