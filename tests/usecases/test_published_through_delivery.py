"""Umeåregionen's results for 2022 as rows of two owners, through their delivery into the report.

The numbers are the published ones: 271 of 705 ended, 179 of those with a positive solution, of
whom 68 to work and 27 to studies. Nothing in between is written by hand: the owners' store exports
the delivery, the association's imports it and makes its report of nothing else.
"""

import io
from datetime import date

import docx
import pytest

from tests.factories import a_store, a_workspace
from tests.usecases.files import taken
from tracker.exports.delivery import make_delivery
from tracker.exports.files import to_file
from tracker.periods import year_of
from tracker.plans import read_text
from tracker.reports.formats.html import to_html
from tracker.reports.formats.markdown import to_markdown
from tracker.reports.formats.word import to_word
from tracker.reports.making import make_report

YEAR, TODAY = year_of(2022), date(2023, 3, 1)
PARTICIPANTS, ENDED, POSITIVE, TO_WORK, TO_STUDIES = 705, 271, 179, 68, 27
PUBLISHED = {
    "positiv": ("179 av 271", "66,1_%", "60–71_%"),
    "arbete": ("68 av 179", "38,0_%", "31–45_%"),
    "studier": ("27 av 179", "15,1_%", "11–21_%"),
    "arbete-studier": ("95 av 271", "35,1_%", "29,6–40,9_%"),
}
"""As published; studies as its parts give it. The interval is that of an independent calculation,
in whole per cent, and with a decimal where that would stand on the target."""
PLAN = """
[plan]
id = "umea-2022"
association = "Samordningsförbundet Umeåregionen"
year = 2022

[[insats]]
insats = "norr"
namn = "Norr"
inriktning = "individ"

[[insats]]
insats = "söder"
namn = "Söder"
inriktning = "individ"
""" + "".join(
    f'\n[[goal]]\nid = "{key}"\nlevel = "individ"\ntext = "{key}"\nmeasure = "exits"\n'
    f'success = {success}\ntarget = "{target}"\ndenominator = "{base}"\n'
    for key, success, target, base in (
        ("positiv", '["plan"]', "0.80", "alla"),
        ("arbete", '["arbete"]', "0.35", "fullföljda"),
        ("studier", '["studier"]', "0.25", "fullföljda"),
        ("arbete-studier", '["arbete", "studier"]', "0.30", "alla"),
    )
)


def rows():
    """Everybody in the register of the owners; the same for the two of them in turn."""
    for number in range(PARTICIPANTS):
        entry = {
            "insats": ("norr", "söder")[number % 2],
            "deltagande": f"U-{number}",
            "kön": ("kvinna", "man", "kvinna")[number % 3],
            "startdatum": "2022-02-01",
            "arbete_före": "0",
            "studier_före": "0",
        }
        if number >= ENDED:
            yield entry
            continue
        is_positive, works = number < POSITIVE, number < TO_WORK
        studies = TO_WORK <= number < TO_WORK + TO_STUDIES
        yield {
            **entry,
            "slutdatum": "2022-10-03",
            "avslutsanledning": "enligt_plan" if is_positive else "eget_avbrott",
            "plan_efter": "ja" if is_positive else "nej",
            "arbete_efter": "50" if works else "0",
            "studier_efter": "100" if studies else "0",
        }


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The association's report, of what the owners delivered and nothing else."""
    plan, problems = read_text(PLAN, "umea.toml")
    assert problems == []
    owners = a_workspace(a_store(tmp_path_factory.mktemp("ägare"), plan), today=TODAY)
    filled = list(rows())
    names = dict.fromkeys(name for row in filled for name in row)
    taken(owners, "deltaganden", [{name: row.get(name, "") for name in names} for row in filled])
    place = tmp_path_factory.mktemp("post") / "leverans.xlsx"
    place.write_bytes(to_file([make_delivery(owners, YEAR).table], ".xlsx"))
    owners.close()
    association = a_workspace(a_store(tmp_path_factory.mktemp("förbund"), plan), today=TODAY)
    assert not taken(association, "antal", place).rejected
    yield make_report(association, YEAR)
    association.close()


@pytest.mark.parametrize("key", PUBLISHED)
def test_the_report_has_the_published_figure(report, key):
    written = to_markdown(report).decode()
    row = next(line for line in written.splitlines() if f"| {key} |" in line)
    for said in PUBLISHED[key]:
        assert said.replace("_", "\N{NO-BREAK SPACE}") in row, row


def test_the_flow_has_the_published_participants(report):
    table = next(
        one
        for section in report.sections
        for one in section.tables
        if one.caption == "Deltagare efter insats"
    )
    total = [cell.text for cell in table.rows[-1]]
    assert total == ["Totalt", "0", "705", "271", "434"]


def test_every_figure_says_on_how_many_interventions_it_rests(report):
    said = [text for section in report.sections for text in section.paragraphs]
    assert sum("siffran bygger på 2 insatser." in text for text in said) == len(PUBLISHED)
    flows = [one for section in report.sections for one in section.tables
             if one.caption.startswith("Deltagare efter")]  # fmt: skip
    assert flows
    for one in flows:
        assert "Siffrorna bygger på 2 av 2 insatser." in one.notes, one.caption


def test_word_and_html_have_the_same_figures(report):
    document = docx.Document(io.BytesIO(to_word(report)))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    page = to_html(report).decode()
    for counted, share, _ in PUBLISHED.values():
        text = f"{counted} avslut"
        assert text in cells
        assert text in page
        assert share.replace("_", "\N{NO-BREAK SPACE}") in cells
