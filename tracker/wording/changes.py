"""The words for the kinds of changes in the audit trail."""

from collections.abc import Mapping
from datetime import datetime

from db.codes import DELIVERY_KEY
from tracker.problems import N_
from tracker.wording.language import Language
from tracker.wording.settings import NAMES, setting_name, value_text

OTHER_SETTINGS: Mapping[str, str] = {
    "controller": "Personuppgiftsansvarig",
    DELIVERY_KEY: N_("The key that seals deliveries"),
}
"""What is set beside the settings of a plan."""
CHANGE_LABELS: Mapping[str, str] = {
    "plan": N_("Plan applied"),
    "log": N_("Registered"),
    "correct": N_("Corrected"),
    "void": N_("Voided as misregistered"),
    "import": N_("Imported"),
    "settings": N_("Settings changed"),
    "undo": N_("Taken back"),
    "redo": N_("Brought back"),
}
"""By `db.tables.audit.CHANGE_KINDS`."""


def setting_words(language: Language, key: str) -> str:
    """What a setting of the association is called."""
    return setting_name(language, key) if key in NAMES else language.text(OTHER_SETTINGS[key])


def subject_words(language: Language, kind: str, subject: str) -> str:
    """What a change was made to, where its subject is no row: a plan's goals, a setting."""
    first, _, rest = subject.partition(" ")
    if kind == "plan" and rest:
        return f"{first}: {', '.join(_goal(language, name) for name in rest.split())}"
    if kind == "settings" and first in {*NAMES, *OTHER_SETTINGS}:
        named = setting_words(language, first)
        return f"{named}: {value_text(language, first, rest)}" if rest else named
    return subject


def _goal(language: Language, name: str) -> str:
    """A goal of a plan's subject: + is new, - is gone."""
    sentence = {"+": N_("{goal} (new)"), "-": N_("{goal} (removed)")}.get(name[0])
    return language.text(sentence, goal=name[1:]) if sentence else name


def change_label(language: Language, kind: str) -> str:
    """The words for a kind of change."""
    return language.text(CHANGE_LABELS.get(kind, kind))


def change_text(language: Language, kind: str, subject: str, rows: int, *, undone: bool) -> str:
    """A change in one line: what was done, to what, how many rows, and whether it holds."""
    label = change_label(language, kind)
    if kind == "plan" and " " in subject:
        label = language.text(N_("Plan changed"))
    shown = rows and kind != "settings"
    amount = language.plural("{number} row", "{number} rows", rows) if shown else ""
    about = ", ".join(filter(None, (subject_words(language, kind, subject), amount)))
    said = f"{label}: {about}" if about else label
    taken_back = language.text("taken back")
    return f"{said} ({taken_back})" if undone else said


def moment(at: datetime) -> str:
    """When it was, to the minute, where the reader is."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
