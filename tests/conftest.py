"""Fixtures: a store of its own for each test, copied from one made once."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.factories import a_store, a_workspace
from tracker.workspace import Workspace

settings.register_profile("tracker", deadline=None)  # how fast a machine is says nothing of a test
settings.load_profile("tracker")


def pytest_collection_finish() -> None:
    """What has been imported stays: looking through it for garbage takes a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 3)


@pytest.fixture(scope="session")
def template_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the plan of the examples and no rows."""
    return a_store(tmp_path_factory.mktemp("template"))


@pytest.fixture
def store_file(template_store: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may fill."""
    place = tmp_path / "tracker.db"
    shutil.copy2(template_store, place)
    return place


@pytest.fixture
def workspace(store_file: Path) -> Iterator[Workspace]:
    """A workspace on that store, as anna on 1 March 2022."""
    opened = a_workspace(store_file)
    yield opened
    opened.close()
