"""A filled store, built once and copied for each test, in both languages."""

import shutil
from dataclasses import replace

import pytest

from tests.factories import a_workspace
from tests.screens.at_rest import without_sleep
from tests.screens.stored import build_store
from tracker.wording import language


@pytest.fixture(autouse=True, scope="session")
def no_sleep():
    """Screens are waited for until they are at rest."""
    with pytest.MonkeyPatch.context() as patch:
        without_sleep(patch)
        yield


@pytest.fixture(scope="session")
def built_store(tmp_path_factory):
    place = tmp_path_factory.mktemp("built") / "tracker.db"
    build_store(str(place))
    return place


@pytest.fixture
def workspace(built_store, tmp_path):
    """A workspace on a copy of that store, in Swedish, as anna on 1 March 2022."""
    place = tmp_path / "filled.db"
    shutil.copy2(built_store, place)
    opened = a_workspace(place)
    yield opened
    opened.close()


@pytest.fixture
def english(workspace):
    """The same workspace in English."""
    return replace(workspace, language=language("en"))
