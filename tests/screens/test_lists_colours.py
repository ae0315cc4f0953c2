"""Contrast of what the lists of work, data quality and changes paint, in every theme."""

import pytest

from tests.screens.at_pane import at_pane
from tests.screens.painted import contrasts_of
from tui.themes import CONTRAST, DARK, LIGHT

WAYS = {"due": "n x x", "quality": "enter down", "changes": "down"}


@pytest.mark.parametrize(("theme", "least"), [(DARK, 4.5), (LIGHT, 4.5), (CONTRAST, 7)])
@pytest.mark.parametrize("pane", WAYS)
async def test_everything_painted_has_contrast(workspace, theme, least, pane):
    async with at_pane(workspace, pane, (120, 36)) as keys:
        keys.app.theme = theme.name
        await keys.type(WAYS[pane])
        low = {(round(each, 1), text) for each, text in contrasts_of(keys.app) if each < least}
        assert low == set()
