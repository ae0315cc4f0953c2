"""Every text that people read has its Swedish, with the same places to fill."""

import gettext
import string
from io import BytesIO

import pytest

from tests.architecture.catalogues import (
    FOLDER,
    catalogue,
    compiled,
    names,
    strings,
    texts_in_code,
)
from tracker.wording.language import CATALOGUES


@pytest.fixture(scope="module")
def translations():
    return {
        message.id: strings(message.string)
        for name in names()
        for message in catalogue(name)
        if message.id
    }


def places(text):
    """The names of the places that a text has to be filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_in_the_code_has_its_swedish(translations):
    missing = {
        text: file
        for text, file in texts_in_code().items()
        if not all(translations.get(text, [""]))
    }
    assert missing == {}


def test_the_swedish_has_the_same_places_as_the_english(translations):
    for text, forms in translations.items():
        english = {name for form in strings(text) for name in places(form)}
        for form in forms:
            assert places(form) <= english, text
            assert places(form) >= english - {"number"}, text


@pytest.mark.parametrize("name", names())
def test_the_compiled_catalogue_is_the_written_one(name):
    written = gettext.GNUTranslations(BytesIO(compiled(catalogue(name))))
    read = gettext.GNUTranslations(BytesIO((FOLDER / f"{name}.mo").read_bytes()))
    header = {"": None}
    assert {**read._catalog, **header} == {**written._catalog, **header}


def test_the_program_reads_every_catalogue():
    assert set(names()) <= set(CATALOGUES)


def test_two_catalogues_say_the_same_thing_in_the_same_words():
    said = {}
    for name in names():
        for message in catalogue(name):
            if message.id:
                known = said.setdefault(message.id, message.string)
                assert known == message.string, f"{name}: {message.id}"
