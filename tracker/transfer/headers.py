"""Which column of a file is which of ours."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tracker.plans.values import nearest
from tracker.problems import N_, Problem
from tracker.transfer.mapping import LEFT_OUT, ColumnMapping
from tracker.transfer.sheet import Sheet
from tracker.transfer.spelling import folded
from tracker.validation.fields import echo
from tracker.validation.identifiers import looks_like_identifier

IGNORED = "x_"
"""Columns so named belong to the user alone: never read further, never stored."""


@dataclass(frozen=True)
class Expected:
    """What a kind of file may and must have for headers."""

    columns: Sequence[str]
    required: Collection[str]
    questions: Collection[str] = ()
    """Names of questions that a wide file has for headers."""


@dataclass(frozen=True)
class Layout:
    """Our columns and where in the sheet each of them stands."""

    places: Mapping[str, int]
    questions: Mapping[str, int]

    @property
    def is_wide(self) -> bool:
        """Whether a row is a respondent, with a column for each question."""
        return bool(self.questions)


def known_headers(expected: Expected, mapping: ColumnMapping) -> set[str]:
    """Every header that means something, folded."""
    ours = {folded(name) for name in (*expected.columns, *expected.questions)}
    return ours | set(mapping.columns)


def find_columns(
    sheet: Sheet, expected: Expected, mapping: ColumnMapping
) -> tuple[Layout, list[Problem]]:
    """Where each of our columns stands, and what is wrong with the headers."""
    by_name = {folded(name): name for name in (*expected.questions, *expected.columns)}
    found: dict[str, list[int]] = {}
    problems = []
    for place, header in enumerate(sheet.header):
        name = _our_name(folded(header), by_name, mapping)
        if name is None:
            problems += _unknown(sheet, place, header, by_name.values())
        elif name != LEFT_OUT:
            found.setdefault(name, []).append(place)
    problems += [
        Problem(N_("The column stands twice in the file."), {}, sheet.file, 1, name)
        for name, places in found.items()
        if len(places) > 1
    ]
    asked = {name: places[0] for name, places in found.items() if name not in expected.columns}
    places = {name: places[0] for name, places in found.items() if name in expected.columns}
    layout = Layout(places, asked)
    return layout, [*problems, *_missing(sheet, expected, layout)]


def _our_name(header: str, by_name: Mapping[str, str], mapping: ColumnMapping) -> str | None:
    """Our column of a header, "" for one that is left out, None for one that is unknown."""
    if header in mapping.columns:
        return mapping.columns[header]
    if header.startswith(IGNORED):
        return LEFT_OUT
    return by_name.get(header)


def _unknown(sheet: Sheet, place: int, header: str, names: Collection[str]) -> list[Problem]:
    if looks_like_identifier(header):
        message = N_("The name of column number {place} looks like it identifies a person.")
        return [Problem(message, {"place": place + 1}, sheet.file, 1)]
    if header:
        message = N_(
            "There is no column “{header}”; the nearest is “{nearest}”. Rename it, map it with "
            "--mapping, or begin its name with x_ to have it ignored."
        )
        shown = echo(header)
        params = {"header": shown, "nearest": nearest(folded(header), names)}
        return [Problem(message, params, sheet.file, 1, shown)]
    if not any(cell.strip() for cell in sheet.columns[place]):
        return []
    message = N_("Column number {place} has values but no name in the first row.")
    return [Problem(message, {"place": place + 1}, sheet.file, 1)]


def _missing(sheet: Sheet, expected: Expected, layout: Layout) -> list[Problem]:
    long = {"fråga", "värde"} if layout.is_wide else set()
    problems = [
        Problem(N_("The column is missing in the file."), {}, sheet.file, 1, name)
        for name in expected.columns
        if name in expected.required and name not in layout.places and name not in long
    ]
    if both := sorted(long & layout.places.keys()):
        message = N_(
            "The file has both a column “{column}” and a column for each question; use one form."
        )
        problems.append(Problem(message, {"column": both[0]}, sheet.file, 1))
    return problems
