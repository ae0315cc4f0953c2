"""A register of nobody and of one: every key is answered, and says what to do next."""

import pytest

from tests.factories import a_store, a_workspace, an_entry
from tests.screens.keyboard import at_register, said
from tests.screens.painted import text_of
from tracker.registration import save


@pytest.fixture
def empty(tmp_path):
    opened = a_workspace(a_store(tmp_path))
    yield opened
    opened.close()


async def test_with_nobody_every_key_is_answered(empty):
    async with at_register(empty) as keys:
        await keys.type("e r v space h c C s f escape i escape right left end")
        assert "n registrerar den första" in said(keys.pane.query_one("#nobody"))
        await keys.type("T")
        assert keys.happened == "Kopierade tabellen: 0 rader, för ett kalkylblad."
        await keys.type("y down enter")
        assert "Esc visar alla" in said(keys.pane.query_one("#nobody"))


async def test_with_one_it_is_shown_sorted_and_read(empty):
    save(empty, "deltaganden", an_entry())
    async with at_register(empty) as keys:
        await keys.type("right right s s")
        assert keys.numbers == ["K-001"]
        assert "Kön: Kvinna" in text_of(keys.app)
        await keys.type("f f")
        assert keys.numbers == []
        await keys.type("escape")
        assert keys.numbers == ["K-001"]
