"""Fixtures of the use cases: stores that many tests read and none changes."""

from pathlib import Path

import pytest

from tests.usecases.region import a_region


@pytest.fixture(scope="session")
def region_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests.usecases.region`; to be read only."""
    return a_region(tmp_path_factory.mktemp("region"))
