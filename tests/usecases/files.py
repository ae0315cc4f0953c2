"""What the tests of import share: real files of every kind, and what an import made of them."""

import csv
import io
from pathlib import Path

import xlsxwriter
from sqlalchemy import func, select

from db.tables import Change
from tests.factories import a_follow_up, an_entry, an_exit
from tracker.transfer.importing import import_files, read_import
from tracker.validation.kinds import KINDS

EPISODES = [
    {**an_entry(), **an_exit()},
    an_entry(deltagande="K-002", kön="man", startdatum="2021-05-04", hälsa_före="vet_ej"),
    {**an_entry(deltagande="K-003", kön="vill_ej"), **an_exit(nästa_steg="studier+vård")},
    {
        **an_entry(deltagande="K-004"),
        "slutdatum": "2021-03-01",
        "avslutsanledning": "felregistrering",
    },
]
ROWS = {
    "insatser": [
        {
            "insats": "bryggan",
            "namn": "Bryggan",
            "inriktning": "individ",
            "ägare": "Åby kommun",
            "parter": "AF+kommun",
            "kommuner": "Åby+Ödeby",
            "start": "2019-01-15",
            "slut": "2022-06-30",
            "planerat_min": "15",
            "planerat_max": "25",
            "planerad_längd": "6",
            "uppföljningar": "3+6+12",
            "esf": "nej",
        },
        {"insats": "krus", "namn": "KRUS", "inriktning": "individ", "ägare": "Lillby kommun"},
    ],
    "deltaganden": EPISODES,
    "uppföljningar": [
        a_follow_up(),
        a_follow_up(deltagande="K-003", utfall="ej_nådd", försörjning="", arbete="", studier=""),
        a_follow_up(deltagande="K-003", månader="2", datum="2022-03-01", arbete="vill_ej"),
    ],
    "enkätsvar": [
        {
            "omgång": "2021-höst",
            "datum": "2021-10-15",
            "grupp": "deltagare_avslut",
            "svar": form,
            "insats": insats,
            "kön": "kvinna",
            "fråga": "i1",
            "värde": value,
        }
        for form, insats, value in (("1", "krus", "4"), ("2", "krus", "vet_ej"), ("1", "", ""))
    ],
    "utskick": [
        {"omgång": "2021-höst", "grupp": "deltagare_avslut", "insats": "krus", "antal": "24"},
        {"omgång": "2021-höst", "grupp": "styrelse", "datum": "2021-10-01", "antal": "11"},
    ],
    "ekonomi": [
        {"år": "2021", "slag": "bidrag", "benämning": "Medlemsbidrag", "utfall": "6000000"},
        {"år": "2021", "slag": "ingående_kapital", "utfall": "1500000,50"},
        {
            "år": "2021",
            "till_och_med": "2021-08-31",
            "slag": "individinsats",
            "insats": "krus",
            "budget": "1 200 000",
            "beviljat": "1100000",
            "rekvirerat": "-500,25",
            "prognos": "1250000",
        },
    ],
    "aktiviteter": [
        {
            "mål": "presenterat",
            "benämning": "Fullmäktige Lillby",
            "senast": "2021-06-30",
            "genomförd": "2021-05-04",
        },
        {"mål": "presenterat", "benämning": "Fullmäktige Åby", "senast": "2022-12-31"},
        {"mål": "presenterat", "benämning": "Region", "genomförd": "2021-11-11"},
        {"mål": "presenterat", "benämning": "Region", "genomförd": "2021-12-12"},
    ],
    "bedömningar": [
        {
            "mål": "presenterat",
            "period": "2021",
            "bedömning": "delvis",
            "kommentar": "Åby återstår",
            "värde": "12,5",
        },
        {"mål": "arbete-studier", "period": "2021-h1", "bedömning": "ingen"},
    ],
    "antal": [
        {
            "från": "2021-01-01",
            "till": "2021-12-31",
            "insats": "navet",
            "kön": sex,
            "mått": measure,
            "täljare": numerator,
            "nämnare": denominator,
            "saknas": missing,
        }
        for sex, measure, numerator, denominator, missing in (
            ("", "arbete-studier", "12", "40", "4"),
            ("kvinna", "arbete-studier", "7", "22", "2"),
            ("", "deltagare", "61", "", ""),
        )
    ],
}
"""Rows of every kind that an empty store with the plan of the factories takes, in this order."""


def as_csv(rows, *, delimiter=";", columns=None) -> str:
    """Rows as the text of a file."""
    names = columns or list(dict.fromkeys(name for row in rows for name in row))
    place = io.StringIO()
    writer = csv.DictWriter(place, names, delimiter=delimiter, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return place.getvalue()


def a_file(folder: Path, content, name="rader.csv", encoding="utf-8") -> Path:
    """A file with rows, or with a text as it is."""
    text = content if isinstance(content, str) else as_csv(content)
    place = folder / name
    place.write_bytes(text.encode(encoding))
    return place


def a_workbook(folder: Path, table, name="rader.xlsx", sheet="Blad1", before=()) -> Path:
    """An Excel file whose sheet holds a table; `before` names sheets in front of it."""
    place = folder / name
    with xlsxwriter.Workbook(place, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for other in before:
            workbook.add_worksheet(other)
        written = workbook.add_worksheet(sheet)
        for row, values in enumerate(table):
            written.write_row(row, 0, values)
    return place


def taken(workspace, kind, *contents, **options):
    """What an import of files with these contents did."""
    folder = Path(workspace.store.where).parent
    paths = [
        each if isinstance(each, Path) else a_file(folder, each, f"{kind}-{place}.csv")
        for place, each in enumerate(contents)
    ]
    return import_files(workspace, kind, paths, **options).plan


def previewed(workspace, kind, *paths, **options):
    """What an import would do."""
    return read_import(workspace, kind, list(paths), **options)


def counts(plan) -> tuple[int, int, int, int]:
    """Added, changed, unchanged, rejected."""
    return len(plan.added), len(plan.changed), plan.unchanged, len(plan.rejected)


def reasons(plan, workspace) -> list[str]:
    """The rejected rows as a person reads them, the file by its last name."""
    return [workspace.language.problem(each) for each in plan.rejected]


def where(plan) -> list[tuple[int | None, str | None]]:
    """Row and column of everything that was rejected."""
    return [(each.row, each.column) for each in plan.rejected]


def rows_in(workspace, table) -> int:
    """How many rows a table holds."""
    with workspace.store.read() as session:
        return int(session.execute(select(func.count()).select_from(table)).scalar_one())


def changes_in(workspace) -> list[tuple[str, str]]:
    """Kind and subject of every change."""
    with workspace.store.read() as session:
        return [(row[0], row[1]) for row in session.execute(select(Change.kind, Change.subject))]


def fill(workspace, *kinds) -> None:
    """Import the rows of these kinds."""
    for kind in kinds:
        plan = taken(workspace, kind, ROWS[kind])
        assert not plan.rejected, reasons(plan, workspace)


def columns_of(kind) -> list[str]:
    """The columns of a kind."""
    return list(KINDS[kind].by_name)
