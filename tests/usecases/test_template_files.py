"""Empty files: headers, drop-downs, explanations, and that what is filled in can be read back."""

import openpyxl
import pytest

from tests.factories import an_entry
from tests.usecases.files import columns_of, counts, taken
from tracker.errors import UsageError
from tracker.transfer.kinds_named import kind_named
from tracker.transfer.templates import context_of, context_without_store, write_template
from tracker.validation.kinds import KINDS
from tracker.wording import language


@pytest.fixture
def context(workspace):
    return context_of(workspace)


def a_template(folder, kind, context, name="mall.xlsx", **options):
    place = folder / name
    write_template(kind_named(kind), place, context, **options)
    return place


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_empty_template_is_an_import_without_rows(workspace, context, tmp_path, kind, suffix):
    place = a_template(tmp_path, kind, context, f"mall{suffix}")

    assert counts(taken(workspace, kind, place)) == (0, 0, 0, 0)


def test_csv_opens_in_a_swedish_excel(context, tmp_path):
    content = a_template(tmp_path, "insatser", context, "mall.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").strip().split(";") == columns_of("insatser")


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_sheet_is_named_as_the_kind_and_explained(context, tmp_path, kind):
    book = openpyxl.load_workbook(a_template(tmp_path, kind, context))
    rows, said, codes = book.worksheets

    assert (rows.title, said.title, codes.title) == (kind, "Förklaring", "Koder")
    assert [cell.value for cell in rows[1]] == columns_of(kind)
    assert all(cell.font.bold for cell in rows[1])
    assert rows.freeze_panes == "A2"
    assert [cell.value for cell in said["A"]][1:] == columns_of(kind)
    assert all(said.cell(row, 4).value for row in range(2, len(columns_of(kind)) + 2))


def lists_of(place):
    """For each drop-down: its column, its codes, whether it refuses other values."""
    book = openpyxl.load_workbook(place)
    rows, _, codes = book.worksheets
    found = {}
    for rule in rows.data_validations.dataValidation:
        head = rows.cell(1, next(iter(rule.sqref.ranges)).min_col).value
        cells = codes[rule.formula1.split("!")[1].replace("$", "")]
        found[head] = ([cell[0].value for cell in cells], rule.showErrorMessage)
    return found


def test_coded_columns_have_drop_downs_from_the_lists(context, tmp_path):
    lists = lists_of(a_template(tmp_path, "deltaganden", context))

    assert lists["kön"] == (["kvinna", "man", "vet_ej", "vill_ej"], True)
    assert lists["insats"] == (["guiden", "krus", "navet"], True)
    assert "felregistrering" in lists["avslutsanledning"][0]
    assert "enligt_plan" in lists["avslutsanledning"][0]
    assert lists["plan_efter"] == (["ja", "nej", "vet_ej", "vill_ej"], True)
    assert lists["nästa_steg"][1] is False
    assert "startdatum" not in lists


def test_without_a_store_the_lists_are_those_of_the_program(tmp_path, workspace):
    context = context_without_store(language("en"), workspace.today)
    place = a_template(tmp_path, "deltaganden", context)

    assert "gymnasium" in lists_of(place)["utbildning"][0]
    assert openpyxl.load_workbook(place).sheetnames == ["deltaganden", "Explanation", "Codes"]


def test_what_is_filled_in_can_be_imported(workspace, context, tmp_path):
    place = a_template(tmp_path, "deltaganden", context)
    book = openpyxl.load_workbook(place)
    names = columns_of("deltaganden")
    for name, value in an_entry().items():
        book.worksheets[0].cell(2, names.index(name) + 1, value)
    book.save(place)

    assert counts(taken(workspace, "deltaganden", place)) == (1, 0, 0, 0)


def test_a_file_that_is_there_is_kept_unless_told(context, tmp_path):
    place = a_template(tmp_path, "insatser", context, "mall.csv")
    place.write_text("mitt")

    with pytest.raises(UsageError):
        a_template(tmp_path, "insatser", context, "mall.csv")
    assert place.read_text() == "mitt"
    a_template(tmp_path, "insatser", context, "mall.csv", overwrite=True)
    assert place.read_text() != "mitt"


@pytest.mark.parametrize("name", ["mall.docx", "mall", "saknas/mall.csv"])
def test_places_that_cannot_be_written_are_told(context, tmp_path, name):
    with pytest.raises(UsageError):
        a_template(tmp_path, "insatser", context, name)


def test_a_folder_is_no_file(context, tmp_path):
    (tmp_path / "mapp.csv").mkdir()

    with pytest.raises(UsageError):
        a_template(tmp_path, "insatser", context, "mapp.csv", overwrite=True)
