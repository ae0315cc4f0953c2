"""Which follow-ups (*uppföljningar*) an exit makes due, and which come after a recorded one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.codes import ExitReason, FollowUpOutcome
from tracker.periods import add_months
from tracker.validation.context import Context

USUAL_MONTHS = "3+6"
WITHOUT_FOLLOW_UP = (ExitReason.CONSENT_WITHDRAWN, ExitReason.DECEASED)


@dataclass(frozen=True)
class FollowUpDue:
    """A follow-up that an exit makes due."""

    months: int
    day: date


def follow_ups_due(context: Context, values: Mapping[str, Any]) -> tuple[FollowUpDue, ...]:
    """The follow-ups after an exit: none where the person has died or is not to be contacted."""
    if values.get("exit_reason") in WITHOUT_FOLLOW_UP or values.get("may_contact") is False:
        return ()
    place = context.interventions_by_id[values["intervention_id"]]
    return tuple(
        FollowUpDue(month, add_months(values["end_date"], month))
        for month in months_of(place.follow_up_months)
    )


def follow_ups_after(context: Context, values: Mapping[str, Any]) -> tuple[FollowUpDue, ...]:
    """The follow-ups that come after one that is recorded: none once somebody has declined."""
    if values["outcome"] not in (FollowUpOutcome.ANSWERED, FollowUpOutcome.NOT_REACHED):
        return ()
    (place, _), episode = next(
        each for each in context.episodes.items() if each[1].id == values["episode_id"]
    )
    usual = months_of(context.interventions_by_id[place].follow_up_months)
    later = (months for months in usual if months > values["months"])
    end = episode.end_date
    return tuple(FollowUpDue(each, add_months(end, each)) for each in later) if end else ()


def months_of(follow_ups: str | None) -> tuple[int, ...]:
    """How many months after an exit an intervention follows up."""
    return tuple(int(month) for month in (follow_ups or USUAL_MONTHS).split("+"))
