"""The same report as Markdown and as a workbook, read back and held to the scorecard."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.usecases.small_year import COMMENT, a_small_year, opened
from tests.usecases.written import YEAR, published, sheets, tables
from tracker.reports import make_report
from tracker.reports.formats.excel import to_excel
from tracker.reports.formats.markdown import escaped, to_markdown
from tracker.wording import language
from tracker.wording.figures import fact_text, goal_interval_text, value_text

GOLDEN = Path(__file__).parents[1] / "golden" / "small_year.md"
HIDDEN = "Redovisas inte – färre än 5 personer"
INDIVIDUAL = ("arbete", "plan", "navet", "ön", "fler", "senare", "hälsa", "stöd")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def report(store):
    return made(store)


@pytest.fixture(scope="module")
def scorecard(store):
    return published(store)


@pytest.fixture(scope="module")
def workbook(report):
    return to_excel(report)


def made(store, lang="sv"):
    workspace = opened(store, lang)
    try:
        return make_report(workspace, YEAR)
    finally:
        workspace.close()


def test_the_small_year_is_printed_as_it_was_looked_at(report):
    """The golden file was read line by line; a change in it is to be looked at, too."""
    assert to_markdown(report).decode() == GOLDEN.read_text(encoding="utf-8")


def test_markdown_prints_the_strings_of_the_scorecard(report, scorecard):
    sv = language("sv")
    rows = tables(to_markdown(report).decode())["Individ"][1:]
    for goal_id, row in zip(INDIVIDUAL, rows, strict=True):
        card = scorecard.goal(goal_id)
        assert row[1] == card.goal.text
        if card.hidden:
            assert row[3:6] == [HIDDEN, "▒", "▒"]
            continue
        assert row[3] == fact_text(sv, card.goal, card.figure)
        assert row[6].endswith(card.label)
        if card.figure.persons >= card.reading.min_judge:
            assert row[4] == value_text(sv, card.goal, card.figure)
            assert row[5] == goal_interval_text(sv, card.goal, card.figure)


def test_markdown_tables_are_whole(report):
    found = tables(to_markdown(report).decode())
    assert len(found) > 5
    for rows in found.values():
        assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", r"a \| b"),
        ("*i*_x_`y`", r"\*i\*\_x\_\`y\`"),
        ("<b>[l](u)", r"\<b\>\[l\](u)"),
        ("två\n\n  rader ", "två rader"),
        ("plan & budget", "plan & budget"),
        ("&nbsp; &#39;", r"\&nbsp; \&#39;"),
        ("# ingen rubrik", r"\# ingen rubrik"),
        ("nr #5", "nr #5"),
    ],
)
def test_nothing_in_a_text_is_a_mark_of_the_format(text, expected):
    assert escaped(text) == expected


def test_a_comment_that_looks_like_a_list_stays_a_paragraph(report):
    section = report.sections[0]
    changed = type(section)("Rubrik", ("- punkt", "1. etta", "1 avslut. Två."))
    printed = to_markdown(type(report)("T", "S", "sv", (changed,))).decode()
    assert printed.splitlines()[-5:] == [r"\- punkt", "", r"1\. etta", "", "1 avslut. Två."]


def test_the_workbook_has_texts_first_a_sheet_a_table_and_the_method_last(workbook, report):
    names = list(sheets(workbook))
    tables = [table.name[:31] for section in report.sections for table in section.tables]
    assert [name for name in names if name in tables] == tables
    assert names[0] == "Måluppföljning 2021"
    assert names[-2:] == ["Så har siffrorna tagits fram", "Så räknas varje mål"]
    texts = [row[0] for row in sheets(workbook)["Måluppföljning 2021"]]
    assert texts[0] == "Måluppföljning 2021"
    assert f"Kommentar: {COMMENT}" in texts


def test_the_workbook_has_numbers_as_numbers(workbook, scorecard):
    rows = sheets(workbook)["Individ"]
    place = {heading: at for at, heading in enumerate(rows[1])}
    for goal_id, row in zip(INDIVIDUAL, rows[2:10], strict=True):
        card = scorecard.goal(goal_id)
        if card.hidden:
            continue
        assert (row[place["Antal"]], row[place["Av"]]) == (card.figure.x, card.figure.n)
        if card.figure.persons < card.reading.min_judge:
            assert row[place["Värde"]] is None
            continue
        points = 100 if card.goal.measure == "before_after" else 1
        ends = (row[place["Värde"]], row[place["Nedre gräns"]], row[place["Övre gräns"]])
        wanted = (card.figure.value, card.figure.low, card.figure.high)
        for end, want in zip(ends, wanted, strict=True):
            assert end == (None if want is None else pytest.approx(float(want) * points))


def test_hidden_cells_of_the_workbook_are_texts_with_the_reason(workbook):
    rows = sheets(workbook)["Individ"]
    assert rows[5][3:] == [HIDDEN] * (len(rows[1]) - 3)
    flow = sheets(workbook)["Deltagare efter insats"]
    assert flow[4] == ["Ön", 0, "▒ få", "▒ få", 0]


def test_the_workbook_is_formatted_to_be_read(workbook):
    book = load_workbook(BytesIO(workbook))
    sheet = book["Individ"]
    assert sheet.freeze_panes == "A3"
    assert sheet["B2"].font.bold
    assert sheet.column_dimensions["B"].width > 40
    assert sheet["C3"].number_format == "0%"
    assert sheet["H9"].value.endswith("procentenheter")
    unit = '0" procentenheter"'
    assert sheet["G9"].number_format == f"+{unit};-{unit};{unit}"
    assert sheet.column_dimensions["G"].width > len("+42 procentenheter")
    assert book["Ekonomi, mål 13"]["B3"].number_format == '#,##0" kr"'
    assert book.properties.title == "Måluppföljning 2021"
    assert book.properties.creator == "Samordningsförbundet Åmål–Ängelholm"
    book.close()


def test_a_text_that_looks_like_a_formula_stays_a_text(workbook):
    book = load_workbook(BytesIO(workbook))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 300
    assert not [cell for cell in cells if cell.data_type == "f"]
    book.close()


def test_the_same_report_gives_the_same_bytes(store, workbook):
    again = made(store)
    assert to_excel(again) == workbook
    assert to_markdown(again) == to_markdown(made(store))


def test_english_amounts_are_written_the_english_way(store):
    book = load_workbook(BytesIO(to_excel(made(store, "en"))))
    assert book["Money, goal 13"]["B3"].number_format == '"SEK "#,##0'
    assert book["Money, goal 13"]["B3"].value == 1000000
    book.close()


def test_sheets_with_long_or_equal_names_get_names_of_their_own(report):
    section = next(one for one in report.sections if one.tables)
    table = section.tables[0]
    same = [
        type(table)("c", name, table.columns, table.rows)
        for name in ("Å" * 40, "Å" * 40, "a/b:c", "A b c")
    ]
    changed = type(report)(
        "Titel", "", "sv", (type(section)("R", tables=tuple(same)),), about={"date": "2022-03-01"}
    )
    assert list(sheets(to_excel(changed))) == [
        "Titel", "Å" * 31, "Å" * 27 + " (2)", "a b c", "A b c (2)",
    ]  # fmt: skip


def test_rows_are_high_enough_for_their_longest_text(workbook):
    """Programs other than Excel do not stretch rows by themselves."""
    book = load_workbook(BytesIO(workbook))
    sheet = book["Måluppföljning 2021"]
    longest = max(range(1, sheet.max_row + 1), key=lambda at: len(sheet.cell(at, 1).value or ""))
    text = sheet.cell(longest, 1).value
    assert len(text) > 200
    assert sheet.row_dimensions[longest].height >= 15 * len(text) / 110
    assert sheet.row_dimensions[1].height == 24
    book.close()
