"""The manual says what the program does."""

from pathlib import Path

import pytest

from tests.architecture import manual
from tracker.plans.vocabulary import MEASURES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_commands_is_what_the_program_says():
    """Write it again with `python -m tests.architecture.manual`."""
    assert manual.PLACE.read_text(encoding="utf-8") == manual.manual()


def test_every_command_has_help_with_an_example():
    without = [
        part.split("\n")[0]
        for part in manual.manual().split("\n## ")[1:]
        if "Kommandon:" not in part and "Commands:" not in part and "tracker " not in part[20:]
    ]
    assert without == []


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_in_the_page_on_plans(measure):
    assert f"`{measure}`" in (DOCS / "plan.md").read_text(encoding="utf-8")
