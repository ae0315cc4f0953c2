"""The manual says what the program does."""

from pathlib import Path

import pytest

from tests.architecture import manual
from tracker.plans.settling import KEYS, USUAL
from tracker.plans.vocabulary import MEASURES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_commands_is_what_the_program_says():
    """Write it again with `python -m tests.architecture.manual`."""
    assert manual.PLACE.read_text(encoding="utf-8") == manual.manual()


def test_every_command_has_help_with_an_example():
    leaves = [part for part in manual.manual().split("\n## ")[1:] if "\nKommandon:" not in part]
    assert len(leaves) > 15
    assert [part.split("\n")[0] for part in leaves if "\n  Exempel: tracker" not in part] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_in_the_page_on_plans(measure):
    assert f"`{measure}`" in (DOCS / "plan.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_in_the_page_on_plans_with_what_is_usual(key):
    page = (DOCS / "plan.md").read_text(encoding="utf-8")
    line = next(line for line in page.split("\n") if line.startswith(f"| `{key}` | ") and
                line.count("|") == 4)  # fmt: skip
    value = getattr(USUAL, key)
    said = line.split("|")[3].strip()
    assert said == ("varje mått har sitt" if value is None else f"`{str(value).lower()}`")
