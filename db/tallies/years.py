"""Which years hold data at all."""

from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.tables import Activity, Answer, Count, Episode, Money

DATED = (
    (Episode, "start_date"),
    (Episode, "end_date"),
    (Answer, "date"),
    (Count, "start_date"),
    (Count, "end_date"),
    (Activity, "done"),
)


def years_with_data(session: Session, association_id: int, today: date) -> range:
    """From the first to the last year in which something happened; empty without any."""
    years: list[int] = []
    for table, name in DATED:
        column, owner = col(getattr(table, name)), col(table.association_id)
        found = session.execute(
            select(func.min(column), func.max(column)).where(owner == association_id)
        ).one()
        years += [day.year for day in found if day is not None]
    of_money = select(func.min(col(Money.year)), func.max(col(Money.year))).where(
        col(Money.association_id) == association_id
    )
    years += [year for year in session.execute(of_money).one() if year is not None]
    if not years:
        return range(0)
    return range(min(years), min(max(years), today.year) + 1)
