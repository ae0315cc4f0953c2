"""Swedish lists of work, data quality and changes have no English on them."""

import re

import pytest

from tests.screens.at_pane import KEYS, at_pane
from tests.screens.painted import text_of

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|follow|exit|entry|due|overdue|days|ago|month|months|when|what|who|"
    r"since|latest|reached|declined|mark|marked|shown|filter|undo|redo|open|accept|accepted|take|"
    r"back|severity|check|rows|row|warning|error|note|overview|share|known|longest|number|number|"
    r"registered|imported|corrected|cancel|more|nothing|matches|why|reason|write|today)\b",
    re.IGNORECASE,
)
WAYS = {
    "work": ("due", ""),
    "nothing found": ("due", "/zzz"),
    "marked": ("due", "x x n"),
    "declined": ("due", "a"),
    "undone": ("due", "a ctrl+z"),
    "no follow-up": ("due", "/utfall enter x a"),
    "checks": ("quality", "down down down"),
    "fields": ("quality", "down down down down down"),
    "no delays": ("quality", "down down down down down down g t"),
    "reason": ("quality", "g enter"),
    "accepted": ("quality", "g ok enter"),
    "accepted no more": ("quality", "g ok enter t"),
    "changes": ("changes", ""),
    "none found": ("changes", "/zzz"),
    "nothing of mine": ("changes", "ctrl+z"),
}


@pytest.mark.parametrize(("pane", "typed"), WAYS.values(), ids=WAYS)
async def test_no_english_on_a_swedish_screen(workspace, pane, typed):
    async with at_pane(workspace, pane, (120, 40)) as keys:
        await keys.type(typed)
        said = text_of(keys.app)
        assert {word.lower() for word in ENGLISH.findall(said)} == set(), said
        assert pane in KEYS


HEADS = {"due": "When What", "quality": "Severity Check", "changes": "When Who"}


@pytest.mark.parametrize("pane", HEADS)
async def test_the_same_in_english(english, pane):
    async with at_pane(english, pane, (120, 40)) as keys:
        said = text_of(keys.app)
        assert HEADS[pane] in said
        assert not re.search(r"\b(avslut|försenad|ångra|öppna|rader|godta)\b", said)
