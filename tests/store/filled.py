"""A small store with a row of every kind, and its dump as SQL.

`python -m tests.store.filled` writes the dump of today's version into `versions/`: once when a
version is released, and again while it is still being changed.
"""

import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from db.migrations import HEAD
from tests.factories import a_follow_up, a_store, a_workspace, an_entry, an_exit
from tracker.privacy import Count, Rule, Sum, publish_counts, remember
from tracker.quality import accept
from tracker.register.preparing import context_of
from tracker.register.searching import Search
from tracker.register.views import save_view
from tracker.registration import correct, save, stored_draft, undo, void
from tracker.registration.drafts import keep_draft
from tracker.validation.participants import EPISODES

VERSIONS = Path(__file__).parent / "versions"
K_001 = {"insats": "krus", "deltagande": "K-001"}


def fill(place: Path) -> None:
    """A row of every kind, a correction, a voided row and something undone."""
    workspace = a_workspace(place)
    save(workspace, "deltaganden", an_entry(**an_exit()))
    save(workspace, "deltaganden", an_entry(deltagande="K-002", kön="vet_ej", kommun="Åby"))
    save(workspace, "uppföljningar", a_follow_up())
    save(
        workspace,
        "enkätsvar",
        {"omgång": "2021-höst", "datum": "2021-10-15", "grupp": "deltagare_avslut", "svar": "1",
         "insats": "krus", "kön": "kvinna", "fråga": "i1", "värde": "4"},
    )  # fmt: skip
    save(workspace, "utskick", {"omgång": "2021-höst", "grupp": "deltagare_avslut", "antal": "9"})
    save(workspace, "ekonomi", {"år": "2021", "slag": "bidrag", "utfall": "1200000,50"})
    save(workspace, "aktiviteter", {"mål": "presenterat", "benämning": "x", "senast": "20221231"})
    save(workspace, "bedömningar", {"mål": "presenterat", "period": "2021", "bedömning": "delvis"})
    count = {"från": "2021-01-01", "till": "2021-12-31", "insats": "navet", "täljare": "5"}
    save(workspace, "antal", {**count, "mått": "volym", "kön": "man"})
    accept(workspace, "svar_utan_utskick", "antalet utdelade är inte känt")
    correct(workspace, "deltaganden", K_001, {"kommun": "Lillby"}, "felskrivet")
    void(workspace, "krus", "K-002", "registrerad två gånger")
    save_view(workspace, "Krus i år", Search(insats="krus"))
    opened = context_of(workspace, stored_draft(workspace, "deltaganden", K_001))
    keep_draft(workspace, "exit krus K-001", EPISODES, an_exit(), opened)
    save(workspace, "deltaganden", an_entry(deltagande="K-003"))
    undo(workspace)
    days = {"measure": "avslutade", "start": date(2021, 1, 1), "end": date(2022, 1, 1)}
    women, men = Count(**days, value=9, sex="kvinna"), Count(**days, value=3, sex="man")
    both = Sum(Count(**days, value=12), (women, men))
    reasons = publish_counts([both.whole, women, men], [both], rule=Rule())
    remember(workspace, reasons, [both], kind="report", subject="2021")
    workspace.close()


def dump(place: Path) -> str:
    """The store as SQL."""
    connection = sqlite3.connect(place)
    try:
        return "\n".join(connection.iterdump()) + "\n"
    finally:
        connection.close()


def filled_dump() -> str:
    """The dump of a filled store of today's version."""
    with tempfile.TemporaryDirectory() as folder:
        place = a_store(Path(folder))
        fill(place)
        return dump(place)


def restore(sql: str, place: Path) -> None:
    """A store from its dump."""
    connection = sqlite3.connect(place)
    connection.executescript(sql)
    connection.close()


if __name__ == "__main__":
    VERSIONS.mkdir(exist_ok=True)
    (VERSIONS / f"{HEAD}.sql").write_text(filled_dump(), encoding="utf-8")
