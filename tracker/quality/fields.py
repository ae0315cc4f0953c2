"""The gaps of every column about a person: of how many it is required, how many say nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import and_, true
from sqlmodel import col

from db.tables import Episode
from db.tallies.quality import gaps, required_at_exit
from db.tallies.success import Truth
from tracker.quality.desk import Desk
from tracker.store_sentences import store_sentences
from tracker.validation.model import Column
from tracker.validation.participants import ENTRY_COLUMNS, EPISODES, EXIT_COLUMNS
from tracker.workspace import Workspace


@dataclass(frozen=True)
class FieldGap:
    """A column, and how it is filled in where it is required."""

    column: str
    """The Swedish name, a column of *deltaganden*."""
    required: int
    empty: int
    unknown: int
    """Asked and not known."""
    declined: int

    @property
    def share(self) -> Fraction:
        """The share that say nothing, which is the error share of the column."""
        return Fraction(self.empty, self.required) if self.required else Fraction(0)

    @property
    def is_used(self) -> bool:
        """Whether anybody has filled it in."""
        return self.empty < self.required


def field_gaps(workspace: Workspace) -> tuple[FieldGap, ...]:
    """Every column of *deltaganden* about a person that anybody has filled in, in their order."""
    with store_sentences(), workspace.store.read() as session:
        desk = Desk(session, workspace)
        names = (*ENTRY_COLUMNS, *EXIT_COLUMNS)
        found = {gap.column: gap for gap in _gaps(desk, names)}
    return tuple(found[name] for name in EPISODES.by_name if name in found and found[name].is_used)


def entry_gaps(desk: Desk) -> Sequence[FieldGap]:
    """The columns of the entry."""
    return _gaps(desk, ENTRY_COLUMNS)


def _gaps(desk: Desk, names: Iterable[str]) -> list[FieldGap]:
    columns = [EPISODES.by_name[name] for name in names if EPISODES.by_name[name].personal]
    required = {column.attribute: _required(desk, column) for column in columns}
    found = gaps(desk.session, desk.association_id, required)
    return [FieldGap(each.name, *vars(found[each.attribute]).values()) for each in columns]


def _required(desk: Desk, column: Column) -> Truth:
    if column.name in EXIT_COLUMNS:
        return required_at_exit(column.attribute, desk.today)
    if column.attribute == "seeking_before":
        return and_(col(Episode.work_before) == 0, col(Episode.study_before) == 0)
    return true()
