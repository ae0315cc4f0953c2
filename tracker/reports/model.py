"""What a report consists of, apart from every format: sections, paragraphs and tables of cells."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from tracker.privacy.counts import Publication
from tracker.reports.drawings import Drawing
from tracker.wording.language import LanguageCode

Form = Literal["count", "share", "points", "kronor"]
"""How a number is written where numbers are numbers."""


@dataclass(frozen=True)
class Number:
    """The number behind a shown text, for formats that can calculate."""

    value: Fraction | float
    form: Form = "count"
    decimals: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell: what is shown, and the number or numbers behind it."""

    text: str = ""
    number: Number | None = None
    """The number that the text shows."""
    spread: tuple[Number | None, ...] = ()
    """Numbers of a text that holds several, one for each name in the column's `spread`."""


@dataclass(frozen=True)
class Hidden:
    """A cell that is not shown, with the reason in words; never 0 and never empty."""

    reason: str
    text: str


AnyCell = Cell | Hidden


@dataclass(frozen=True)
class Column:
    """A column: its heading, and how wide its texts are."""

    heading: str
    spread: tuple[str, ...] = ()
    """Headings of the numbers that the column's texts hold, where they can stand on their own."""
    width: int = 16
    """Characters, about."""
    has_numbers: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption, and notes below it."""

    caption: str
    name: str
    """Short name, for the tab of a sheet."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[AnyCell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart: what is drawn, the same in words, and the figures behind it as a table."""

    caption: str
    name: str
    """Short name, for the tab of a sheet."""
    description: str
    """The alternative text: everything the chart shows, in words."""
    drawing: Drawing
    table: Table
    is_tabled: bool = False
    """Whether the figures stand in a table of the report already."""


@dataclass(frozen=True)
class Section:
    """A part of the report under a heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    level: int = 2
    """Of the heading; the title of the report is 1."""
    is_method: bool = False
    charts: tuple[Chart, ...] = ()
    """They stand between the paragraphs and the tables."""
    key: str = ""
    """Name of its place in a template (`mål` in `{{finsam:mål}}`); its heading serves as well."""


@dataclass(frozen=True)
class Report:
    """A whole report, ready to be written in any format."""

    title: str
    subtitle: str
    language: LanguageCode
    sections: tuple[Section, ...]
    about: dict[str, str] = field(default_factory=dict)
    """Properties of the document: `author`, `subject`, `date` (ISO)."""
    publication: Publication | None = field(default=None, compare=False, repr=False)
    """The counts behind it, for the store to remember when it is handed out."""
    hidden_sign: str = "▒"
    """What stands for a hidden cell beside one that gives the reason."""
