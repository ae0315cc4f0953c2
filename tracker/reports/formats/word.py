"""A report as a Word document of its own, or filled into the association's template."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from tracker.reports.formats.letters import storable
from tracker.reports.formats.pictures import Picture, pictures
from tracker.reports.formats.printed import has_caption, notes_of, tables_of
from tracker.reports.formats.word_styles import prepare
from tracker.reports.formats.word_tables import add_table, width_of
from tracker.reports.formats.zipped import without_clock
from tracker.reports.model import Chart, Report, Section
from tracker.wording import language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

DEEPEST = 9
PICTURE = 160
"""Millimetres across, at most."""


def to_word(report: Report) -> bytes:
    """The whole document; the same report gives the same bytes."""
    import docx

    document = docx.Document()
    for paragraph in list(document.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001
    prepare(document, report, is_own=True)
    writer = WordWriter(document, report)
    document.add_paragraph(writer.clean(report.title), style="Title")
    document.add_paragraph(writer.clean(report.subtitle), style="Subtitle")
    for section in report.sections:
        writer.section(section)
    return saved(document, report)


def saved(document: "Document", report: Report) -> bytes:
    """The file of a document, with the properties of the report."""
    about, properties = report.about, document.core_properties
    day = datetime.fromisoformat(about["date"])
    title, subject, author = (
        storable(text) for text in (report.title, about.get("subject", ""), about.get("author", ""))
    )
    properties.title, properties.subject = title, subject
    properties.author = properties.last_modified_by = author
    properties.comments, properties.keywords = "", ""
    properties.language = {"sv": "sv-SE", "en": "en-GB"}[report.language]
    properties.created = properties.modified = day
    properties.revision = 1
    place = BytesIO()
    document.save(place)
    return without_clock(place.getvalue())


class WordWriter:
    """Writes sections at the end of a document, and remembers what it has written."""

    def __init__(self, document: "Document", report: Report) -> None:
        self._document = document
        self._report = report
        self._words = language(report.language)
        self._styles: dict[str, str] = {}
        charts = [chart for section in report.sections for chart in section.charts]
        self._pictures = {id(one.chart): one for one in pictures(charts)}
        self.room = width_of(document)
        """Across, where it is written or moved to, in English metric units."""
        self.written: list[BaseOxmlElement] = []
        """What stands in the document since the list was emptied, in order."""

    def clean(self, text: str) -> str:
        """A text that an XML file can hold."""
        return storable(text)

    def section(self, section: Section, *, with_heading: bool = True, deeper: int = 0) -> None:
        """A section: heading, paragraphs, charts, tables with captions and notes.

        Args:
            section: what to write.
            with_heading: whether its own heading is written, too.
            deeper: how many levels its headings move down.
        """
        if with_heading:
            level = min(section.level - 1 + deeper, DEEPEST)
            self._paragraph(section.heading, f"Heading {max(level, 1)}")
        last, leads = len(section.paragraphs) - 1, bool(section.charts or section.tables)
        for place, text in enumerate(section.paragraphs):
            self._paragraph(text, follows=place == last and leads)
        for one in tables_of(section):
            if isinstance(one, Chart):
                self._chart(self._pictures[id(one)])
                continue
            if one in section.tables and has_caption(section, one):
                self._paragraph(one.caption, "Caption", follows=True)
            table = add_table(self._document, one, self._report.hidden_sign, self.clean, self.room)
            self.written.append(table)
            self._notes(notes_of(one, self._words))

    def _notes(self, notes: Iterable[str]) -> None:
        written = [self._paragraph(note, "Finsam Note") for note in notes]
        if not written:
            self._paragraph("", "Finsam Note")

    def _paragraph(self, text: str, style: str = "Normal", *, follows: bool = False) -> "Paragraph":
        if style not in self._styles:
            self._styles[style] = str(self._document.styles[style].style_id)
        paragraph = self._document.add_paragraph(self.clean(text))
        paragraph._p.style = self._styles[style]  # noqa: SLF001
        if follows:
            paragraph.paragraph_format.keep_with_next = True
        self.written.append(paragraph._element)  # noqa: SLF001
        return paragraph

    def _chart(self, picture: Picture) -> None:
        """The picture in the line of text, with its alternative text, below its caption."""
        from docx.shared import Emu, Mm

        self._paragraph(picture.chart.caption, "Caption", follows=True)
        paragraph = self._paragraph("")
        width = min(Mm(PICTURE), Emu(self.room))
        shape = paragraph.add_run().add_picture(BytesIO(picture.content), width=width)
        described = shape._inline.docPr  # noqa: SLF001
        described.set("descr", self.clean(picture.chart.description))
        described.set("title", self.clean(picture.chart.caption))
        described.set("name", self.clean(picture.chart.name))
