"""What a change did to a plan or a setting, in words: goal by goal, key by key."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.problems import N_
from tracker.register.alterations import ADDED, REMOVED, Alteration
from tracker.wording import Language
from tracker.wording.changes import setting_words
from tracker.wording.goal_labels import GOAL, GOAL_LABELS
from tracker.wording.goal_values import goal_value
from tracker.wording.labels import column_label
from tracker.wording.settings import NAMES, value_text

Document = Mapping[str, Any]
OTHER_TABLES: Mapping[str, str] = {
    "plan": N_("About the plan"),
    "settings": N_("The plan's own settings"),
    "insats": N_("Interventions in the plan"),
    "budget": N_("The plan's table"),
    "budget_sum": N_("Printed sums"),
    "question": N_("Questions"),
}
"""The tables of a plan file beside its goals: that they are others is said, not how."""
CHANGED = N_("changed")


def goals_of(
    language: Language, before: Document | None, after: Document | None
) -> Iterator[tuple[str, tuple[Alteration, ...]]]:
    """The goals that are others, new or gone, by id, and what of each."""
    old, new = (_goals(document) for document in (before, after))
    is_whole = before is None or after is None
    for goal in dict.fromkeys([*old, *new]):
        was, now = old.get(goal), new.get(goal)
        if was == now:
            continue
        if was is None or now is None:
            done = Alteration(goal, "", language.text(ADDED if was is None else REMOVED))
            told = _shortly(language, was, now) if is_whole else _keys(language, was, now)
            yield goal, (done, *told)
        else:
            yield goal, tuple(_keys(language, was, now))


def tables_of(
    language: Language, before: Document | None, after: Document | None
) -> tuple[Alteration, ...]:
    """What else of a plan is another."""
    if before is None or after is None:
        return ()
    return tuple(
        Alteration(language.text(said), "", language.text(CHANGED))
        for name, said in OTHER_TABLES.items()
        if before.get(name) != after.get(name)
    )


def settings_of(
    language: Language, before: Document, after: Document
) -> Iterator[tuple[str, tuple[Alteration, ...]]]:
    """The settings of the association that are others, by key, and what they were."""
    old, new = ({**held.get("settings", {}), **held} for held in (before, after))
    for key in dict.fromkeys([*old, *new]):
        if key != "settings" and old.get(key) != new.get(key):
            was, now = (_setting(language, key, held.get(key)) for held in (old, new))
            yield key, (Alteration(setting_words(language, key), was, now),)


def _setting(language: Language, key: str, value: Any) -> str:
    if value is None:
        return language.text(N_("as usual") if key in NAMES else N_("not stated"))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return value_text(language, key, text)


def _goals(document: Document | None) -> dict[str, Document]:
    return {} if document is None else {goal["id"]: goal for goal in document["goal"]}


def _shortly(
    language: Language, was: Document | None, now: Document | None
) -> Iterator[Alteration]:
    """Of a whole plan that came or went, each goal in the plan's words."""
    text = str((was or now or {}).get("text", ""))
    label = column_label(language, GOAL, "text")
    yield Alteration(label, text if now is None else "", text if was is None else "")


def _keys(language: Language, was: Document | None, now: Document | None) -> Iterator[Alteration]:
    for key in dict.fromkeys([*(was or {}), *(now or {})]):
        old, new = ((held or {}).get(key) for held in (was, now))
        if old != new:
            label = column_label(language, GOAL, key) if key in GOAL_LABELS else key
            yield Alteration(
                label,
                "" if was is None else _value(language, key, old),
                "" if now is None else _value(language, key, new),
            )


def _value(language: Language, key: str, value: Any) -> str:
    """A value of a plan file as people read it."""
    if value is None:
        return language.text(N_("empty"))
    if isinstance(value, bool):
        return language.text(N_("yes") if value else N_("no"))
    if isinstance(value, list):
        return ", ".join(_value(language, key, each) for each in value)
    if isinstance(value, dict):
        return " · ".join(_value(language, name, each) for name, each in value.items())
    return goal_value(language, key, str(value))
