"""Filling an association's own Word document: at placeholders, bookmarks, or below headings.

`{{finsam}}` takes the whole report, `{{finsam:mål}}` one part of it; bookmarks `finsam` and
`finsam_mål` do the same. A document that has none is filled below headings that have the names of
the report's parts, as the National Council's template has some.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.reports.formats.word import WordWriter, saved
from tracker.reports.formats.word_styles import prepare
from tracker.reports.model import Report, Section

if TYPE_CHECKING:
    from docx.document import Document

PLACE = re.compile(r"^\s*\{\{\s*finsam\s*(?::\s*(.*?)\s*)?\}\}\s*$", re.IGNORECASE)
BOOKMARK = re.compile(r"^finsam(?:_(.+))?$", re.IGNORECASE)
NUMBER = re.compile(r"^\s*\d+(\.\d+)*\.?\s+")
WHOLE = ""
OTHERS: dict[str, tuple[str, ...]] = {
    "samlad_bedömning": ("sammanfattning", "sammanfattande bedömning"),
    "mål": ("måluppfyllelse", "måluppföljning", "uppföljning av mål", "mål och måluppfyllelse"),
    "deltagare": ("deltagare i insatser", "deltagarflöde"),
    "insatser": ("insatser", "finansierade insatser", "individinriktade insatser"),
    "resultat": ("resultat för deltagare", "resultat av insatser"),
    "jämställdhet": ("jämställdhet", "kvinnor och män"),
    "ekonomi": ("ekonomisk uppföljning", "ekonomiskt utfall", "ekonomisk redovisning"),
}
"""What annual reports of associations call the same parts, by key."""


@dataclass(frozen=True)
class _Part:
    """A part of the report: a section with those below it."""

    names: tuple[str, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class _Place:
    """Where something goes: after an element, that may give way."""

    name: str
    element: Any
    is_given_up: bool = False
    has_heading: bool = False


def filled(report: Report, template: Path) -> bytes:
    """The template with the report in its places.

    Raises:
        UsageError: the template is no Word document, or has no place for the report.
    """
    document = _opened(template)
    parts = list(_parts(report))
    places = list(_places(document, parts))
    if not places:
        raise UsageError(
            N_(
                "{file} has no place for the report. Write {{{{finsam}}}} on a line of its own, or "
                "{{{{finsam:NAME}}}} with one of: {known}"
            ),
            file=template.name,
            known=", ".join(part.names[0] for part in parts),
        )
    prepare(document, report, is_own=False)
    writer = WordWriter(document, report)
    for place in places:
        _fill(writer, place, _sections(place, parts, template))
    return saved(document, report)


def _opened(template: Path) -> "Document":
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise UsageError(
            N_("{file} cannot be read as a Word document (.docx)."), file=template
        ) from error


def _parts(report: Report) -> Iterator[_Part]:
    """Sections of the second level with what is below them, under key and heading."""
    run: list[Section] = []
    for section in report.sections:
        if section.level <= 2 and run:  # noqa: PLR2004 - the title is 1, parts are 2
            yield _part(run)
            run = []
        run.append(section)
    if run:
        yield _part(run)


def _part(run: Sequence[Section]) -> _Part:
    key = run[0].key
    names = (key, run[0].heading, *OTHERS.get(key, ())) if key else (run[0].heading,)
    return _Part(names, tuple(run))


def _same(text: str) -> str:
    """A name without what does not matter: case, numbers before it, signs for blanks."""
    return " ".join(NUMBER.sub("", text).replace("_", " ").casefold().split())


def _places(document: "Document", parts: Iterable[_Part]) -> Iterator[_Place]:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    body = document.element.body
    asked = []
    for element in body.iter(qn("w:p")):
        found = PLACE.match("".join(text.text or "" for text in element.iter(qn("w:t"))))
        if found:
            asked.append(_Place(found[1] or WHOLE, element, is_given_up=True, has_heading=True))
        for mark in element.iter(qn("w:bookmarkStart")):
            named = BOOKMARK.match(mark.get(qn("w:name"), ""))
            if named:
                asked.append(_Place(named[1] or WHOLE, element, has_heading=True))
    if asked:
        yield from asked
        return
    known = {_same(name) for part in parts for name in part.names}
    for element in body.findall(qn("w:p")):
        paragraph = Paragraph(element, document._body)  # noqa: SLF001
        is_heading = str(getattr(paragraph.style, "name", "")).lower().startswith("heading")
        if is_heading and _same(paragraph.text) in known:
            yield _Place(paragraph.text, element, has_heading=True)


def _sections(place: _Place, parts: Sequence[_Part], template: Path) -> Sequence[Section]:
    """What goes to a place.

    Raises:
        UsageError: the report has no such part.
    """
    if place.name == WHOLE:
        return [section for part in parts for section in part.sections]
    known = {_same(name): part for part in reversed(parts) for name in part.names}
    wanted = _same(place.name)
    if wanted in known:
        return known[wanted].sections
    near = get_close_matches(wanted, known, n=1)
    raise UsageError(
        N_(
            "{file} asks for “{name}”, which the report does not have. Nearest: {near}. "
            "It has: {known}"
        ),
        file=template.name,
        name=place.name,
        near=known[near[0]].names[0] if near else "–",
        known=", ".join(part.names[0] for part in parts),
    )


def _fill(writer: WordWriter, place: _Place, sections: Sequence[Section]) -> None:
    """Write at the end, then move what was written to its place."""
    writer.written.clear()
    for number, section in enumerate(sections):
        is_named_above = number == 0 and place.name != WHOLE and place.has_heading
        writer.section(section, with_heading=not is_named_above)
    after = place.element
    for element in writer.written:
        after.addnext(element)
        after = element
    if place.is_given_up:
        place.element.getparent().remove(place.element)
