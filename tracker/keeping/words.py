"""A store in a few words: its name and how old its last backup is."""

from datetime import date, datetime
from pathlib import PurePath

from tracker.keeping.copies import days_since
from tracker.keeping.places import place_of
from tracker.problems import N_, NN_
from tracker.wording import Language

AGE = NN_("backup {number} day old", "backup {number} days old")
NONE, TODAY = N_("no backup"), N_("backed up today")


def store_name(where: str) -> str:
    """The name of the file or database, without the folders and what stands before them."""
    return PurePath(where.split("?", maxsplit=1)[0]).name


def backup_words(language: Language, where: str, last: datetime | None, today: date) -> str:
    """How old the last backup is; empty for a server, which takes care of that itself."""
    if place_of(where) == "server":
        return ""
    if last is None:
        return language.text(NONE)
    days = days_since(last, today)
    return language.plural(*AGE, days) if days else language.text(TODAY)
