"""Survey rounds: what was handed out (*utskick*) and what was answered (*enkätsvar*)."""

import datetime as dt

from sqlalchemy import Index, func
from sqlmodel import Field, col

from db.codes import RespondentGroup, Sex
from db.tables.columns import Recorded, not_negative, one_of, whys


class Answer(Recorded, table=True):
    """One answer to one question; a respondent is round, group, intervention and form."""

    __table_args__ = (
        one_of("respondent_group", RespondentGroup),
        one_of("sex", Sex),
        *whys("sex", "value"),
        Index(
            "ix_answer_tally",  # covers the survey tallies
            *("association_id", "date", "respondent_group", "question", "value"),
            *("round", "intervention_id", "form", "sex"),
        ),
    )

    association_id: int = Field(foreign_key="association.id")
    round: str
    """Survey round (*mätomgång*), column `omgång`."""
    date: dt.date
    respondent_group: str
    intervention_id: int | None = Field(default=None, foreign_key="intervention.id")
    form: str
    """Number of the form, column `svar`."""
    sex: str | None = None
    sex_why: str | None = None
    question: str
    value: int | None = None
    value_why: str | None = None


Index(
    "uq_answer_key",
    col(Answer.association_id),
    col(Answer.round),
    col(Answer.respondent_group),
    func.coalesce(col(Answer.intervention_id), 0),
    col(Answer.form),
    col(Answer.question),
    unique=True,
)


class Mailing(Recorded, table=True):
    """How many forms were handed out (*utdelade enkäter*) in a round."""

    __table_args__ = (one_of("respondent_group", RespondentGroup), not_negative("number"))

    association_id: int = Field(foreign_key="association.id")
    round: str
    date: dt.date | None = None
    """None: it belongs to the round's first answer."""
    respondent_group: str
    intervention_id: int | None = Field(default=None, foreign_key="intervention.id")
    number: int


Index(
    "uq_mailing_key",
    col(Mailing.association_id),
    col(Mailing.round),
    col(Mailing.respondent_group),
    func.coalesce(col(Mailing.intervention_id), 0),
    unique=True,
)
