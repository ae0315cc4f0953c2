"""A report made by hand with everything that formats find awkward, and readers for each format."""

import csv
import re
from fractions import Fraction
from io import BytesIO, StringIO
from zipfile import ZipFile

import html5lib
from docx import Document
from docx.table import Table as WordTable
from pypdf import PdfReader

from tracker.reports.charts import stream_chart
from tracker.reports.drawings import (
    Axis,
    Bar,
    FunnelDrawing,
    FunnelPoint,
    GoalBars,
    TrendDrawing,
    TrendPoint,
)
from tracker.reports.model import Cell, Chart, Column, Hidden, Number, Report, Section, Table
from tracker.wording import language

SMALL = "Redovisas inte – färre än 5 personer"
NS = {"h": "http://www.w3.org/1999/xhtml", "svg": "http://www.w3.org/2000/svg"}
SHARES = Axis(0, 1, ((0, "0 %"), (0.5, "50 %"), (1, "100 %")))


def percent(value, decimals=0):
    return Cell(
        language("sv").percent(value, decimals), Number(Fraction(str(value)), "share", decimals)
    )


def count(number):
    return Cell(str(number), Number(number))


GOALS = Table(
    "Mål på individnivå",
    "Individ",
    (
        Column("Mål", width=46),
        Column("Utfall", ("Antal", "Av"), width=28),
        Column("Värde", width=12, has_numbers=True),
        Column("Status", width=34),
    ),
    (
        (
            Cell("1. 30 % till arbete | studier <b>&amp;</b> *å* #{x} $y$ _z_"),
            Cell("37 av 112 avslut", spread=(Number(37), Number(112))),
            percent("0.330", 1),
            Cell("△ Målet uppfyllt – kan bero på slumpen"),
        ),
        (Cell("=SUM(1+1)"), Hidden("small", SMALL), Hidden("small", SMALL), Cell("▲ Uppfyllt")),
        (
            Cell("3. Förändring"),
            Cell(),
            Cell("+5 procentenheter", Number(Fraction("0.05"), "points")),
            Cell("· För få"),
        ),
        (
            Cell("4. Kronor"),
            Cell("3 000 000 kr", spread=(Number(3000000, "kronor"), None)),
            percent("1"),
            Cell(),
        ),
    ),
    ("Vad som inte redovisas (▒) är dolt.",),
)
CROSS = Table(
    "Försörjning före och efter",
    "Försörjning",
    (
        Column("Före", width=30),
        Column("Aktivitetsersättning", has_numbers=True),
        Column("Ekonomiskt bistånd", has_numbers=True),
    ),
    (
        (Cell("Sjukpenning"), count(12), Hidden("small", SMALL)),
        (Cell("Ingen"), count(7), count(31)),
    ),
)
EMPTY = Table("Utan rader", "Tom", (Column("Insats"), Column("Antal", has_numbers=True)), ())


def _rows(*rows):
    names = ("Värde", "Nedre gräns", "Övre gräns", "Mål")
    columns = (Column("Vad", width=30), *(Column(name, has_numbers=True) for name in names))
    return columns, rows


def bars():
    hidden = [Hidden("small", SMALL)] * 3
    columns, rows = _rows(
        (Cell("1. Arbete"), percent("0.33"), percent("0.25"), percent("0.42"), percent("0.30")),
        (Cell("2. Dold"), *hidden, percent("0.75")),
    )
    drawn = (
        Bar(
            "1. Arbete " + "å" * 90, "33 % (25–42 %), mål 30 %", "△ Uppfyllt", 0.33, 0.25, 0.42, 0.3
        ),
        Bar("2. Dold", SMALL, goal=0.75),
    )
    legend = (("bar", "Utfall"), ("interval", "Osäkerhet"), ("goal", "Mål"))
    table = Table("Mål, utfall", "Diagram, mål", columns, rows)
    told = f"Mål, utfall. 1. Arbete: 33 %. 2. Dold: {SMALL}."
    return Chart("Mål, utfall", "Diagram, mål", told, GoalBars(SHARES, drawn, legend), table)


def trend():
    hidden = [Hidden("small", SMALL)] * 3
    columns, rows = _rows(
        (Cell("2019"), percent("0.2"), percent("0.1"), percent("0.3"), percent("0.30")),
        (Cell("2020"), *hidden, percent("0.30")),
        (Cell("2021"), percent("0.4"), percent("0.35"), percent("0.45"), percent("0.30")),
    )
    points = (
        TrendPoint("2019", "20 %\n(10–30 %)", 0.2, 0.1, 0.3, 0.3),
        TrendPoint("2020", SMALL, goal=0.3),
        TrendPoint("2021", "40 %\n(35–45 %)", 0.4, 0.35, 0.45, 0.3),
    )
    legend = (("inside", "Utfall"), ("upright", "Osäkerhet"), ("aim", "Mål"))
    table = Table("År för år", "Utveckling", columns, rows)
    told = f"År för år. 2019: 20 %. 2020: {SMALL}. 2021: 40 %."
    return Chart("År för år", "Utveckling", told, TrendDrawing(SHARES, points, legend), table)


def funnel():
    columns = tuple(Column(name) for name in ("Insats", "Antal", "Utfall", "Värde", "Mot linjen"))
    rows = (
        (Cell("KRUS"), count(35), Cell("5 av 35"), percent("0.14"), Cell("avviker")),
        (Cell("Navet"), *[Hidden("small", SMALL)] * 4),
        (Cell("Resa"), count(20), Cell("8 av 20"), percent("0.40"), Cell("innanför")),
    )
    points = (FunnelPoint("KRUS", 35, 0.14, deviates=True), FunnelPoint("Resa", 20, 0.4))
    band = ((0.05, 0.6), (0.1, 0.5), (0.15, 0.45))
    across = Axis(0, 40, ((0, "0"), (20, "20"), (40, "40")), "Antal avslut")
    legend = (("line", "Förbundet"), ("inner", "95 %"), ("outer", "99,8 %"))
    drawing = FunnelDrawing(across, SHARES, points, (10, 20, 40), band, band, 0.31, legend)
    table = Table("Tratten", "Tratt", columns, rows)
    return Chart("Tratten", "Tratt", f"KRUS avviker. Navet: {SMALL}.", drawing, table)


def a_report(lang="sv"):
    """Awkward letters, hidden cells, a table without rows, every kind of chart."""
    words = language(lang)
    sections = (
        Section("Samlad bedömning", ("Två mål.\nNy rad. 😀 \x0b日本", "- punkt")),
        Section("Mål och utfall", charts=(bars(), trend()), tables=(GOALS,), key="mål"),
        Section("1. Arbete", ("Av 112 avslut ledde 37 till arbete.",), level=3),
        Section("Deltagare", charts=(funnel(), stream_chart(words, CROSS)), tables=(CROSS, EMPTY)),
        Section("Så har siffrorna tagits fram", ("Metod.",), is_method=True),
    )
    about = {"author": "Förbundet Åmål", "subject": "2021", "date": "2022-03-01"}
    return Report("Måluppföljning 2021", "Åmål · 2021", lang, sections, about)


def squeezed(text):
    """A text without blanks, hyphens and letters that no font has: lines are broken anywhere."""
    return re.sub(r"[\s\u00ad\u2010\x0b-]|[^\u0000-\u2fff]", "", text)


def html_tables(content):
    """Every table by caption: rows of texts as they are seen."""
    page = html5lib.parse(content.decode())
    found = {}
    for table in page.iterfind(".//h:table", NS):
        for unseen in table.iterfind(".//h:span[@class='unseen']", NS):
            unseen.text = ""
        rows = [["".join(cell.itertext()) for cell in row] for row in table.iterfind(".//h:tr", NS)]
        found["".join(table.find("h:caption", NS).itertext())] = rows
    return found


def docx_tables(content):
    """Every table by what it is called aloud."""
    from docx.oxml.ns import qn

    document = Document(BytesIO(content))
    found = {}
    for element in document.element.body.iter(qn("w:tbl")):
        name = element.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        table = WordTable(element, document)
        found[name] = [[cell.text for cell in row.cells] for row in table.rows]
    return found


def csv_lines(content):
    """The lines of the file, as Excel reads them."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def pdf_text(content):
    """All text of the document, squeezed."""
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))


def parts(content):
    """Every part of an Office file, unpacked; a file that is none is one part."""
    if content[:2] != b"PK":
        return {"": content}
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
