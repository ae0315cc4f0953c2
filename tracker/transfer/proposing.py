"""What kind of rows a file holds, told from its headers, its sheets and its name."""

from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.problems import N_
from tracker.transfer.kinds_named import WITHOUT_DOTS
from tracker.transfer.other_words import plain, words_for
from tracker.transfer.reading import ZIPPED, read_sheet
from tracker.transfer.sheet import Sheet
from tracker.transfer.spelling import folded
from tracker.validation.context import Context
from tracker.validation.identifiers import looks_like_identifier
from tracker.validation.kinds import KINDS, Kind

BEGINNING = 7
"""Letters of a kind's name that a file is known by: deltaga is in “deltagare 2021” too."""
NOT_READ = N_("The file cannot be imported.")


@dataclass(frozen=True)
class Looked:
    """What a file looks like before anything of it is understood."""

    path: Path
    headers: tuple[str, ...]
    """As written; one that looks like it identifies somebody is empty."""
    rows: int
    kinds: tuple[str, ...]
    """Every kind, the likeliest first."""
    is_sure: bool
    """Whether the headers or the sheet leave no doubt."""


def look_at_file(path: Path, context: Context, kind: str = "") -> Looked:
    """Propose a kind for a file, or take the named one.

    Raises:
        DataError: the file cannot be read, with the sentence that says why.
    """
    named = kind or next(iter(_sheets(path)), "")
    known = {folded(name) for each in KINDS.values() for name in _names(each, context)}
    sheet, problems = read_sheet(path, named, known)
    if sheet is None:
        raise DataError(NOT_READ, problems=tuple(problems))
    fits = {each.name: _fit(each, sheet, path, context) for each in KINDS.values()}
    kinds = sorted(fits, key=lambda name: (name != named, *(-part for part in fits[name])))
    headers = tuple("" if looks_like_identifier(each) else each for each in sheet.header)
    sure = bool(named) or fits[kinds[0]][0] > fits[kinds[1]][0]
    return Looked(path, headers, len(sheet), tuple(kinds), sure)


def _fit(kind: Kind, sheet: Sheet, path: Path, context: Context) -> tuple[float, float, float]:
    """How well a kind fits: known headers that others have not, its name, its key.

    What a column is called elsewhere is known too.
    """
    headers = [{folded(each), plain(each)} for each in sheet.header if each]
    names = {folded(name) for name in _names(kind, context)}
    names.update(word for name in kind.by_name for word in words_for(name))
    shared = sum(not names.isdisjoint(each) for each in headers) / max(len(headers), 1)
    written = {word for each in headers for word in each}
    needed = [{folded(each), *words_for(each)} for each in kind.key if kind.by_name[each].required]
    complete = sum(not written.isdisjoint(each) for each in needed) / max(len(needed), 1)
    stem = folded(path.stem)
    begins = kind.name[:BEGINNING]
    is_named = begins in stem or begins.translate(WITHOUT_DOTS) in stem
    return shared * complete, float(is_named), shared


def _names(kind: Kind, context: Context) -> list[str]:
    return [*kind.by_name, *(context.questions if kind.name == "enkätsvar" else ())]


def _sheets(path: Path) -> list[str]:
    """The sheets of an Excel file that are named as a kind."""
    try:
        with path.open("rb") as file:
            if file.read(len(ZIPPED)) != ZIPPED:
                return []
    except OSError:
        return []
    from tracker.transfer.reading_xlsx import sheet_names

    return [name for name in map(folded, sheet_names(path)) if name in KINDS]
