"""What the tests of the demo share: demos made, opened and read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.digest import data_digest
from tracker.demo import Setting, make_demo
from tracker.demo.episodes import episodes_of
from tracker.demo.sites import sites_of
from tracker.plans import load
from tracker.wording import language
from tracker.workspace import Workspace, open_workspace


def a_setting(plan: str = "kalmar-2021", seed: int = 7, size: int | None = 90) -> Setting:
    return Setting(load(plan), seed, size)


def a_demo(place: Path, setting: Setting) -> Path:
    make_demo(str(place), setting)
    return place


@contextmanager
def opened(place: Path, setting: Setting) -> Iterator[Workspace]:
    workspace = open_workspace(
        str(place),
        language=language("sv"),
        actor="anna",
        today=setting.today,
        now=lambda: setting.now,
    )
    try:
        yield workspace
    finally:
        workspace.close()


def digest(place: Path, setting: Setting) -> str:
    with opened(place, setting) as workspace, workspace.store.read() as session:
        return data_digest(session, workspace.association.id)


def made_up_episodes(setting: Setting) -> list[dict]:
    """The episodes of all interventions, as they would be stored."""
    return [
        {**row, "site": site}
        for number, site in enumerate(sites_of(setting), 1)
        for row in episodes_of(setting, site, number)
    ]
