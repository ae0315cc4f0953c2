"""What is imported when: logging an exit and asking for the status stay light."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "scipy", "numpy", "textual", "alembic", "xlsxwriter", "python_calamine")


def _loaded(code: str, *names: str) -> set[str]:
    """The heavy packages that a piece of code has loaded at its end, in a process of its own."""
    script = f"import sys\n{code}\nprint(','.join(n for n in {names!r} if n in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return set(filter(None, done.stdout.strip().split(",")))


def test_the_command_line_loads_no_database_to_show_its_help():
    code = "import tracker.cli.main\nfrom tracker.cli.commands import make_app\nmake_app()"
    assert _loaded(code, *HEAVY, "sqlmodel", "sqlalchemy") == set()


@pytest.mark.parametrize("module", ["tracker.scorecard", "tracker.registration", "tracker.flow"])
def test_scorecard_and_registration_load_nothing_heavy(module):
    assert _loaded(f"import {module}", *HEAVY) == set()


def test_status_loads_neither_what_log_nor_what_publishing_needs():
    code = "from tracker.cli.commands import make_app\nmake_app('status')\nimport tracker.scorecard"
    assert _loaded(code, "tracker.cli.logging_", "tracker.validation", "tracker.privacy") == set()


def test_the_screens_open_without_the_database():
    assert _loaded("import tui.app", "pandas", "scipy", "numpy", "sqlmodel", "sqlalchemy") == set()
