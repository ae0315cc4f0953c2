"""Why a figure is another now, in words."""

from collections.abc import Mapping

from tracker.freezing.causes import Cause
from tracker.freezing.redefined import BETWEEN, QUESTION
from tracker.problems import N_, NN_
from tracker.wording import Language, goal_labels
from tracker.wording.goal_values import goal_value
from tracker.wording.labels import column_label, kind_label
from tracker.wording.settings import NAMES, setting_name, value_text

COUNTED: Mapping[str, tuple[str, str]] = {
    "late_exits": NN_(
        "{number} exit in the period was registered afterwards",
        "{number} exits in the period were registered afterwards",
    ),
    "late_entries": NN_(
        "{number} participation was registered afterwards",
        "{number} participations were registered afterwards",
    ),
    "added": NN_(
        "{number} row was added afterwards ({kind})",
        "{number} rows were added afterwards ({kind})",
    ),
    "corrected": NN_(
        "{number} row was corrected afterwards ({kind})",
        "{number} rows were corrected afterwards ({kind})",
    ),
    "voided": NN_(
        "{number} participation was voided as misregistered",
        "{number} participations were voided as misregistered",
    ),
    "removed": NN_(
        "{number} row was taken away ({kind})",
        "{number} rows were taken away ({kind})",
    ),
    "replaced": NN_(
        "{number} delivery was replaced by a corrected one",
        "{number} deliveries were replaced by corrected ones",
    ),
}
PLAIN: Mapping[str, str] = {
    "definition": N_("changed definition – {key}: {before} → {after}"),
    "budget": N_("changed definition: the plan has other budgets"),
    "goal_added": N_("the goal is new in the plan"),
    "goal_gone": N_("the goal is no longer in the plan"),
    "setting": N_("changed setting – {key}: {before} → {after}"),
    "program": N_("changed method: made with version {before} of the program, now {after}"),
    "shown": N_("the figure is the same, but what of it may be shown has changed"),
    "untold": N_("the rows are others, and the audit trail does not tell how"),
    "unknown": N_("rows, plan and settings are the same: the reason is not known"),
}
KINDS: Mapping[str, str] = {
    "intervention": "insatser",
    "episode": "deltaganden",
    "follow_up": "uppföljningar",
    "answer": "enkätsvar",
    "mailing": "utskick",
    "money": "ekonomi",
    "activity": "aktiviteter",
    "assessment": "bedömningar",
    "count": "antal",
    "delivery": "antal",
}
"""The kind of file whose rows a table holds."""


def cause_text(language: Language, cause: Cause) -> str:
    """One reason in words."""
    if cause.why in COUNTED:
        one, many = COUNTED[cause.why]
        kind = kind_label(language, KINDS[cause.table]) if cause.table in KINDS else cause.table
        return language.plural(one, many, cause.number or 0, kind=kind.lower())
    key, before, after = _definition(language, cause)
    if cause.why == "setting" and cause.key in NAMES:
        key = f"{setting_name(language, key).lower()} ({key})"
        before, after = (_setting(language, cause.key, held) for held in (before, after))
    return language.text(PLAIN[cause.why], key=key, before=before, after=after)


def _setting(language: Language, key: str, held: str) -> str:
    """What a setting was, as the settings show it; none of its own is as usual for each measure."""
    return value_text(language, key, "by_measure" if held == "None" else held.lower())


def _definition(language: Language, cause: Cause) -> tuple[str, str, str]:
    """A key of a goal and what stood and stands there, in words where there are some."""
    if cause.why != "definition":
        return cause.key, cause.before, cause.after
    before, after = (_value(language, cause.key, text) for text in (cause.before, cause.after))
    if cause.key in goal_labels.GOAL_LABELS:
        return column_label(language, goal_labels.GOAL, cause.key).lower(), before, after
    if cause.key.startswith(QUESTION):
        return language.text("question {id}", id=cause.key.removeprefix(QUESTION)), before, after
    return cause.key, before, after


def _value(language: Language, key: str, text: str) -> str:
    return BETWEEN.join(_word(language, key, each) for each in text.split(BETWEEN))


def _word(language: Language, key: str, text: str) -> str:
    """Our own words go into a sentence."""
    said = goal_value(language, key, text)
    return said if said == text else said.lower()
