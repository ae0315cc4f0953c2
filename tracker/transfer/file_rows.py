"""The rows of a file, column by column, with what is wrong with them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from typing_extensions import override

from tracker.problems import N_, Problem

Place = int
"""Where a row stands among the rows of its file, from 0; `FileRows.rows` has its row there."""


@dataclass
class FileRows:
    """What the rows of one file say, and why some of them cannot be taken."""

    file: str
    rows: Sequence[int]
    """Where each row stands in the file, the header being row 1."""
    values: dict[str, Sequence[Any]] = field(default_factory=dict)
    """By column of the table, or of the kind where the table has another."""
    stated: dict[str, Sequence[bool]] = field(default_factory=dict)
    """By the same names: where something is written."""
    headings: Sequence[str] | None = None
    """In a wide file: the question under which each value stood."""
    problems: list[Problem] = field(default_factory=list)
    refused: dict[Place, set[str | None]] = field(default_factory=dict)
    """The rows with a problem, and in which columns."""
    keyless: set[Place] = field(default_factory=set)
    """Rows of which it cannot be told which they are."""

    def __len__(self) -> int:
        return len(self.rows)

    def refuse(
        self, place: Place, column: str | None, message: str, params: Mapping[str, Any]
    ) -> None:
        """Reject a row, and say why."""
        self.refused.setdefault(place, set()).add(column)
        heading = column
        if self.headings is not None and column == "värde":
            heading = self.headings[place]
        self.problems.append(Problem(message, dict(params), self.file, self.rows[place], heading))

    def add(self, place: Place, found: Collection[Problem]) -> None:
        """Reject a row for what a shared rule found, but in columns that are wrong already."""
        wrong = set(self.refused.get(place, ()))
        for problem in found:
            if problem.column not in wrong:
                self.refuse(place, problem.column, problem.message, problem.params)

    def lack_column(self, places: Collection[Place], column: str) -> None:
        """Reject new rows for want of a column that they need, with one sentence for all."""
        for place in places:
            self.refused.setdefault(place, set()).add(column)
        message = N_("The column is missing in the file, and new rows need it.")
        self.problems.append(Problem(message, {}, self.file, 1, column))

    def refuse_together(
        self, places: Sequence[Place], column: str, message: str, params: Mapping[str, Any]
    ) -> None:
        """Reject rows that belong together, with one sentence at the first of them."""
        if places:
            for place in places[1:]:
                self.refused.setdefault(place, set()).add(column)
            self.refuse(places[0], column, message, params)

    def with_key(self) -> Sequence[Place]:
        """The rows of which it can be told which they are."""
        everywhere = range(len(self.rows))
        return (
            [each for each in everywhere if each not in self.keyless]
            if self.keyless
            else everywhere
        )

    def given(self, name: str, empty: Any = None) -> Sequence[Any]:
        """The values of a column of the table; where there is none, what is empty."""
        values = self.values.get(name)
        if values is None:
            return [empty] * len(self.rows)
        return values if empty is None else [empty if each is None else each for each in values]

    def as_rows(self, places: Sequence[Place]) -> Iterator[tuple[Place, "RowView"]]:
        """Row by row, by column of the table; a view is good until the next one comes."""
        view = RowView(self.values)
        for place in places:
            view.place = place
            yield place, view


class RowView(Mapping[str, Any]):
    """One row of columns, seen as a row without making one of it."""

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._columns = {
            name: values for name, values in columns.items() if values.count(None) < len(values)
        }
        self.place: Place = 0

    def __getitem__(self, name: str) -> Any:
        return self._columns[name][self.place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    @override
    def get(self, key: str, default: Any = None) -> Any:
        """The value of a column, the faster way: rules ask for many that no row has."""
        values = self._columns.get(key)
        return default if values is None else values[self.place]
