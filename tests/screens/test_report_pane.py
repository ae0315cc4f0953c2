"""Rapport by keyboard: choices, what is missing, the preview, files written and compared."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from db.published import publications
from tests.factories import a_store, a_workspace, an_entry, an_exit
from tests.screens.at_pane import at_pane
from tests.screens.at_report import lines, only, to_line, value
from tests.screens.painted import text_of
from tracker.freezing.bundle import from_bytes
from tracker.registration import save
from tui.remembering import Memory
from tui.screens.importing.file import FileScreen
from tui.screens.questions.confirm import Confirm
from tui.screens.report.choices import ChoiceScreen, SeveralScreen
from tui.screens.report.place import PlaceScreen
from tui.screens.report.preview import PreviewScreen
from tui.screens.report.told import ToldScreen
from tui.widgets.report_view import ReportView


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with a folder for documents."""
    place = tmp_path / "hem"
    (place / "Dokument").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.delenv("OneDrive", raising=False)
    return place


@pytest.fixture
def documents(home):
    return home / "Dokument"


@pytest.fixture
def small(tmp_path):
    opened = a_workspace(a_store(tmp_path / "small"))
    yield opened
    opened.close()


async def test_the_first_look_says_what_where_and_what_is_missing(small, documents):
    save(small, "deltaganden", an_entry() | an_exit(avslutsanledning="avliden"))
    async with at_pane(small, "report") as keys:
        assert keys.pane.chosen.folder == documents
        assert value(keys, "period") == "2021"
        assert value(keys, "subject") == "hela förbundet"
        assert value(keys, "formats") == "Word, PDF, Excel"
        assert value(keys, "language") == "svenska"
        assert value(keys, "folder") == str(Path("~") / "Dokument")
        assert any("om datakvalitet är öppn" in line for line in lines(keys))


async def test_enter_on_what_is_missing_goes_there(small, documents):
    save(small, "deltaganden", an_entry() | an_exit(avslutsanledning="avliden"))
    async with at_pane(small, "report") as keys:
        await to_line(keys, "go:quality")
        assert keys.app.screen.shown.id == "quality"


async def test_an_open_period_is_said(workspace, documents):
    early = replace(workspace, today=date(2021, 11, 1))
    async with at_pane(early, "report") as keys:
        assert any("slutar 31 december 2021" in line for line in lines(keys))


async def test_the_report_is_written_remembered_and_its_place_copied(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md", ".csv")
        await keys.type("s")
        written = sorted(place.name for place in documents.iterdir())
        assert written == ["uppföljning-2021.csv", "uppföljning-2021.md"]
        assert keys.told("happened").startswith("Skrivet i ~/Dokument: uppföljning-2021.md")
        assert keys.app.clipboard == str(documents)
    with workspace.store.read() as session:
        assert len(publications(session, workspace.association.id)) == 1


async def test_a_file_is_replaced_only_when_asked(workspace, documents):
    (documents / "uppföljning-2021.md").write_text("min egen", encoding="utf-8")
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md")
        await keys.type("s")
        assert isinstance(keys.screen, Confirm)
        assert "uppföljning-2021.md finns redan" in text_of(keys.app)
        await keys.type("escape")
        assert (documents / "uppföljning-2021.md").read_text(encoding="utf-8") == "min egen"
        await keys.type("s right enter")
        assert (documents / "uppföljning-2021.md").read_text(encoding="utf-8").startswith("# ")


async def test_what_cannot_be_written_is_a_sentence(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await only(keys, ".md")
        documents.rmdir()
        await keys.type("s")
        assert keys.told("happened").startswith("Det finns ingen mapp")
    with workspace.store.read() as session:
        assert publications(session, workspace.association.id) == []


async def test_one_intervention_in_english(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "subject")
        assert isinstance(keys.screen, ChoiceScreen)
        await keys.type("krus enter")
        assert value(keys, "subject") == "KRUS i Kalmar kommun"
        await to_line(keys, "language")
        await only(keys, ".md")
        await keys.type("s")
        (place,) = documents.iterdir()
        assert place.name == "follow-up-2021-krus.md"
        assert "KRUS i Kalmar kommun: follow-up 2021" in place.read_text(encoding="utf-8")


async def test_formats_are_marked_with_letters_and_at_least_one_is_needed(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "formats")
        assert isinstance(keys.screen, SeveralScreen)
        shown = text_of(keys.app)
        assert "[x] Word" in shown
        assert "[ ] Webbsida" in shown
        await keys.type("a a enter")
        assert "Markera minst ett." in text_of(keys.app)
        await keys.type("down space enter")
        assert keys.pane.chosen.formats == (".pdf",)


async def test_the_choices_are_remembered(workspace, documents, tmp_path):
    memory = Memory(tmp_path / "screens.json")
    async with at_pane(workspace, "report", memory=memory) as keys:
        await to_line(keys, "formats")
        await keys.type("a a space enter")
        await to_line(keys, "folder")
        assert isinstance(keys.screen, PlaceScreen)
        keys.screen.query_one(Input).value = str(tmp_path)
        await keys.type("enter")
        keys.app.keep_left()
    async with at_pane(workspace, "report", memory=memory) as keys:
        assert keys.pane.chosen.formats == (".docx",)
        assert keys.pane.chosen.folder == tmp_path


async def test_a_folder_that_is_not_there_is_refused(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "folder")
        keys.screen.query_one(Input).value = str(documents / "finns inte")
        await keys.type("enter")
        assert isinstance(keys.screen, PlaceScreen)
        said = str(keys.screen.query_one("#advice", Static).content)
        assert said.startswith("Det finns ingen mapp")
        keys.screen.query_one(Input).value = str(documents / ("lång" * 80))
        await keys.type("enter")
        said = str(keys.screen.query_one("#advice", Static).content)
        assert said.startswith("Det finns ingen mapp")
        assert said.endswith("lång.")
        await keys.type("escape")
        assert keys.pane.chosen.folder == documents


async def test_the_name_of_a_folder_is_completed(workspace, documents):
    (documents / "årsredovisning").mkdir()
    (documents / "år.txt").touch()
    async with at_pane(workspace, "report") as keys:
        await to_line(keys, "folder")
        keys.screen.query_one(Input).value = f"{documents}/år"
        await keys.type("end right enter")
        assert keys.pane.chosen.folder == documents / "årsredovisning"


async def test_a_file_with_a_name_too_long_is_a_sentence(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await keys.type("i")
        keys.screen.query_one(Input).value = str(documents / f"{'lång' * 80}.docx")
        await keys.type("enter")
        assert keys.told("happened").startswith("Namnet på ")
        assert keys.told("happened").endswith("är för långt för disken. Välj ett kortare.")
    assert list(documents.iterdir()) == []


async def test_the_preview_has_the_whole_report_and_walks_by_headings(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await keys.type("v")
        assert isinstance(keys.screen, PreviewScreen)
        view = keys.screen.query_one(ReportView)
        assert "Samlad bedömning" in text_of(keys.app)
        await keys.type("n n")
        assert view.scroll_offset.y > 0
        assert "Mål och utfall" in text_of(keys.app)
        below = view.scroll_offset.y
        await keys.type("b")
        assert view.scroll_offset.y < below
        await keys.type("escape")
        assert keys.app.focused is keys.pane.menu


async def test_at_wide_the_report_stands_beside(workspace, documents):
    async with at_pane(workspace, "report", (140, 40)) as keys:
        assert "Samlad bedömning" in text_of(keys.app)
        assert keys.pane.report is not None


async def test_figures_are_frozen_and_a_changed_exit_is_found(workspace, documents):
    async with at_pane(workspace, "report") as keys:
        await keys.type("f")
        assert isinstance(keys.screen, PlaceScreen)
        await keys.type("enter")
        frozen = documents / "fryst-2021.zip"
        assert from_bytes(frozen.read_bytes(), "x").about["period"] == "2021"
        assert keys.app.clipboard == str(frozen)
        draft = an_entry(deltagande="K-900") | an_exit(slutdatum="2021-12-01")
        save(workspace, "deltaganden", draft)
        await keys.type("k")
        assert isinstance(keys.screen, FileScreen)
        keys.screen.query_one(Input).value = str(frozen)
        await keys.type("enter")
        assert isinstance(keys.screen, ToldScreen)
        assert "1 avslut i perioden registrerades i efterhand" in keys.screen.text
        assert "gjordes inte i det här registret" not in keys.screen.text
        await keys.type("c")
        assert keys.app.clipboard == keys.screen.text


@pytest.mark.parametrize(
    ("key", "name", "start"),
    [
        ("u", "uppföljning-finsam-2021.xlsx", b"PK"),
        ("i", "insatskatalog.docx", b"PK"),
        ("l", "leverans-2021.xlsx", b"PK"),
    ],
)
async def test_the_other_files_are_one_key_each(workspace, documents, key, name, start):
    async with at_pane(workspace, "report") as keys:
        await keys.type(f"{key} enter")
        assert (documents / name).read_bytes().startswith(start)
        assert name in keys.told("happened")


async def test_a_file_that_is_no_frozen_one_is_a_sentence(workspace, documents):
    (documents / "annat.zip").write_bytes(b"inget")
    async with at_pane(workspace, "report") as keys:
        await keys.type("k")
        advice = str(keys.screen.query_one("#file-box > .keys", Static).content)
        assert advice.startswith("En fil som frystes tidigare.")
        keys.screen.query_one(Input).value = str(documents / "annat.zip")
        await keys.type("enter")
        assert keys.told("happened").startswith("annat.zip")


async def test_without_a_plan_figures_are_refused_in_words(workspace, documents):
    bare = replace(workspace, plans=())
    async with at_pane(bare, "report") as keys:
        await keys.type("s")
        assert not list(documents.iterdir())
