"""The form for those who may only be counted: one more by few keys, never more than a number."""

from tests.screens.keyboard import at_register
from tracker.registration import history, save, stored_draft
from tui.screens.forms.counts import CountsForm

WOMEN = {
    "insats": "krus",
    "mått": "anonyma",
    "från": "2022-01-01",
    "till": "2022-12-31",
    "kön": "kvinna",
}


def number(workspace, **changes):
    """How many stand."""
    return stored_draft(workspace, "antal", {**WOMEN, **changes})["täljare"]


async def test_one_more_is_proposed_and_saved(workspace):
    save(workspace, "antal", {**WOMEN, "täljare": "3"})
    async with at_register(workspace) as keys:
        await keys.type("/krus escape +")
        assert isinstance(keys.screen, CountsForm)
        assert keys.field("insats").draft == "krus"
        await keys.type("ano enter enter enter k enter")
        assert keys.field("täljare").draft == "4"
        assert keys.field("täljare").beside() == "nu 3"
        await keys.type("ctrl+s")
        assert keys.happened == (
            "Sparat: Anonyma deltagare 4 (KRUS i Kalmar kommun, kvinna, 2022). ctrl+z ångrar."
        )
        assert number(workspace) == "4"
        await keys.type("ctrl+z")
        assert number(workspace) == "3"


async def test_the_first_one_is_a_new_count(workspace):
    async with at_register(workspace) as keys:
        await keys.type("+ shift+tab krus enter anon enter enter enter m enter ctrl+s")
        assert keys.happened.startswith("Sparat: Anonyma deltagare 1")
    assert number(workspace, kön="man") == "1"
    assert history(workspace)[0].kind == "log"


async def test_inflow_is_typed_as_a_number_for_both_together(workspace):
    async with at_register(workspace) as keys:
        await keys.type("+ shift+tab krus enter remi enter 1/1 enter 31/1 enter enter 12 ctrl+s")
        assert keys.happened.endswith("kommun, 1 januari 2022 – 31 januari 2022). ctrl+z ångrar.")
    both = {"mått": "remitterade", "kön": "alla", "till": "2022-01-31"}
    assert number(workspace, **both) == "12"


async def test_the_queue_is_never_one_more(workspace):
    save(workspace, "antal", {**WOMEN, "mått": "kö", "kön": "alla", "täljare": "9"})
    async with at_register(workspace) as keys:
        await keys.type("/krus escape + kö enter")
        assert keys.field("täljare").draft == ""
        assert keys.field("täljare").beside() == "nu 9"


async def test_only_what_has_no_rows_can_be_counted_here(workspace):
    async with at_register(workspace) as keys:
        await keys.type("+ shift+tab krus enter down")
        shown = keys.field("mått").matches
        codes = [shown.get_option_at_index(at).id for at in range(shown.option_count)]
        assert codes == ["anonyma", "volym", "remitterade", "antagna", "ej_antagna", "kö"]


async def test_other_days_for_the_same_are_refused_beside_the_field(workspace):
    save(workspace, "antal", {**WOMEN, "täljare": "3"})
    async with at_register(workspace) as keys:
        await keys.type("/krus escape + ano enter 1/1 enter 31/1 enter k enter 2 ctrl+s")
        assert isinstance(keys.screen, CountsForm)
        assert keys.field("från").problem
    assert number(workspace) == "3"


async def test_a_count_needs_all_of_its_parts(workspace):
    async with at_register(workspace) as keys:
        await keys.type("+ shift+tab krus enter ctrl+s")
        assert keys.field("mått").problem
        assert keys.field("täljare").problem == "Fyll i Hur många."
