"""The sheet for Uppföljning Finsam and the catalogue of interventions, on small and demo stores."""

import io

import openpyxl
import pytest

from db.codes import CountKind
from tests.factories import a_plan, a_store, a_workspace, an_entry, an_exit
from tests.usecases.demos import a_demo, a_setting, opened
from tests.usecases.files import ROWS, taken
from tests.usecases.written import tables
from tracker.cli import main
from tracker.errors import DataError, UsageError
from tracker.exports.catalogue import make_catalogue
from tracker.exports.files import to_file
from tracker.exports.finsam import HEADINGS, finsam_sheets
from tracker.flow import make_flow
from tracker.periods import parse_period, year_of
from tracker.registration import save
from tracker.reports.formats.html import to_html
from tracker.reports.formats.markdown import to_markdown
from tracker.reports.formats.word import to_word

YEAR = year_of(2021)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    setting = a_setting(size=120)
    return a_demo(tmp_path_factory.mktemp("demo") / "demo.db", setting), setting


def rows_of(sheet):
    return {
        row[0].text: dict(zip(HEADINGS, (cell.text for cell in row), strict=True))
        for row in sheet.rows
    }


@pytest.fixture
def filled(workspace):
    for number, sex in enumerate(("kvinna", "kvinna", "man", "vill_ej")):
        save(workspace, "deltaganden", an_entry(deltagande=f"K-{number}", kön=sex))
    ended = {
        **an_entry(deltagande="K-9", startdatum="2020-01-07"),
        **an_exit(slutdatum="2020-12-31"),
    }
    save(workspace, "deltaganden", ended)
    taken(workspace, "insatser", ROWS["insatser"])
    for kind, figures in (
        ("individinsats", {"insats": "krus", "budget": "1000000", "utfall": "950000,50"}),
        ("bidrag", {"budget": "2000000", "utfall": "2000000"}),
        ("administration", {"budget": "300000", "utfall": "310000"}),
        ("ingående_kapital", {"utfall": "500000"}),
    ):
        save(workspace, "ekonomi", {"år": "2021", "slag": kind, **figures})
    return workspace


def test_each_intervention_has_what_the_system_asks_for(filled):
    rows = rows_of(finsam_sheets(filled, YEAR)[0])
    assert rows["krus"] == {
        "Insats": "krus", "Namn": "KRUS", "År": "2021", "Inriktning": "Individinriktad",
        "Preciserad inriktning": "", "Målgrupp": "", "ESF-finansierad": "",
        "Budget, kr": "1000000", "Utfall, kr": "950000,50", "Budgeterat antal deltagare": "",
        "Antal kvinnor": "2", "Antal män": "1", "Antal utan uppgift om kön": "1",
        "Antal deltagare": "4",
    }  # fmt: skip
    assert rows["guiden"]["Inriktning"] == "Strukturövergripande"
    assert (rows["bryggan"]["ESF-finansierad"], rows["bryggan"]["Budgeterat antal deltagare"]) == (
        "Nej",
        "25",
    )


def test_counted_participants_are_there_too(filled):
    days = {"från": "2021-01-01", "till": "2021-12-31", "insats": "guiden"}
    save(filled, "antal", {**days, "mått": CountKind.VOLUME.value, "täljare": "120"})
    row = rows_of(finsam_sheets(filled, YEAR)[0])["guiden"]
    assert (row["Antal deltagare"], row["Antal utan uppgift om kön"]) == ("120", "120")


def test_the_association_has_its_own_sheet(filled):
    sheet = finsam_sheets(filled, YEAR)[1]
    found = {row[0].text: (row[1].text, row[2].text) for row in sheet.rows}
    assert found["Tilldelade medel"] == ("2000000", "2000000")
    assert found["Administration"] == ("300000", "310000")
    assert found["Utgående eget kapital"][1] == "1239999,50"


def test_an_intervention_that_was_over_is_left_out(filled):
    rows = rows_of(finsam_sheets(filled, year_of(2023))[0])
    assert "bryggan" not in rows
    assert "krus" in rows


def test_a_part_of_a_year_is_refused(filled):
    with pytest.raises(UsageError, match="calendar year"):
        finsam_sheets(filled, parse_period("2021-H1"))


def test_the_workbook_has_numbers_as_numbers(filled):
    book = openpyxl.load_workbook(io.BytesIO(to_file(finsam_sheets(filled, YEAR), ".xlsx")))
    assert book.sheetnames == ["Insatser", "Förbundet"]
    head, *rows = book["Insatser"].iter_rows(values_only=True)
    krus = dict(zip(head, next(row for row in rows if row[0] == "krus"), strict=True))
    assert (krus["Utfall, kr"], krus["Antal kvinnor"]) == (950000.5, 2)


def test_participants_of_the_demo_are_those_of_the_flow(demo):
    place, setting = demo
    with opened(place, setting) as workspace:
        rows = rows_of(finsam_sheets(workspace, YEAR)[0])
        flow = make_flow(workspace, YEAR, by=("insats", "kön"))
    for insats, row in rows.items():
        for sex, name in (("kvinna", "Antal kvinnor"), ("man", "Antal män")):
            there = sum(
                each.ongoing_start + each.new
                for each in flow.rows
                if (each.insats, each.sex) == (insats, sex)
            )
            assert int(row[name]) >= there, insats


def test_the_catalogue_tells_of_every_intervention(filled):
    report = make_catalogue(filled)
    assert report.title == "Insatskatalog"
    found = tables(to_markdown(report).decode())
    names = [row[0] for row in found["Översikt"][1:]]
    assert names == ["Bryggan", "KRUS", "Navet i Lillby", "Välfärdsguiden"]
    facts = dict(found["Bryggan"][1:])
    assert facts["Insatsägare"] == "Åby kommun"
    assert facts["Parter"] == "Arbetsförmedlingen, Kommunen"
    assert facts["Kommuner"] == "Åby, Ödeby"
    assert facts["Period"] == "15 januari 2019 till 30 juni 2022"
    assert facts["Planerade deltagare"] == "15–25"
    assert facts["Planerad längd"] == "6 månader"


def test_goals_stand_where_they_concern_the_intervention(filled):
    sections = {each.heading: each for each in make_catalogue(filled).sections}

    def goals(name):
        return [row[1].text for table in sections[name].tables if "goals" in table.name or
                "mål" in table.name for row in table.rows]  # fmt: skip

    assert goals("KRUS") == ["30 % ska ha kommit ut i arbete eller studier efter avslutad insats"]
    assert goals("Välfärdsguiden") == []


def test_the_catalogue_of_the_demo_has_budgets_and_comes_out_in_every_format(demo):
    place, setting = demo
    with opened(place, setting) as workspace:
        report = make_catalogue(workspace)
    markdown = to_markdown(report).decode()
    assert "2\N{NO-BREAK SPACE}303\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr" in markdown
    assert to_word(report).startswith(b"PK")
    assert "Insatskatalog" in to_html(report).decode()


def test_a_store_without_interventions_says_so(tmp_path):
    plan = '[plan]\nid = "p"\nassociation = "F"\nyear = 2021\n[[goal]]\nid = "g"\nlevel = "individ"\ntext = "t"\nmeasure = "assessment"\n'  # noqa: E501
    workspace = a_workspace(a_store(tmp_path, a_plan(plan)))
    with pytest.raises(DataError, match="no interventions"):
        make_catalogue(workspace)
    workspace.close()


def test_sexes_that_no_delivery_tells_are_empty_and_said(workspace, store_file, capsys, tmp_path):
    days = {"från": "2021-01-01", "till": "2021-12-31", "insats": "krus"}
    save(workspace, "antal", {**days, "mått": "deltagare", "täljare": "24"})
    row = rows_of(finsam_sheets(workspace, YEAR)[0])["krus"]
    assert (row["Antal kvinnor"], row["Antal män"]) == ("", "")
    assert (row["Antal utan uppgift om kön"], row["Antal deltagare"]) == ("24", "24")
    workspace.close()
    place = tmp_path / "finsam.csv"
    asked = ["export", "finsam", "--period", "2021", "--to", str(place), "--store", str(store_file)]
    assert main([*asked, "--today", "2022-03-01"]) == 0
    assert "inte känt här för krus" in capsys.readouterr().err


def test_participants_that_no_delivery_tells_are_no_nought(workspace):
    half = {"från": "2021-01-01", "till": "2021-06-30", "insats": "krus"}
    save(workspace, "antal", {**half, "mått": "deltagare", "täljare": "24"})
    rows = rows_of(finsam_sheets(workspace, YEAR)[0])
    for insats in ("krus", "navet"):
        assert [rows[insats][name] for name in HEADINGS[-4:]] == [""] * 4


def test_a_store_of_rows_alone_has_noughts_where_nobody_was(filled):
    row = rows_of(finsam_sheets(filled, YEAR)[0])["navet"]
    assert [row[name] for name in HEADINGS[-4:]] == ["0"] * 4
