"""Writing from the pane Rapport: nothing is lost or left half done, templates are filled."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from textual.widgets import Input, Static

from db.published import publications
from tests.factories import an_entry
from tests.screens.at_pane import at_pane
from tests.screens.at_report import only, to_line, value
from tests.screens.keyboard import settled
from tracker.registration import save
from tui.screens.importing.file import FileScreen
from tui.screens.progress import Working
from tui.screens.questions.confirm import Confirm

SIX = (".docx", ".pdf", ".html", ".xlsx", ".csv", ".md")


@pytest.fixture
def documents(tmp_path, monkeypatch):
    """The folder for documents of a home of its own."""
    place = tmp_path / "hem" / "Dokument"
    place.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(place.parent))
    monkeypatch.delenv("OneDrive", raising=False)
    return place


def nothing_published(workspace):
    """Whether no report has been handed out."""
    with workspace.store.read() as session:
        return publications(session, workspace.association.id) == []


@pytest.fixture
def protected(tmp_path):
    """A folder that nobody may write in: not even the superuser in that of a process."""
    place = tmp_path / "skyddad"
    place.mkdir()
    place.chmod(0o500)
    try:
        (place / "prov").touch()
    except OSError:
        return place
    process = Path("/proc/self/task")
    if not process.is_dir():
        pytest.skip("no folder here is protected from who runs the tests")
    return process


async def test_a_protected_folder_is_a_sentence(workspace, documents, protected):
    async with at_pane(workspace, "report") as keys:
        keys.pane.choose_anew(replace(keys.pane.chosen, folder=protected, formats=(".md", ".csv")))
        await keys.type("s")
        told = keys.told("happened")
        assert told.startswith(f"Det går inte att skriva {protected / 'uppföljning-2021'}")
        assert told.endswith("Inget har ändrats.")
        assert keys.app.screen is keys.app.screen_stack[0]
    assert nothing_published(workspace)


async def test_a_folder_where_a_file_should_be_is_a_sentence(workspace, documents):
    (documents / "uppföljning-2021.csv").mkdir()
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md", ".csv")
        await keys.type("s")
        assert keys.told("happened").endswith("uppföljning-2021.csv är en mapp.")
    assert [place.name for place in documents.iterdir()] == ["uppföljning-2021.csv"]
    assert nothing_published(workspace)


async def test_cancelled_in_the_middle_nothing_is_left(workspace, documents):
    (documents / "uppföljning-2021.md").write_text("min egen", encoding="utf-8")
    async with at_pane(workspace, "report") as keys:
        await only(keys, *SIX)
        await keys.type("s right")
        await keys.pilot.press("enter")
        while not isinstance(keys.screen, Working):
            await keys.pilot.pause()
        await keys.pilot.press("escape")
        await settled(keys.pilot)
        assert keys.told("happened") == "Avbrutet. Inget skrevs."
    assert [place.name for place in documents.iterdir()] == ["uppföljning-2021.md"]
    assert (documents / "uppföljning-2021.md").read_text(encoding="utf-8") == "min egen"
    assert nothing_published(workspace)


async def test_several_files_are_replaced_after_one_question(workspace, documents):
    for name in ("uppföljning-2021.md", "uppföljning-2021.csv"):
        (documents / name).write_text("min egen", encoding="utf-8")
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md", ".csv", ".html")
        await keys.type("s")
        assert isinstance(keys.screen, Confirm)
        assert "2 filer finns redan: uppföljning-2021.md, uppf" in keys.screen.question
        await keys.type("right enter")
    found = {place.suffix: place.read_text(encoding="utf-8") for place in documents.iterdir()}
    assert set(found) == {".md", ".csv", ".html"}
    assert "min egen" not in found.values()


@pytest.mark.parametrize(("key", "name"), [("f", "fryst-2021.zip"), ("i", "insatskatalog.docx")])
async def test_another_file_is_replaced_only_when_asked_either(workspace, documents, key, name):
    (documents / name).write_bytes(b"min egen")
    async with at_pane(workspace, "report") as keys:
        await keys.type(f"{key} enter")
        assert isinstance(keys.screen, Confirm)
        await keys.type("escape")
        assert (documents / name).read_bytes() == b"min egen"
        assert keys.told("happened") == "Avbrutet. Inget skrevs."
        await keys.type(f"{key} enter right enter")
        assert (documents / name).read_bytes().startswith(b"PK")


def a_template(place, *paragraphs):
    """A Word document of the association's own."""
    document = Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style)
    document.save(place)
    return place


async def with_template(keys, place):
    """Choose the Word document to be filled, by its line."""
    await to_line(keys, "template")
    assert isinstance(keys.screen, FileScreen)
    keys.screen.query_one(Input).value = str(place)
    await keys.type("enter")


def words_of(place):
    return [one.text for one in Document(place).paragraphs if one.text]


async def test_the_associations_own_word_document_is_filled(workspace, documents, tmp_path):
    own = a_template(tmp_path / "vår.docx", ("Vår ingress", None), ("{{finsam:mål}}", None))
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md")
        await with_template(keys, own)
        assert keys.pane.chosen.formats == (".docx", ".md")
        await keys.type("s")
        assert keys.told("happened").endswith("Sökvägen är kopierad.")
    found = words_of(documents / "uppföljning-2021.docx")
    assert found[0] == "Vår ingress"
    assert "Individ" in found
    assert "{{finsam:mål}}" not in found
    assert words_of(own)[1] == "{{finsam:mål}}"


async def test_what_the_template_has_no_heading_for_is_told(workspace, documents, tmp_path):
    own = a_template(tmp_path / "mall.docx", ("3 Måluppfyllelse", "Heading 1"))
    async with at_pane(workspace, "report") as keys:
        await with_template(keys, own)
        await only(keys, ".docx")
        await keys.type("s")
        told = keys.told("happened")
    assert "Ingen rubrik i mall.docx passar de här delarna" in told
    assert "Ekonomi" in told
    assert words_of(documents / "uppföljning-2021.docx")[0] == "3 Måluppfyllelse"


async def test_a_template_without_a_place_writes_nothing(workspace, documents, tmp_path):
    own = a_template(tmp_path / "brev.docx", ("Bästa medlem", None))
    async with at_pane(workspace, "report") as keys:
        await with_template(keys, own)
        await only(keys, ".docx", ".md")
        await keys.type("s")
        assert keys.told("happened").startswith("brev.docx har ingen plats för rapporten.")
    assert list(documents.iterdir()) == []
    assert nothing_published(workspace)


async def test_a_template_with_a_name_that_no_disk_can_have_is_not_there(workspace, documents):
    """Somebody pastes a letter instead of a path."""
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "template")
        advice = str(keys.screen.query_one("#file-box > .keys", Static).content)
        assert advice.startswith("Ert eget Worddokument: rapporten fylls i där det står {{finsam}}")
        keys.screen.query_one(Input).value = "lång" * 80
        await keys.type("enter")
        assert isinstance(keys.screen, FileScreen)
        said = str(keys.screen.query_one(".problem", Static).content)
        assert said.startswith("Det finns ingen sådan fil: långlång")


async def test_one_municipality(workspace, documents):
    for number in range(6):
        save(workspace, "deltaganden", an_entry(deltagande=f"K-90{number}", kommun="Torsås"))
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "subject")
        await keys.type("torsås down enter")
        assert value(keys, "subject") == "Torsås"
        await only(keys, ".md")
        await keys.type("s")
        (place,) = documents.iterdir()
        assert place.name == "uppföljning-2021-torsås.md"
        assert place.read_text(encoding="utf-8").startswith("# Torsås: uppföljning 2021")


async def test_an_interim_period(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "period")
        keys.screen.query_one(Input).value = "2021-ack-T2"
        await keys.type("enter")
        assert value(keys, "period") == "2021-ack-T2"
        await only(keys, ".md")
        await keys.type("s")
        (place,) = documents.iterdir()
        assert place.name == "uppföljning-2021-ack-t2.md"
        text = place.read_text(encoding="utf-8")
        assert text.startswith("# Måluppföljning januari–augusti 2021")
        assert "## Ekonomi" in text
        assert "## Kvinnor och män" not in text
