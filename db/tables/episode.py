"""Episodes (*deltaganden*) and their follow-ups (*uppföljningar*).

The unit is the participation episode, not the person: the same person twice is two episodes. A
value about a person stands beside why it is missing (`…_why`); both empty: not filled in.
"""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from db.codes import AgeBand, FollowUpOutcome, NextStep, Sex, Support, WorkKind
from db.tables.columns import Recorded, between, one_of, whys

ALL_SUPPORT = (1 << len(Support)) - 1
ALL_STEPS = (1 << len(NextStep)) - 1
PER_CENT = (0, 100)


class Episode(Recorded, table=True):
    """One participation in one intervention, from entry to exit."""

    __table_args__ = (
        UniqueConstraint("intervention_id", "number"),
        one_of("sex", Sex),
        one_of("age_band", AgeBand),
        one_of("work_kind_after", WorkKind),
        *(between(f"support_{when}", 0, ALL_SUPPORT) for when in ("before", "after")),
        *(between(f"support_degree_{when}", *PER_CENT) for when in ("before", "after")),
        *(between(f"work_{when}", *PER_CENT) for when in ("before", "after")),
        *(between(f"study_{when}", *PER_CENT) for when in ("before", "after")),
        *(between(f"health_{when}", 1, 5) for when in ("before", "after")),
        *(between(f"ability_{when}", 0, 10) for when in ("before", "after")),
        *(between(f"sick_leave_{when}", *PER_CENT) for when in ("before", "after")),
        between("next_step", 0, ALL_STEPS),
        CheckConstraint("end_date >= start_date", name="end_date"),
        CheckConstraint("(end_date IS NULL) = (exit_reason IS NULL)", name="exit_reason"),
        *whys("sex", "age_band", "municipality", "initiated_by", "education", "support_time"),
        *whys("support_before", "support_degree_before", "work_before", "study_before"),
        *whys("seeking_before", "health_before", "ability_before", "sick_leave_before"),
        *whys("support_after", "support_degree_after", "work_after", "work_kind_after"),
        *whys("study_after", "seeking_after", "health_after", "ability_after"),
        *whys("sick_leave_after", "next_step", "plan_after", "step_forward", "may_contact"),
        Index(
            "ix_episode_exits",  # covers the tallies of exits, so that no row is fetched
            *("association_id", "end_date", "voided", "intervention_id", "sex", "exit_reason"),
            *("work_after", "work_kind_after", "study_after", "support_after"),
            *("support_degree_after", "support_before", "support_degree_before", "next_step"),
            *("plan_after", "step_forward", "work_before", "study_before", "municipality"),
        ),
        Index(
            "ix_episode_participants",  # covers the tallies of participants and the flow
            *("association_id", "start_date", "end_date", "voided", "intervention_id", "sex"),
            "municipality",
        ),
        Index(
            "ix_episode_register",  # holds all that the register is searched and sorted by
            *("association_id", text("start_date DESC"), "voided", "number", "intervention_id"),
            *("sex", "age_band", "end_date", "exit_reason", "work_after", "study_after"),
            *("support_after", "work_after_why", "study_after_why", "support_after_why"),
        ),
    )

    association_id: int = Field(foreign_key="association.id")
    intervention_id: int = Field(foreign_key="intervention.id")
    number: str
    """Running number chosen locally, column `deltagande`."""
    voided: bool = False
    """Voided as a misregistration (*makulerad*)."""

    sex: str | None = None
    sex_why: str | None = None
    age_band: str | None = None
    age_band_why: str | None = None
    municipality: str | None = None
    municipality_why: str | None = None
    start_date: dt.date
    initiated_by: str | None = None
    initiated_by_why: str | None = None
    education: str | None = None
    education_why: str | None = None
    support_time: str | None = None
    support_time_why: str | None = None

    support_before: int | None = None
    """Bit mask of `db.codes.Support`; 0 is none."""
    support_before_why: str | None = None
    support_degree_before: float | None = None
    """Per cent of the livelihood that is public support."""
    support_degree_before_why: str | None = None
    work_before: float | None = None
    """Per cent of full time."""
    work_before_why: str | None = None
    study_before: float | None = None
    """Per cent of full time."""
    study_before_why: str | None = None
    seeking_before: bool | None = None
    seeking_before_why: str | None = None
    health_before: int | None = None
    """Self-rated, 1-5."""
    health_before_why: str | None = None
    ability_before: int | None = None
    """Self-rated work ability, 0-10."""
    ability_before_why: str | None = None
    sick_leave_before: float | None = None
    """Per cent."""
    sick_leave_before_why: str | None = None

    end_date: dt.date | None = None
    exit_reason: str | None = None
    exit_recorded_at: dt.datetime | None = None
    exit_recorded_by: str | None = None
    support_after: int | None = None
    support_after_why: str | None = None
    support_degree_after: float | None = None
    support_degree_after_why: str | None = None
    work_after: float | None = None
    work_after_why: str | None = None
    work_kind_after: str | None = None
    work_kind_after_why: str | None = None
    study_after: float | None = None
    study_after_why: str | None = None
    seeking_after: bool | None = None
    seeking_after_why: str | None = None
    health_after: int | None = None
    health_after_why: str | None = None
    ability_after: int | None = None
    ability_after_why: str | None = None
    sick_leave_after: float | None = None
    sick_leave_after_why: str | None = None
    next_step: int | None = None
    """Bit mask of `db.codes.NextStep`; 0 is none."""
    next_step_why: str | None = None
    plan_after: bool | None = None
    plan_after_why: str | None = None
    step_forward: bool | None = None
    step_forward_why: str | None = None
    may_contact: bool | None = None
    may_contact_why: str | None = None


class FollowUp(Recorded, table=True):
    """A follow-up some months after the exit."""

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("episode_id", "months"),
        CheckConstraint("months > 0", name="months"),
        one_of("outcome", FollowUpOutcome),
        between("support", 0, ALL_SUPPORT),
        between("support_degree", *PER_CENT),
        between("work", *PER_CENT),
        between("study", *PER_CENT),
        *whys("support", "support_degree", "work", "study"),
    )

    association_id: int = Field(foreign_key="association.id")
    episode_id: int = Field(foreign_key="episode.id")
    months: int
    date: dt.date
    outcome: str
    support: int | None = None
    support_why: str | None = None
    support_degree: float | None = None
    support_degree_why: str | None = None
    work: float | None = None
    work_why: str | None = None
    study: float | None = None
    study_why: str | None = None
