"""Settings in force: where each value comes from, and changing those of the association."""

from dataclasses import dataclass, replace
from typing import Any

from db.associations import alter_settings, associations
from db.records import begin_change
from tracker.errors import UsageError
from tracker.plans.model import Plan, Settings
from tracker.plans.settling import KEYS, Source, checked_settings, source_of
from tracker.plans.values import nearest
from tracker.problems import N_
from tracker.scorecard.making import default_period, plan_of
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

OF_A_GOAL = ("inference", "method", "unknown")
"""The keys that a goal may say otherwise; the others hold for the whole report."""
SWITCHES = ("hide_numerators",)
YES_NO = {"true": True, "ja": True, "yes": True, "false": False, "nej": False, "no": False}
BY_MEASURE = "by_measure"
"""The usual value of `unknown`: each measure has its own."""


@dataclass(frozen=True)
class SettingLine:
    """A setting in force: its value, where that comes from, and the goals that say otherwise."""

    key: str
    value: str
    """As it is written."""
    source: Source
    goals: tuple[tuple[str, str], ...] = ()
    """Id and value of the goals that have their own."""


def settings_in_force(workspace: Workspace) -> tuple[SettingLine, ...]:
    """Every setting of the latest plan that has begun.

    Raises:
        DataError: the association has no plan.
    """
    return settings_of(plan_of(workspace, default_period(workspace)))


def settings_of(plan: Plan) -> tuple[SettingLine, ...]:
    """Every setting of a plan."""
    return tuple(_line(plan, key) for key in KEYS)


def change_setting(workspace: Workspace, key: str, value: str | None) -> Workspace:
    """Set what holds for the association's plans that do not state it; None: as usual again.

    Returns:
        The workspace with the plans as they are settled now.

    Raises:
        UsageError: there is no such setting, or the value cannot be one.
    """
    checked = _checked(key, value)
    number = workspace.association.id
    with store_sentences(), workspace.store.write() as session:
        row = next(row for row in associations(session) if row.id == number)
        document = {name: held for name, held in row.settings.items() if name != key} | checked
        if document != row.settings:
            change = begin_change(
                session,
                association_id=number,
                at=workspace.now(),
                by=workspace.actor,
                kind="settings",
                subject=" ".join([key, *(_text(each) for each in checked.values())]),
            )
            alter_settings(session, change, document)
    changed = replace(workspace, association=replace(row, settings=document))
    return changed.with_plans(workspace.plans)


def _checked(key: str, value: str | None) -> dict[str, Any]:
    """The setting as it is stored; nothing where it goes back to what is usual."""
    if key not in KEYS:
        raise UsageError(
            N_("The setting {key} is not known; the nearest is {nearest}. Settings: {names}."),
            key=key,
            nearest=nearest(key, KEYS),
            names=", ".join(KEYS),
        )
    if value is None:
        return {}
    settings, problems = checked_settings({key: _read(key, value)})
    if problems:
        raise UsageError(N_("The setting was not changed."), problems=tuple(problems))
    held = getattr(settings, key)
    return {key: str(held) if isinstance(held, float) else held}


def _read(key: str, value: str) -> str | bool:
    """As a plan would have it: a decimal comma is a point, and yes and no are true and false."""
    typed = value.strip()
    if key == "confidence":
        return typed.replace(",", ".")
    return YES_NO.get(typed.lower(), typed) if key in SWITCHES else typed


def _line(plan: Plan, key: str) -> SettingLine:
    otherwise: tuple[tuple[str, str], ...] = ()
    if key in OF_A_GOAL:
        own = ((goal.id, getattr(goal, key)) for goal in plan.goals)
        otherwise = tuple((goal, value) for goal, value in own if value is not None)
    return SettingLine(key, _written(plan.settings, key), source_of(plan.settings, key), otherwise)


def _written(settings: Settings, key: str) -> str:
    value = getattr(settings, key)
    return BY_MEASURE if value is None else _text(value)


def _text(value: object) -> str:
    """As it is written in a plan."""
    return str(value).lower() if isinstance(value, bool) else str(value)
