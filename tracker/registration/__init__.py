"""Registering: each use case is one transaction, one change and its line in the audit trail."""

from tracker.registration.correcting import correct, void
from tracker.registration.details import Detail, details
from tracker.registration.exits import record_exit
from tracker.registration.following import FollowUpDue
from tracker.registration.history import HistoryLine, history
from tracker.registration.numbers import next_number, possible_duplicates
from tracker.registration.saving import Saved, save
from tracker.registration.stored import episode, stored_draft
from tracker.registration.taking_back import TakenBack, redo, undo
from tracker.registration.trail import TrailPage, read_trail, undoable

__all__ = [
    "Detail",
    "FollowUpDue",
    "HistoryLine",
    "Saved",
    "TakenBack",
    "TrailPage",
    "correct",
    "details",
    "episode",
    "history",
    "next_number",
    "possible_duplicates",
    "read_trail",
    "record_exit",
    "redo",
    "save",
    "stored_draft",
    "undo",
    "undoable",
    "void",
]
