"""Whether what is painted can be read, in each theme after the other, without starting again."""

from tests.screens.painted import contrasts_of
from tui.themes import CONTRAST, DARK, LIGHT

LEAST = {LIGHT.name: 4.5, CONTRAST.name: 7, DARK.name: 4.5}
"""The contrast that is asked for; the theme that everything starts in comes last."""


async def unreadable(pilot):
    """What has too little contrast in a theme: the theme, the contrast and the text."""
    found = set()
    for theme in LEAST:
        pilot.app.theme = theme
        await pilot.pause()
        found |= unreadable_now(pilot.app)
    return found


def unreadable_now(app, contrasts=contrasts_of):
    """The same in the theme that it has."""
    painted = list(contrasts(app))
    assert painted
    least = LEAST[app.theme]
    return {(app.theme, round(ratio, 1), text) for ratio, text in painted if ratio < least}
