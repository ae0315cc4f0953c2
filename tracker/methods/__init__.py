"""The method note (*metodbeskrivning*): how the figures of a scorecard were made, in words."""

from tracker.methods.note import NoteSection, method_note
from tracker.methods.numbering import LEVELS, numbered_cards
from tracker.methods.readings import legend

__all__ = ["LEVELS", "NoteSection", "legend", "method_note", "numbered_cards"]
