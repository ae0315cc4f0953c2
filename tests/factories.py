"""Plain factories: drafts with sensible defaults, plans and stores."""

import atexit
import shutil
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from db.schema import create_store
from db.store import open_store
from tracker.planning import apply_plan
from tracker.plans import read_text
from tracker.plans.model import Plan
from tracker.wording import language
from tracker.workspace import Workspace, open_workspace

TODAY = date(2022, 3, 1)
NOW = datetime(2022, 3, 1, 9, 30, tzinfo=UTC)

PLAN = """
[plan]
id = "exempel-2021"
association = "Samordningsförbundet Exempel"
year = 2021
adopted = 2020-12-11

[[insats]]
insats = "krus"
namn = "KRUS"
inriktning = "individ"
start = 2019-01-01

[[insats]]
insats = "navet"
namn = "Navet i Lillby"
inriktning = "individ"
uppföljningar = "3+6+12"

[[insats]]
insats = "guiden"
namn = "Välfärdsguiden"
inriktning = "struktur"

[[question]]
id = "i1"
indicators = [1]
steps = 4
positive = [3, 4]
groups = ["deltagare_pågående", "deltagare_avslut"]
theme = "stöd efter behov"

[[goal]]
id = "arbete-studier"
level = "individ"
text = "30 % ska ha kommit ut i arbete eller studier efter avslutad insats"
measure = "exits"
success = ["arbete", "studier"]
target = "0.30"

[[goal]]
id = "presenterat"
level = "organisation"
text = "Verksamheten ska presenteras"
measure = "checklist"
"""


def a_plan(text: str = PLAN, **replaced: str) -> Plan:
    """The plan of the examples, with texts replaced: `year="2022"` replaces 2021."""
    known = {"year": "2021", "association": "Samordningsförbundet Exempel"}
    for name, new in replaced.items():
        text = text.replace(known[name], new)
    plan, problems = read_text(text, "plan.toml")
    assert plan is not None, problems
    return plan


@cache
def _empty_store() -> Path:
    """A store with tables and no association, made once a process: migrating takes its time."""
    place = Path(mkdtemp(prefix="empty-store-")) / "tracker.db"
    atexit.register(shutil.rmtree, place.parent, ignore_errors=True)
    create_store(str(place)).close()
    return place


def a_store(folder: Path, plan: Plan | None = None) -> Path:
    """The file of a new store with the plan of the examples, or another."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "tracker.db"
    shutil.copy2(_empty_store(), place)
    store = open_store(str(place))
    apply_plan(store, plan or a_plan(), controller="Lillby kommun", actor="anna", now=lambda: NOW)
    store.close()
    return place


def a_workspace(
    place: Path | str,
    *,
    actor: str = "anna",
    today: date = TODAY,
    lang: str = "sv",
    association: str | None = None,
) -> Workspace:
    """A workspace on a store, for somebody, on a day."""
    return open_workspace(
        str(place),
        language=language("en" if lang == "en" else "sv"),
        actor=actor,
        today=today,
        now=lambda: NOW,
        association=association,
    )


def an_entry(**changes: str) -> dict[str, str]:
    """The draft of an entry."""
    return {
        "insats": "krus",
        "deltagande": "K-001",
        "kön": "kvinna",
        "åldersgrupp": "30-39",
        "startdatum": "2021-02-02",
        "initierad_av": "FK",
        "utbildning": "gymnasium",
        "tid_i_försörjning": "3-5_år",
        "försörjning_före": "sjukpenning+försörjningsstöd",
        "försörjningsgrad_före": "100",
        "arbete_före": "0",
        "studier_före": "0",
        "hälsa_före": "2",
        "arbetsförmåga_före": "3",
        **changes,
    }


def an_exit(**changes: str) -> dict[str, str]:
    """The draft of an exit."""
    return {
        "slutdatum": "2022-01-20",
        "avslutsanledning": "enligt_plan",
        "arbete_efter": "50",
        "arbetstyp_efter": "osubventionerat",
        "studier_efter": "0",
        "försörjning_efter": "försörjningsstöd",
        "nästa_steg": "arbete",
        "plan_efter": "ja",
        "stegförflyttning": "ja",
        "hälsa_efter": "3",
        "arbetsförmåga_efter": "6",
        "får_kontaktas": "ja",
        **changes,
    }


def a_follow_up(**changes: str) -> dict[str, str]:
    """The draft of a follow-up."""
    return {
        "insats": "krus",
        "deltagande": "K-001",
        "månader": "1",
        "datum": "2022-02-20",
        "utfall": "svarat",
        "försörjning": "ingen",
        "arbete": "100",
        "studier": "0",
        **changes,
    }
