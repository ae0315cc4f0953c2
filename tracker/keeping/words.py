"""A store in a few words: its name and how old its last backup is."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from tracker.keeping.copies import days_since
from tracker.keeping.places import place_of
from tracker.problems import N_, NN_
from tracker.wording import Language

AGE = NN_("backup {number} day old", "backup {number} days old")
NONE, TODAY = N_("no backup"), N_("backed up today")
SHORT_AGE = N_("copy {number} d")
SHORT_NONE, SHORT_TODAY = N_("no copy"), N_("copy today")


@dataclass(frozen=True)
class InShort:
    """The same said in words, and in so few that a narrow screen has room for them."""

    words: str
    few: str


def store_name(where: str) -> str:
    """The name of the file or database, without the folders and what stands before them."""
    return PurePath(where.split("?", maxsplit=1)[0]).name


def backup_words(language: Language, where: str, last: datetime | None, today: date) -> str:
    """How old the last backup is; empty for a server, which takes care of that itself."""
    return backup_in_short(language, where, last, today).words


def backup_in_short(language: Language, where: str, last: datetime | None, today: date) -> InShort:
    """How old the last backup is, also in few words; empty for a server."""
    if place_of(where) == "server":
        return InShort("", "")
    if last is None:
        return InShort(language.text(NONE), language.text(SHORT_NONE))
    if not (days := days_since(last, today)):
        return InShort(language.text(TODAY), language.text(SHORT_TODAY))
    few = language.text(SHORT_AGE, number=language.number(days))
    return InShort(language.plural(*AGE, days), few)
