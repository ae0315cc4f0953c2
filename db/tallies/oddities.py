"""What looks wrong in one episode, as SQL: each is true, false or unknown, and unknown is not odd.

Nothing here is refused when it is entered; it is stored, shown and either mended or accepted.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from sqlalchemy import (
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    and_,
    case,
    cast,
    extract,
    func,
    literal,
    or_,
    select,
)
from sqlmodel import col

from db.codes import ExitReason, FollowUpOutcome, NextStep, to_mask
from db.tables import Change, Episode, FollowUp, Intervention
from db.tallies.success import Number, Truth

SECONDS_A_DAY = 86_400
FULL_TIME = 100
NO_SUPPORT_TIME = "ingen"
When = Literal["before", "after"]
"""At the entry, or at the exit."""
OUTCOMES = ("work_after", "study_after", "support_after", "next_step", "plan_after")
"""What somebody who has died can have none of."""


def _value(name: str) -> Number:
    column: Number = col(getattr(Episode, name))
    return column


def support_against_time() -> Truth:
    """No support, but time on it; or support, but no time on it."""
    without = col(Episode.support_time) == NO_SUPPORT_TIME
    return or_(
        and_(col(Episode.support_before) == 0, ~without),
        and_(col(Episode.support_before) > 0, without),
    )


def support_against_degree(when: When) -> Truth:
    """No support, but a share of the livelihood that is; or support, but no such share."""
    support, degree = _value(f"support_{when}"), _value(f"support_degree_{when}")
    return or_(and_(support == 0, degree > 0), and_(support > 0, degree == 0))


def next_step_without_work() -> Truth:
    """To work or an own business, but does not work and is not about to."""
    bits = to_mask(NextStep, [NextStep.WORK, NextStep.OWN_BUSINESS])
    return and_(col(Episode.next_step).bitwise_and(bits) != 0, col(Episode.work_after) == 0)


def work_kind_without_work() -> Truth:
    """A kind of work, but no work."""
    return and_(col(Episode.work_kind_after).is_not(None), col(Episode.work_after) == 0)


def over_full_time(when: When) -> Truth:
    """Work and study together are more than full time."""
    return _value(f"work_{when}") + _value(f"study_{when}") > FULL_TIME


def seeking_beside_work(when: When) -> Truth:
    """Seeks work actively, but works or studies."""
    seeking: Truth = col(getattr(Episode, f"seeking_{when}")).is_(True)
    return and_(seeking, or_(_value(f"work_{when}") > 0, _value(f"study_{when}") > 0))


def outcomes_of_deceased() -> Truth:
    """Has died, but has an outcome."""
    filled = or_(*(_value(name).is_not(None) for name in OUTCOMES))
    return and_(col(Episode.exit_reason) == ExitReason.DECEASED, filled)


def sex_unknown() -> Truth:
    """The sex is not filled in, not known or was not said."""
    return col(Episode.sex).is_(None)


def outside_of_intervention(event: Literal["start_date", "end_date"]) -> Truth:
    """Began or ended outside of the time of the intervention, where that is known."""
    day = col(getattr(Episode, event))
    outside = or_(day < col(Intervention.start), day > col(Intervention.end))
    same = col(Intervention.id) == col(Episode.intervention_id)
    return select(col(Intervention.id)).where(same, outside).correlate(Episode).exists()


def longer_than(months: Mapping[int, int], otherwise: int, today: date) -> Truth:
    """Was or is there longer than so many months, by intervention; to the day, by the calendar."""
    begun = col(Episode.start_date)
    until = func.coalesce(col(Episode.end_date), literal(today, Date))
    most: Number = literal(otherwise)
    if months:
        most = case(months, value=col(Episode.intervention_id), else_=otherwise)
    between = _months(until) - _months(begun)
    past_the_day = extract("day", until) > extract("day", begun)
    return or_(between > most, and_(between == most, past_the_day))


def entered_late(days: int) -> Truth:
    """The entry was registered more than so many days after it; an import is not late."""
    late = days_between(col(Episode.start_date), col(Episode.recorded_at)) > days
    return and_(late, col(Episode.recorded_in).not_in(imports()))


def left_late(days: int) -> Truth:
    """The exit was registered more than so many days after it; an import is not late."""
    late = days_between(col(Episode.end_date), col(Episode.exit_recorded_at)) > days
    return and_(late, col(Episode.exit_recorded_at).not_in(imports(col(Change.at))))


def imports(column: SQLColumnExpression[Any] | None = None) -> Select[*tuple[Any, ...]]:
    """The changes that were imports, by their number or another column."""
    return select(col(Change.id) if column is None else column).where(col(Change.kind) == "import")


def days_between(day: SQLColumnExpression[Any], moment: SQLColumnExpression[Any]) -> Number:
    """Whole days from a date to a moment."""
    seconds = extract("epoch", moment) - extract("epoch", day)
    return cast(seconds, Integer) // SECONDS_A_DAY


def _months(day: SQLColumnExpression[Any]) -> Number:
    return extract("year", day) * 12 + extract("month", day)


def call_over_full_time() -> Truth:
    """A follow-up: work and study together are more than full time."""
    return col(FollowUp.work) + col(FollowUp.study) > FULL_TIME


def call_after_withdrawal() -> Truth:
    """A follow-up of somebody who had withdrawn the consent."""
    return col(Episode.exit_reason) == ExitReason.CONSENT_WITHDRAWN


def call_against_wish() -> Truth:
    """An answered follow-up of somebody who was not to be contacted."""
    answered = col(FollowUp.outcome) == FollowUpOutcome.ANSWERED
    return and_(col(Episode.may_contact).is_(False), answered)
