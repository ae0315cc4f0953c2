"""Interventions as the register holds them: those of the plan, filled in, and made-up ones."""

from datetime import date

from sqlmodel import Session

from db.codes import Party, to_mask
from db.existing import interventions
from db.records import ChangeRef, add_row, alter_row
from db.tables import Intervention
from tracker.demo.people import Row
from tracker.demo.setting import Setting
from tracker.demo.sites import Site

PARTIES = [party.value for party in Party]
TARGET_GROUPS = (
    "Personer som behöver samordnat stöd från flera myndigheter för att närma sig arbete",
    "Unga vuxna som varken arbetar eller studerar och behöver stöd från flera håll",
    "Långtidssjukskrivna som behöver förbereda en återgång i arbete",
    "Personer med långvarigt försörjningsstöd och ohälsa",
)
DETAILS = ("arbetslivsinriktad", "motiverande", "förebyggande", "aktiverande")
UNINFLECTED = (*"aeiouyåäösxz", "Kalmar")
"""Names of places that end so stand before “kommun” as they are."""
MARGIN = 10
"""Per cent below and above the participants a year that an intervention is planned for."""


def complete_interventions(
    session: Session, change: ChangeRef, setting: Setting, sites: tuple[Site, ...]
) -> dict[str, int]:
    """Fill in what the plan leaves open and add what it does not name; the rows by short id."""
    ids = {row.key: row.id for row in interventions(session, change.association_id or 0)}
    for site in sites:
        own = _days(site, setting)
        filled = _open_values(session, ids.get(site.key), _details(setting, site))
        if site.key in ids:
            alter_row(session, change, Intervention, ids[site.key], {**filled, **own})
        else:
            identity = {"key": site.key, "name": site.name, "orientation": "individ"}
            esf = {"esf": site.esf, "municipalities": "+".join(site.municipalities) or None}
            values = {**identity, **esf, **filled, **own}
            ids[site.key] = add_row(session, change, Intervention, values)
    return ids


def _days(site: Site, setting: Setting) -> Row:
    """It runs from before the demo's first day, or from its own, and to its end if it has one."""
    return {"start": site.began or date(setting.years.start - 1, 1, 1), "end": site.end}


def _open_values(session: Session, row_id: int | None, values: Row) -> Row:
    """Those of the values that the plan has not given."""
    if row_id is None:
        return values
    stored = session.get_one(Intervention, row_id)
    return {name: value for name, value in values.items() if getattr(stored, name) is None}


def _details(setting: Setting, site: Site) -> Row:
    chance = setting.chance("details", site.key)
    parties = to_mask(Party, PARTIES if chance.happens(0.6) else PARTIES[:3])
    values: Row = {"parties": parties, "owner": _owner(site)}
    if not site.individual:
        return values
    return values | {
        "detail": chance.one_of(DETAILS),
        "target_group": chance.one_of(TARGET_GROUPS),
        "planned_min": site.places * (100 - MARGIN) // 100,
        "planned_max": site.places * (100 + MARGIN) // 100,
        "planned_length": site.length,
        "follow_up_months": "+".join(str(months) for months in site.follow_ups),
    }


def _owner(site: Site) -> str | None:
    """The municipality that comes first, as its town hall writes itself."""
    if not site.municipalities:
        return None
    place = site.municipalities[0]
    return f"{place}{'' if place.endswith(UNINFLECTED) else 's'} kommun"
