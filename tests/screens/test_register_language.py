"""A Swedish register and its forms have no English on them."""

import re

import pytest

from tests.screens.keyboard import at_register
from tests.screens.painted import text_of

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|new|entry|exit|mend|void|undo|redo|search|show|all|number|sex|age|"
    r"end|reason|work|study|ongoing|ended|missing|save|cancel|later|help|more|before|after|type|"
    r"word|press|enter the|known|declined|yes|woman|throw|fill|nobody|latest|first|saved|follow)\b",
    re.IGNORECASE,
)
WAYS = {
    "register": "",
    "nobody": "/zzz",
    "chips": "fsi",
    "views": "y n",
    "whole row": "right right space c",
    "history": "h",
    "copied": "cCT",
    "void": "/k-109 escape v",
    "entry": "n f6 f1",
    "entry refused": "/krus escape n shift+tab Anna enter x tab ctrl+s",
    "choices": "n down",
    "exit": "/k-109 enter f6 f1 20/1 enter down",
    "exit refused": "/k-109 enter x enter x enter x enter ctrl+s",
    "exit saved": "/k-109 enter 20/1 enter e ctrl+s",
    "undone": "/k-109 enter 20/1 enter e ctrl+s ctrl+z",
    "voided": "/k-109 escape v enter enter",
    "thrown away": "n k enter escape",
}


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
async def test_no_english_on_a_swedish_screen(workspace, keys):
    async with at_register(workspace, (120, 50)) as keyboard:
        await keyboard.type(keys)
        said = re.sub(r"tracker import \w+", "", text_of(keyboard.app))
        assert {word.lower() for word in ENGLISH.findall(said)} - {"all", "enter"} == set(), said
