"""Settings at their levels: what the plan states, else what the association has set, else usual.

The goal's own `inference`, `method` and `unknown` go before all of them, see
`tracker.measures.figure.reading_of`.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Literal

from db.codes import DELIVERY_KEY
from tracker.errors import DataError
from tracker.plans.model import Plan, Settings
from tracker.plans.parts import read_settings
from tracker.plans.tables import Findings, Table
from tracker.problems import N_, Problem

Source = Literal["plan", "association", "usual"]
USUAL = Settings()
KEYS = tuple(item.name for item in fields(Settings) if item.compare)


def checked_settings(document: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
    """Settings by the keys of a plan's `[settings]`, and what is wrong with them."""
    findings = Findings()
    settings = read_settings(Table(dict(document), ("settings",), findings))
    return settings, findings.problems


def association_settings(document: Mapping[str, Any]) -> Settings:
    """What an association has set, as it comes back from the store.

    Raises:
        DataError: another version of the program stored something that this one cannot read.
    """
    settings, problems = checked_settings(
        {key: value for key, value in document.items() if key != DELIVERY_KEY}
    )
    if problems:
        raise DataError(
            N_("The settings of the association cannot be read."), problems=tuple(problems)
        )
    return settings


def stated_keys(settings: Settings) -> frozenset[str]:
    """The keys that a plan states: as read from its file, or set otherwise than usual."""
    other = {key for key in KEYS if getattr(settings, key) != getattr(USUAL, key)}
    return (settings.stated | other) - settings.inherited


def settled(plan: Plan, association: Settings) -> Plan:
    """The plan with the association's settings where it states none itself."""
    own = stated_keys(plan.settings)
    inherited = association.stated - own
    values = {key: getattr(plan.settings, key) for key in own}
    values |= {key: getattr(association, key) for key in inherited}
    return replace(plan, settings=Settings(**values, stated=own, inherited=inherited))


def source_of(settings: Settings, key: str) -> Source:
    """Where the value of a key comes from."""
    if key in settings.inherited:
        return "association"
    return "plan" if key in stated_keys(settings) else "usual"
