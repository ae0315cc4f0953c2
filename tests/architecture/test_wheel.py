"""The wheel holds what the program needs, and no tests."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_holds_the_packages_and_their_data(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        check=True, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    wheel = next(tmp_path.glob("*.whl"))
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "tracker/data/plans/kalmar-2021.toml",
        "tracker/data/locale/sv/LC_MESSAGES/figures.mo",
        "tracker/py.typed",
        "tui/styles/goals.tcss",
        "tui/py.typed",
        "db/py.typed",
        "db/migrations/env.py",
        "db/migrations/script.py.mako",
    ):
        assert needed in names
    assert any(name.startswith("db/migrations/versions/0001") for name in names)
    assert not any(name.startswith("tests/") for name in names)
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tracker").rglob("*.py")}
    assert sources <= names
