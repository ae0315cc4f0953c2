"""All that is stored of an episode, in words."""

from dataclasses import dataclass

from tracker.problems import N_
from tracker.register.preparing import EARLIER_SUFFIX, RATED
from tracker.registration.writing import found, reading
from tracker.validation.checking import shown
from tracker.validation.participants import ENTRY_COLUMNS, EPISODES, EXIT_COLUMNS
from tracker.wording.labels import column_label
from tracker.workspace import Workspace

HIDDEN_UNTIL_EXIT = frozenset(f"{name}{EARLIER_SUFFIX}" for name in RATED)
"""Ratings at entry, which must not steer those at exit."""


@dataclass(frozen=True)
class WholeCell:
    """One column of a row."""

    column: str
    """The Swedish name."""
    label: str
    text: str
    """In words and in full; empty where nothing is filled in."""


def whole_row(workspace: Workspace, insats: str, number: str) -> tuple[WholeCell, ...]:
    """Every column of an episode: what stood at entry, then the exit.

    Raises:
        DataError: there is no such episode.
    """
    key = {"insats": insats, "deltagande": number}
    language = workspace.language
    with reading(workspace, key) as opened:
        row = found(EPISODES, opened, key)
        texts = {
            name: shown(EPISODES.by_name[name], row, opened.context)
            for name in (*ENTRY_COLUMNS, *EXIT_COLUMNS)
        }
    if row["voided"]:
        texts["avslutsanledning"] = language.text(N_("voided")).capitalize()
    elif row["end_date"] is None:
        later = language.text(N_("shown when the exit is saved"))
        texts |= {name: later for name in HIDDEN_UNTIL_EXIT if texts[name]}
    return tuple(
        WholeCell(name, column_label(language, EPISODES.name, name), text)
        for name, text in texts.items()
    )
