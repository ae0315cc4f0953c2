"""Contrast of what the lists of work, data quality and changes paint, in every theme."""

import pytest

from tests.screens.at_pane import at_pane
from tests.screens.in_every_theme import unreadable

WAYS = {"due": "n x x", "quality": "enter down", "changes": "down"}


@pytest.mark.parametrize("pane", WAYS)
async def test_everything_painted_has_contrast(workspace, pane):
    async with at_pane(workspace, pane, (120, 36)) as keys:
        await keys.type(WAYS[pane])
        assert await unreadable(keys.pilot) == set()
