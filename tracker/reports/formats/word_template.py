"""Filling an association's own Word document: at placeholders, bookmarks, or below headings.

`{{finsam}}` takes the whole report, `{{finsam:mål}}` one part of it; bookmarks `finsam` and
`finsam_mål` do the same. A document that has none is filled below headings that have the names of
the report's parts, as the National Council's template has some.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.reports.formats.template_names import FOLLOWS, OTHERS, best, plain
from tracker.reports.formats.template_places import (
    WHOLE,
    Place,
    asked_places,
    check_lines,
    clear,
    ends_section,
    level_of,
    room_of_cell,
    section_of,
)
from tracker.reports.formats.word import WordWriter, saved
from tracker.reports.formats.word_styles import prepare
from tracker.reports.formats.word_tables import width_of
from tracker.reports.model import Report, Section

if TYPE_CHECKING:
    from docx.document import Document


@dataclass(frozen=True)
class _Part:
    """A part of the report: a section with those below it."""

    names: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def key(self) -> str:
        """What it is called in a placeholder."""
        return self.sections[0].key

    @property
    def heading(self) -> str:
        """What the report calls it."""
        return self.sections[0].heading


def filled(report: Report, template: Path) -> bytes:
    """The template with the report in its places.

    Raises:
        UsageError: the template is no Word document, has no place for the report, or asks for it
            where it cannot be filled in.
    """
    document = _opened(template)
    parts = list(_parts(report))
    check_lines(document, template)
    places = _places(document, parts)
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
    homeless = _homeless(places, parts)
    for place in places:
        sections = _sections(place, parts, template)
        guests = [
            section
            for part in homeless
            if sections and FOLLOWS.get(part.key) == sections[0].key
            for section in part.sections
        ]
        room = room_of_cell(place.element)
        writer.room = room or width_of(document, section_of(document, place.element))
        _fill(writer, place, sections, guests)
    return saved(document, report)


def left_out(report: Report, template: Path) -> tuple[str, ...]:
    """The headings of the parts for which a template has no place.

    Raises:
        UsageError: the template is no Word document.
    """
    parts = list(_parts(report))
    places = _places(_opened(template), parts)
    homeless = _homeless(places, parts)
    placed = {part.key for part in parts if not any(part is one for one in homeless)}
    return tuple(part.heading for part in homeless if FOLLOWS.get(part.key) not in placed)


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


def _places(document: "Document", parts: Sequence[_Part]) -> list[Place]:
    """Placeholders and bookmarks; headings where there are none."""
    return list(asked_places(document)) or list(_headings(document, parts))


def _headings(document: "Document", parts: Sequence[_Part]) -> Iterator[Place]:
    """The headings that name a part, each part once: as the report calls it goes first."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    elements = [
        (element, level, Paragraph(element, document._body).text)  # noqa: SLF001
        for element in document.element.body.findall(qn("w:p"))
        if (level := level_of(document, element))
    ]
    names = {name: part for part in reversed(parts) for name in part.names}
    meant: dict[str, list[tuple[int, Place]]] = {}
    for element, level, text in elements:
        name = best(text, names)
        if name is not None:
            part = names[name]
            place = Place(part.names[0], element, level, is_heading=True)
            meant.setdefault(part.names[0], []).append((part.names.index(name), place))
    for found in meant.values():
        yield min(found, key=lambda one: one[0])[1]


def _sections(place: Place, parts: Sequence[_Part], template: Path) -> Sequence[Section]:
    """What goes to a place.

    Raises:
        UsageError: the report has no such part.
    """
    if place.name == WHOLE:
        return [section for part in parts for section in part.sections]
    names = {name: part for part in reversed(parts) for name in part.names}
    known = best(place.name, names)
    if known is not None:
        return names[known].sections
    by_plain = {plain(name): part for name, part in names.items()}
    near = get_close_matches(plain(place.name), by_plain, n=1)
    raise UsageError(
        N_(
            "{file} asks for “{name}”, which the report does not have. Nearest: {near}. "
            "It has: {known}"
        ),
        file=template.name,
        name=place.name,
        near=by_plain[near[0]].names[0] if near else "–",
        known=", ".join(part.names[0] for part in parts),
    )


def _homeless(places: Sequence[Place], parts: Sequence[_Part]) -> list[_Part]:
    """Parts that no heading of the template means; placeholders are somebody's own choice."""
    names = {name: part for part in reversed(parts) for name in part.names}
    if not all(place.is_heading for place in places):
        return []
    meant = [best(place.name, names) for place in places]
    placed = [names[name] for name in meant if name is not None]
    return [part for part in parts if not any(part is one for one in placed)]


def _fill(
    writer: WordWriter, place: Place, sections: Sequence[Section], guests: Sequence[Section]
) -> None:
    """Write at the end, then move what was written to its place."""
    writer.written.clear()
    deeper = max(place.level - 1, 0) if place.name != WHOLE else 0
    for number, section in enumerate(sections):
        is_named_above = number == 0 and place.name != WHOLE
        writer.section(section, with_heading=not is_named_above, deeper=deeper)
    for section in guests:
        writer.section(section, deeper=deeper + 1)
    if place.is_given_up and ends_section(place.element):
        for element in writer.written:
            place.element.addprevious(element)
        clear(place.element)
        return
    after = place.element
    for element in writer.written:
        after.addnext(element)
        after = element
    if place.is_given_up:
        place.element.getparent().remove(place.element)
