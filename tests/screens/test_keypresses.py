"""The commonest tasks take no more keys than `docs/keypresses.md` says."""

import re
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key

from tests.factories import an_entry, an_exit
from tests.fourteen import FOURTEEN, PILE, fourteen
from tests.screens.at_pane import at_pane
from tests.screens.keyboard import at_register, keys_in, said, settled
from tracker.registration import episode, save, stored_draft
from tracker.surveys.paper import save_form
from tracker.surveys.pile import PaperForm, open_pile

TABLE = Path(__file__).parents[2] / "docs" / "keypresses.md"
MOST = {"exit": 24, "entry": 21, "follow-up": 10, "first-survey": 17, "next-survey": 15}
"""Fewer is welcome; more is not."""


def written():
    """The tasks of the document, with their keys and how many it says they are."""
    rows = re.findall(
        r"^\| ([\w-]+) \| `([^`]+)` \| (\d+) \|$", TABLE.read_text("utf-8"), re.MULTILINE
    )
    return {task: (keys, int(number)) for task, keys, number in rows}


@pytest.mark.parametrize("task", MOST)
def test_the_document_counts_right_and_the_number_has_not_grown(task):
    keys, number = written()[task]
    assert len(list(keys_in(keys))) == number
    assert number <= MOST[task]


async def test_these_keys_log_the_exit(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    keys, _ = written()["exit"]
    async with at_register(workspace) as keyboard:
        await keyboard.type(keys)
        assert keyboard.happened == (
            "Sparat. Uppföljning 3 månader 20 april, 6 månader 20 juli. ctrl+z ångrar."
        )
    stored = episode(workspace, "krus", "K-052")
    exited = {name: text for name, text in stored.items() if text and name not in an_entry()}
    assert exited == {
        "slutdatum": "2022-01-20",
        "avslutsanledning": "enligt_plan",
        "arbete_efter": "50",
        "arbetstyp_efter": "osubventionerat",
        "studier_efter": "0",
        "försörjning_efter": "försörjningsstöd",
        "nästa_steg": "arbete",
        "plan_efter": "ja",
    }


async def test_these_keys_log_the_entry(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-109b", kommun="Nybro kommun"))
    keys, _ = written()["entry"]
    async with at_register(workspace) as keyboard:
        await keyboard.type("/krus escape")
        await keyboard.type(keys)
        assert keyboard.happened == "Sparat: K-110 har startat. ctrl+z ångrar."
    stored = {name: text for name, text in episode(workspace, "krus", "K-110").items() if text}
    assert stored == {
        "insats": "krus",
        "deltagande": "K-110",
        "kön": "kvinna",
        "åldersgrupp": "30-39",
        "kommun": "Nybro kommun",
        "startdatum": "2022-01-03",
        "initierad_av": "FK",
        "utbildning": "grundskola",
        "tid_i_försörjning": "3-5_år",
        "försörjning_före": "sjukpenning",
        "arbete_före": "0",
        "studier_före": "0",
    }


async def test_these_keys_log_the_follow_up(workspace):
    exited = an_exit(slutdatum="2021-11-17")
    save(workspace, "deltaganden", an_entry(deltagande="K-041") | exited)
    keys, _ = written()["follow-up"]
    async with at_register(workspace) as keyboard:
        await keyboard.type("2 /k-041 enter")
        await keyboard.type(keys)
        happened = said(keyboard.app.screen.query_one("WorkPane #happened"))
        assert happened == "Sparat: K-041 har svarat. Uppföljning 6 månader 17 maj. ctrl+z ångrar."
    key = {"insats": "krus", "deltagande": "K-041", "månader": "3"}
    assert stored_draft(workspace, "uppföljningar", key) == {
        **key,
        "datum": "2022-03-01",
        "utfall": "svarat",
        "arbete": "100",
        "studier": "0",
        "försörjning": "ingen",
        "försörjningsgrad": "",
    }


async def test_these_keys_log_a_pile_of_surveys_on_paper(tmp_path):
    asked = fourteen(tmp_path / "store")
    before = PaperForm("1", {"kön": "man", **dict.fromkeys(FOURTEEN, "3")})
    save_form(asked, open_pile(asked, PILE).pile, before)
    async with at_pane(asked, "surveys") as keyboard:
        await keyboard.type(f"{written()['first-survey'][0]} {written()['next-survey'][0]}")
        happened = said(keyboard.screen.query_one("#happened"))
        assert happened == "Formulär 3 är sparat. ctrl+z ångrar."
    forms = {form.number: form for form in open_pile(asked, PILE).pile.forms}
    answers = ["3", "4", "4", "3", "3", "vet_ej", "4", "3", "3", "4", "vill_ej", "3", "", "4"]
    assert list(forms["2"].answers.values()) == ["kvinna", *answers]
    assert list(forms["3"].answers.values()) == ["man", *"44343433443324"]
    asked.close()


async def test_no_key_is_lost_while_something_is_read_or_saved(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    keys, _ = written()["exit"]
    async with at_register(workspace) as keyboard:
        await keyboard.pilot.press(*keys_in(f"{keys} n k enter"))
        await settled(keyboard.pilot)
        assert keyboard.happened.startswith("Sparat.")
        assert keyboard.field("kön").draft == "kvinna"
    assert episode(workspace, "krus", "K-052")["plan_efter"] == "ja"


async def test_keys_that_come_all_at_once_go_where_they_belong(workspace):
    save(workspace, "deltaganden", an_entry(deltagande="K-052"))
    keys, _ = written()["exit"]
    async with at_register(workspace) as keyboard:
        for key in keys_in(keys):
            typed = (_character_to_key(key), key) if len(key) == 1 else (key, None)
            keyboard.app.post_message(events.Key(*typed))
        await settled(keyboard.pilot)
        assert keyboard.happened.startswith("Sparat.")
    assert episode(workspace, "krus", "K-052")["plan_efter"] == "ja"
