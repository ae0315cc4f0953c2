"""Writing a report to a file: whole or not at all, and never over another file unasked."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.reports.model import Report
from tracker.reports.replacing import check_file, in_their_places
from tracker.wording import Language


def _csv(report: Report) -> bytes:
    from tracker.reports.formats.csv import to_csv

    return to_csv(report)


def _excel(report: Report) -> bytes:
    from tracker.reports.formats.excel import to_excel

    return to_excel(report)


def _html(report: Report) -> bytes:
    from tracker.reports.formats.html import to_html

    return to_html(report)


def _markdown(report: Report) -> bytes:
    from tracker.reports.formats.markdown import to_markdown

    return to_markdown(report)


def _pdf(report: Report) -> bytes:
    from tracker.reports.formats.pdf import to_pdf

    return to_pdf(report)


def _word(report: Report) -> bytes:
    from tracker.reports.formats.word import to_word

    return to_word(report)


WORD = ".docx"
FORMATS: dict[str, Callable[[Report], bytes]] = {
    WORD: _word,
    ".pdf": _pdf,
    ".html": _html,
    ".xlsx": _excel,
    ".csv": _csv,
    ".md": _markdown,
}


def check_place(place: Path, *, overwrite: bool, template: Path | None = None) -> None:
    """Whether a report may be written there, before it is made.

    Args:
        place: the file.
        overwrite: whether a file that is there may be replaced.
        template: the Word document that it is filled into.

    Raises:
        UsageError: no such format, no such folder, or there is a file already; a template that is
            not there, or for another format than Word.
        DataError: the folder or the file is protected, or another program holds the file.
    """
    suffix, known = place.suffix.lower(), ", ".join(FORMATS)
    if suffix not in FORMATS:
        raise UsageError(
            N_("“{name}” does not say which format is meant. Choose one of: {known}"),
            name=place.name,
            known=known,
        )
    check_file(place, overwrite=overwrite)
    if template is not None:
        _check_template(place, template)


def _check_template(place: Path, template: Path) -> None:
    if place.suffix.lower() != WORD or template.suffix.lower() != WORD:
        raise UsageError(
            N_("A template is a Word document, and so is what comes of it: both end with .docx.")
        )
    if not _is_file(template):
        raise UsageError(N_("There is no file {file}."), file=template)
    if place.exists() and place.samefile(template):
        raise UsageError(N_("The template itself is not written over. Choose another name."))


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:
        return False


def write_report(
    report: Report,
    place: Path,
    *,
    overwrite: bool = False,
    template: Path | None = None,
    remember: Callable[[], None] = lambda: None,
) -> None:
    """Write the report in the format that the file's name ends with.

    Args:
        report: what is written.
        place: the file.
        overwrite: whether a file that is there may be replaced.
        template: the Word document that it is filled into.
        remember: keeps what is handed out; where that fails, nothing is.

    Raises:
        UsageError: as `check_place`; the template has no place for the report.
        DataError: the folder or the file cannot be written.
    """
    check_place(place, overwrite=overwrite, template=template)
    with in_their_places([place], [content_of(report, place, template)]):
        remember()


def content_of(report: Report, place: Path, template: Path | None) -> bytes:
    """The report in the format that a file's name ends with, perhaps filled into a template."""
    if template is None:
        return FORMATS[place.suffix.lower()](report)
    from tracker.reports.formats.word_template import filled

    return filled(report, template)


def left_out(report: Report, template: Path | None) -> tuple[str, ...]:
    """The headings of the parts for which a template has no heading; mostly none.

    Raises:
        UsageError: the template is no Word document.
    """
    if template is None:
        return ()
    from tracker.reports.formats.word_template import left_out as without_place

    return without_place(report, template)


def left_out_text(language: Language, names: Sequence[str], template: Path) -> str:
    """Says which parts of the report a template has no heading for."""
    return language.plural(
        "No heading in {file} fits this part, which is left out: {names}.",
        "No heading in {file} fits these parts, which are left out: {names}.",
        len(names),
        file=template.name,
        names="; ".join(names),
    )
