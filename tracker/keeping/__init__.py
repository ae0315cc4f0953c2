"""Keeping a store safe: copies of it, putting them back, and looking at how it is."""

from tracker.keeping.copies import back_up, days_since, last_backup, proposed_name, restore
from tracker.keeping.doctor import Finding, look_at
from tracker.keeping.places import Place, place_of
from tracker.keeping.responsible import name_controller
from tracker.keeping.words import InShort, backup_in_short, backup_words, store_name

__all__ = [
    "Finding",
    "InShort",
    "Place",
    "back_up",
    "backup_in_short",
    "backup_words",
    "days_since",
    "last_backup",
    "look_at",
    "name_controller",
    "place_of",
    "proposed_name",
    "restore",
    "store_name",
]
