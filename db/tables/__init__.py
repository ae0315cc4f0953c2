"""The tables, one file a subject. Their objects never leave `db`."""

from db.tables.association import Association, Code, Goal, PlanVersion
from db.tables.audit import Change, ChangeRow
from db.tables.board import Activity, Assessment
from db.tables.counts import Count, Delivery
from db.tables.draft import FormDraft
from db.tables.episode import Episode, FollowUp
from db.tables.intervention import Intervention
from db.tables.money import Money
from db.tables.published import Publication, PublishedCell
from db.tables.quality import Acceptance
from db.tables.survey import Answer, Mailing
from db.tables.view import SavedView

__all__ = [
    "Acceptance",
    "Activity",
    "Answer",
    "Assessment",
    "Association",
    "Change",
    "ChangeRow",
    "Code",
    "Count",
    "Delivery",
    "Episode",
    "FollowUp",
    "FormDraft",
    "Goal",
    "Intervention",
    "Mailing",
    "Money",
    "PlanVersion",
    "Publication",
    "PublishedCell",
    "SavedView",
]
