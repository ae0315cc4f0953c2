"""The straight line: one exit from the key press to the printed figure. Read this test first.

form → registration → row and audit line → tally → measure → goal → door → scorecard → screen,
report and command line: the same figure everywhere.
"""

import json
from html import unescape

import pytest

from tests.factories import a_workspace
from tests.screens.at_rest import without_sleep
from tests.screens.keyboard import at_register
from tests.screens.stored import build_store
from tracker.cli import main
from tracker.registration import episode, history

BEFORE, AFTER = "37 av 112", "38 av 113"
"""Exits of 2021 to work or studies: before the story, and after it."""


@pytest.fixture(autouse=True)
def no_sleep(monkeypatch):
    """The screen is waited for until it is at rest."""
    without_sleep(monkeypatch)


@pytest.fixture
def workspace(tmp_path):
    place = tmp_path / "tracker.db"
    build_store(str(place))
    opened = a_workspace(place)
    yield opened
    opened.close()


async def test_an_exit_typed_in_the_form_becomes_a_figure_in_the_report(
    workspace, tmp_path, capsys
):
    async with at_register(workspace) as keys:
        await keys.type("1")
        assert BEFORE in seen(keys.app)

        await keys.type("3 /k-101 enter")  # the form opens on the participation that is found
        await keys.type("20/12 enter e enter 50 enter o enter 0 enter i enter a enter j ctrl+s")
        assert keys.happened.startswith("Sparat. Uppföljning 3 månader 20 mars")

        await keys.type("1")
        assert AFTER in seen(keys.app)

    assert episode(workspace, "krus", "K-101")["slutdatum"] == "2021-12-20"
    assert history(workspace)[0].subject == "deltaganden krus K-101"

    assert goal_by_command(workspace, capsys) == (38, 113)
    assert AFTER in report(workspace, tmp_path / "report.md")


def seen(app):
    """The text on the screen."""
    return unescape(app.export_screenshot()).replace("\N{NO-BREAK SPACE}", " ")


def goal_by_command(workspace, capsys):
    """What `tracker status --json` says of the goal: hits and base."""
    assert tracker(workspace, "status", "--period", "2021", "--json") == 0
    goals = json.loads(capsys.readouterr().out)["goals"]
    goal = next(each for each in goals if each["id"] == "arbete-studier")
    return goal["x"], goal["n"]


def report(workspace, place):
    """The annual report of the year, as Markdown."""
    assert tracker(workspace, "report", "--period", "2021", "--to", str(place)) == 0
    return place.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


def tracker(workspace, *arguments):
    """Run a command on the same store and day."""
    today = workspace.today.isoformat()
    return main(["--store", workspace.store.where, "--today", today, *arguments])
