"""How Enkäter and the grid for paper answers look: pictures, and contrast in every theme.

Look at a picture before it is accepted: pytest --snapshot-update, then open the SVG.
"""

from dataclasses import replace

import pytest

from tests.fourteen import PILE, fourteen
from tests.screens.at_pane import at_pane
from tests.screens.in_every_theme import unreadable
from tests.screens.keyboard import Keyboard, settled, still
from tracker.surveys import paper
from tracker.surveys.pile import PaperForm, open_pile
from tracker.wording import language
from tui.app import TrackerApp

NARROW, WIDE = (80, 24), (140, 36)
VIEWS = {
    "questions-wide-en": ("5 f", "en", WIDE),
    "refused-sv": ("5 n enter k 34 v 3 x 9", "sv", NARROW),
    "mending-en": ("5 n enter w 34 up", "en", NARROW),
}
WAYS = {
    "pane": "down",
    "questions": "f enter down",
    "refused": "n enter k 34 9",
    "mending": "n enter k 34 up",
}


@pytest.fixture
def asked(tmp_path):
    """Fourteen questions, and fourteen forms of KRUS."""
    opened = fourteen(tmp_path / "store")
    pile = open_pile(opened, PILE).pile
    for form in range(1, 15):
        answers = {
            each.id: ("3", "4", "2", "vet_ej", "")[(form * place) % 5]
            for place, each in enumerate(pile.questions, start=1)
        }
        sex = "man" if form % 3 else "kvinna"
        paper.save_form(opened, pile, PaperForm(str(form), {"kön": sex, **answers}))
    yield opened
    opened.close()


def ready(keys):
    """Come to rest, press, and still the cursors."""

    async def prepare(pilot):
        pilot.app.animation_level = "none"
        await settled(pilot)
        await Keyboard(pilot).type(keys)
        await pilot.wait_for_scheduled_animations()
        still(pilot.app)
        await pilot.pause()

    return prepare


@pytest.mark.parametrize(("keys", "lang", "size"), VIEWS.values(), ids=VIEWS)
def test_picture(snap_compare, asked, keys, lang, size):
    app = TrackerApp.on(replace(asked, language=language(lang)))
    assert snap_compare(app, terminal_size=size, run_before=ready(keys))


@pytest.mark.parametrize("way", WAYS)
async def test_everything_painted_has_contrast(asked, way):
    async with at_pane(asked, "surveys", (120, 36)) as keys:
        await keys.type(WAYS[way])
        assert await unreadable(keys.pilot) == set()
