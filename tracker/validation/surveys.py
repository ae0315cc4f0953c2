"""The kinds *enkätsvar* and *utskick*: answers, and how many forms were handed out."""

from db.codes import RespondentGroup, Sex
from tracker.validation.coded import OneCode
from tracker.validation.dated import Day
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import Whole
from tracker.validation.references import InterventionKey, QuestionId
from tracker.validation.textual import RunningNumber, Text

MOST_FORMS = 1_000_000
HIGHEST_ANSWER = 99
"""Answers outside the question's steps are kept as they were given; they are not valid."""

ROUND = Column("omgång", "round", Text(40), required=True)
GROUP = Column("grupp", "respondent_group", OneCode(RespondentGroup), required=True)
SURVEYED = Column("insats", "intervention_id", InterventionKey())

ANSWERS = Kind(
    "enkätsvar",
    "Answer",
    (
        ROUND,
        Column("datum", "date", Day(), required=True),
        GROUP,
        Column("svar", "form", RunningNumber(), required=True),
        SURVEYED,
        Column("kön", "sex", OneCode(Sex), personal=True),
        Column("fråga", "question", QuestionId(), required=True),
        Column("värde", "value", Whole(0, HIGHEST_ANSWER), personal=True),
    ),
    ("omgång", "grupp", "insats", "svar", "fråga"),
)

MAILINGS = Kind(
    "utskick",
    "Mailing",
    (
        ROUND,
        Column("datum", "date", Day()),
        GROUP,
        SURVEYED,
        Column("antal", "number", Whole(0, MOST_FORMS), required=True),
    ),
    ("omgång", "grupp", "insats"),
)
