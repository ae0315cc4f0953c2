"""Import by keyboard: choosing a file, what would happen, mapping by hand, saving, taking back."""

from dataclasses import replace

import pytest
from textual.events import Paste
from textual.widgets import Input

from db.tables import Answer, Episode
from tests.factories import a_store, a_workspace, an_entry
from tests.screens.keyboard import Keyboard, settled
from tests.screens.painted import text_of
from tests.usecases.files import ROWS, a_file, fill, rows_in, taken
from tests.usecases.test_deliveries import YEAR, a_delivery
from tracker.registration import correct, stored_draft
from tracker.wording import language
from tracker.worklist.delivered import delivery_lines
from tui.app import TrackerApp
from tui.screens.importing.file import FileScreen
from tui.screens.importing.screen import ImportScreen
from tui.screens.questions.choice import ChoiceScreen
from tui.screens.questions.confirm import Confirm
from tui.widgets.file_list import FileList

KEY = {"insats": "krus", "deltagande": "K-002"}


@pytest.fixture
def small(tmp_path):
    """A store with a plan and nothing else."""
    opened = a_workspace(a_store(tmp_path / "small"))
    yield opened
    opened.close()


class AtImport(Keyboard):
    """Keys, and what the import shows."""

    async def choose(self, path):
        """Paste a path and take it."""
        self.screen.query_one(Input).value = str(path)
        await settled(self.pilot)
        await self.type("enter")

    @property
    def cells(self):
        return [line.cells for line in self.screen.table.lines]

    def said(self, name):
        content = self.screen.query_one(f"#{name}").content
        return getattr(content, "text", str(content))


def at_import(workspace, size=(80, 24)):
    app = TrackerApp.on(workspace)
    app.animation_level = "none"
    return app.run_test(size=size)


async def opened(pilot, path=None):
    await settled(pilot)
    keys = AtImport(pilot)
    await keys.type("f3")
    if path is not None:
        await keys.choose(path)
    return keys


async def test_a_file_is_looked_at_then_saved_then_taken_back(small, tmp_path):
    place = a_file(tmp_path, [an_entry(), an_entry(deltagande="K-002")], "deltagare.csv")
    async with at_import(small) as pilot:
        keys = await opened(pilot, place)
        assert keys.said("import-file") == "Läs in: deltagare.csv · Deltaganden · 2 rader"
        assert keys.said("import-sum") == "2 nya · 0 ändrade · 0 som förut"
        assert keys.cells == [("2", "+ ny", "krus K-001", ""), ("3", "+ ny", "krus K-002", "")]
        assert rows_in(small, Episode) == 0
        await keys.type("ctrl+s")
        assert not isinstance(keys.screen, ImportScreen)
        assert rows_in(small, Episode) == 2
        await keys.type("3")
        assert set(keys.numbers) == {"K-001", "K-002"}
        await keys.type("ctrl+z")
        assert keys.numbers == []


async def test_escape_saves_nothing(small, tmp_path):
    async with at_import(small) as pilot:
        keys = await opened(pilot, a_file(tmp_path, [an_entry()]))
        await keys.type("escape")
        assert not isinstance(keys.screen, ImportScreen)
        assert rows_in(small, Episode) == 0


async def test_escape_at_the_file_goes_all_the_way_back(small):
    async with at_import(small) as pilot:
        keys = await opened(pilot)
        assert isinstance(keys.screen, FileScreen)
        await keys.type("escape")
        assert len(keys.app.screen_stack) == 1


async def test_headers_and_codes_are_mapped_and_the_mapping_kept_and_used(small, tmp_path):
    rows = [{**an_entry(deltagande=f"K-00{at}"), "Handläggare": "x"} for at in (1, 2)]
    for row in rows:
        row["Könstillhörighet"] = "K" if row.pop("kön") else ""
    place = a_file(tmp_path, rows, "utdrag.csv")
    async with at_import(small) as pilot:
        keys = await opened(pilot, place)
        assert keys.said("import-sum") == "2 rubriker att koppla"
        await keys.type("ctrl+s")
        assert rows_in(small, Episode) == 0
        await keys.type("enter")
        assert isinstance(keys.screen, ChoiceScreen)
        await keys.type("enter enter kön enter")
        assert keys.said("import-sum").startswith("1 kod att koppla · 0 nya")
        said = "”K” är ingen kod här, på 2 rader. ↵ väljer vilken den är."
        assert keys.cells[0][2:] == ("Kön", said)
        await keys.type("enter enter")
        assert keys.said("import-sum").startswith("2 nya")
        await keys.type("ctrl+z")
        assert keys.said("import-sum").startswith("1 kod att koppla")
        await keys.type("enter kvinna enter w enter")
        assert (tmp_path / "deltaganden.toml").exists()
        await keys.type("w enter")
        assert "deltaganden.toml" in text_of(keys.app)
        await keys.type("escape ctrl+s")
        assert rows_in(small, Episode) == 2
        await keys.type("f3")
        await keys.choose(place)
        assert keys.said("import-sum") == "2 rubriker att koppla"
        await keys.type("m")
        await keys.choose(tmp_path / "deltaganden.toml")
        assert keys.said("import-sum") == "0 nya · 0 ändrade · 2 som förut"
        await keys.type("ctrl+s")
        assert isinstance(keys.screen, ImportScreen)


async def test_what_was_settled_by_hand_is_overwritten_only_when_asked(small, tmp_path):
    fill(small, "deltaganden")
    correct(small, "deltaganden", KEY, {"kön": "kvinna"})
    place = a_file(tmp_path, [{**ROWS["deltaganden"][1], "kön": "man", "kommun": "Åby"}])
    async with at_import(small) as pilot:
        keys = await opened(pilot, place)
        assert "rättat värdet för hand till ”kvinna”" in keys.said("import-line")
        await keys.type("o")
        assert isinstance(keys.screen, Confirm)
        await keys.type("escape")
        assert not keys.screen.overwrites
        await keys.type("enter right enter")
        assert [cells[1:] for cells in keys.cells] == [
            ("~ ändras", "krus K-002", "Kön: kvinna → man"),
            ("~ ändras", "krus K-002", "Kommun: – → Åby"),
        ]
        await keys.type("ctrl+s")
    assert stored_draft(small, "deltaganden", KEY)["kön"] == "man"


async def test_a_year_takes_the_place_of_its_half_only_when_asked(small, tmp_path):
    taken(small, "antal", a_delivery(till="2021-06-30", created="2021-07-05"))
    year = a_file(tmp_path, a_delivery(key="n-2", created="2022-02-01"), "antal.csv")
    async with at_import(small) as pilot:
        keys = await opened(pilot, year)
        assert [cells[1] for cells in keys.cells].count("✗ avvisas") == 1
        assert "n-1 har kommit för en del av dagarna" in keys.said("import-line")
        await keys.type("o")
        assert isinstance(keys.screen, Confirm)
        await keys.type("right enter")
        assert "n-2 ersätter n-1" in keys.said("import-line")
        await keys.type("ctrl+s")
    states = [(line.insats, line.state, line.delivery) for line in delivery_lines(small, YEAR)]
    assert ("navet", "delivered", "n-2") in states


async def test_what_is_wrong_names_row_column_and_what_would_be_right(small, tmp_path):
    rows = [an_entry(), an_entry(deltagande="K-002", startdatum="2021-13-01")]
    async with at_import(small) as pilot:
        place = a_file(tmp_path, rows)
        keys = await opened(pilot, place)
        row, fate, column, said = keys.cells[0]
        assert (row, fate, column) == ("3", "✗ avvisas", "Startdatum")
        assert "2022-01-20" in said
        await keys.type("enter")
        assert isinstance(keys.screen, ImportScreen)
        a_file(tmp_path, rows[:1])
        await keys.type("f5")
        assert keys.said("import-sum").startswith("1 ny")


async def test_personal_data_is_refused_and_never_shown(small, tmp_path):
    number = "19121212-1212"
    rows = [an_entry(kommun=number), an_entry(deltagande="anna@example.se")]
    async with at_import(small) as pilot:
        keys = await opened(pilot, a_file(tmp_path, rows))
        assert keys.said("import-sum").startswith("2 fel")
        for told in keys.screen.told:
            assert number not in str(told)
            assert "example.se" not in str(told)
        await keys.type("ctrl+s enter ctrl+s")
        assert rows_in(small, Episode) == 0


async def test_another_kind_can_be_chosen(small, tmp_path):
    async with at_import(small) as pilot:
        keys = await opened(pilot, a_file(tmp_path, ROWS["enkätsvar"], "svar.csv"))
        assert keys.screen.kind == "enkätsvar"
        await keys.type("k Uppfölj enter")
        assert keys.screen.kind == "uppföljningar"
        await keys.type("k enkätsvar enter ctrl+s")
    assert rows_in(small, Answer) == len(ROWS["enkätsvar"])


async def test_a_file_that_is_not_there_is_told_at_its_line(small, tmp_path):
    async with at_import(small) as pilot:
        keys = await opened(pilot, tmp_path / "borta.csv")
        assert isinstance(keys.screen, FileScreen)
        assert "Det finns ingen sådan fil" in text_of(keys.app)


async def test_a_file_that_cannot_be_read_asks_for_another_one(small, tmp_path):
    place = tmp_path / "trasig.xlsx"
    place.write_bytes(b"PK\x03\x04 trasig")
    async with at_import(small) as pilot:
        keys = await opened(pilot, place)
        assert isinstance(keys.screen, FileScreen)
        assert "skadad" in text_of(keys.app)
        await keys.choose(a_file(tmp_path, [an_entry()]))
        assert keys.said("import-sum").startswith("1 ny")


async def test_folders_are_gone_through_by_keys(small, tmp_path):
    folder = tmp_path / "filer" / "vår"
    folder.mkdir(parents=True)
    place = a_file(folder, [an_entry()], "deltagare.csv")
    (folder / "läs mig.docx").write_text("nej")
    async with at_import(small) as pilot:
        keys = await opened(pilot)
        files = keys.screen.query_one(FileList)
        files.line.value = f"{tmp_path}/fil"
        await settled(pilot)
        assert [each.name for each in files.listed] == ["filer"]
        await keys.type("down enter down enter")
        assert files.folder == folder
        assert [each.name for each in files.listed] == ["filer", "deltagare.csv"]
        await keys.type("up up")
        assert files.line.has_focus
        files.line.value = f"{folder}/delt"
        files.line.cursor_position = len(files.line.value)
        await settled(pilot)
        await keys.type("tab")
        assert files.line.value == str(place)
        await keys.type("enter")
        assert keys.said("import-sum").startswith("1 ny")


async def test_a_whole_path_that_is_pasted_replaces_the_folder(small, tmp_path):
    place = a_file(tmp_path, [an_entry()], "deltagare.csv")
    async with at_import(small) as pilot:
        keys = await opened(pilot)
        line = keys.screen.query_one(FileList).line
        line.value, line.cursor_position = f"{tmp_path}/", len(str(tmp_path)) + 1
        line.post_message(Paste("delt"))
        await settled(pilot)
        assert line.value == f"{tmp_path}/delt", "a part of a name is added"
        line.post_message(Paste(f"'{place}'"))
        await settled(pilot)
        await keys.type("enter")
        assert keys.said("import-sum").startswith("1 ny")


async def test_ten_thousand_rows_are_looked_at_and_narrowed(small, tmp_path):
    rows = [an_entry(deltagande=f"K-{at:05}") for at in range(10_000)]
    rows[7]["kön"] = "katt"
    async with at_import(small, (120, 36)) as pilot:
        keys = await opened(pilot, a_file(tmp_path, rows))
        said = keys.said("import-sum").replace("\N{NO-BREAK SPACE}", " ")
        assert said == "1 kod att koppla · 9 999 nya · 0 ändrade · 0 som förut"
        assert len(keys.cells) == 10_000
        await keys.type("v")
        assert len(keys.cells) == 1
        await keys.type("v v")
        assert len(keys.cells) == 9_999


async def test_it_is_offered_in_the_palette_and_in_english(small, tmp_path):
    english = replace(small, language=language("en"))
    async with at_import(english, (120, 36)) as pilot:
        await settled(pilot)
        keys = AtImport(pilot)
        await pilot.press("ctrl+p")
        for letter in "import a file":
            await pilot.press("space" if letter == " " else letter)
        await settled(pilot)
        await pilot.pause(0.2)
        await pilot.press("enter")
        await settled(pilot)
        if not isinstance(keys.screen, FileScreen):
            await pilot.press("enter")
            await settled(pilot)
        assert isinstance(keys.screen, FileScreen)
        await keys.choose(a_file(tmp_path, [an_entry()]))
        assert keys.said("import-sum") == "1 new · 0 changed · 0 as stored"


async def test_an_import_that_is_taken_back_says_of_what(small, tmp_path):
    place = a_file(tmp_path, [an_entry(deltagande=f"K-{at}") for at in range(3)])
    async with at_import(small) as pilot:
        keys = await opened(pilot, place)
        await keys.type("ctrl+s 3 ctrl+z")
        assert rows_in(small, Episode) == 0
        assert "Ångrat: importen av deltaganden. ctrl+y gör om." in text_of(keys.app)
