"""Taking one file after the other: understood, compared, checked, and stored."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from db.records import ChangeRef, begin_change
from db.rows_by_key import rows_where
from tracker.problems import Problem
from tracker.transfer.applying import store_changed, store_new
from tracker.transfer.comparing import Compared, compare
from tracker.transfer.deliveries import Deliveries, store_deliveries
from tracker.transfer.describing import changed_row, corrected_delivery, row_key
from tracker.transfer.file_rows import FileRows
from tracker.transfer.headers import Expected, find_columns, known_headers
from tracker.transfer.mapping import ColumnMapping
from tracker.transfer.outcome import Added, Changed, Corrected, ImportPlan, Named
from tracker.transfer.protecting import keep_corrected
from tracker.transfer.reading import read_sheet
from tracker.transfer.row_rules import Stored, check_changed, check_new
from tracker.transfer.shapes import Shape, shape_of
from tracker.transfer.special import for_changed, prepare, refuse_double_counting
from tracker.transfer.steps import Steps, Watch, unwatched
from tracker.transfer.understanding import read_rows
from tracker.validation.context import Context
from tracker.validation.kinds import Kind
from tracker.workspace import Workspace

AROUND = 4
"""Steps of a file besides its columns: read, compared, checked, told."""


@dataclass
class Taking:
    """Files of one kind on their way into the store, and what they do there."""

    session: Session
    workspace: Workspace
    kind: Kind
    mapping: ColumnMapping
    context: Context
    overwrite: bool
    read: int = 0
    added: list[Added] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0
    rejected: list[Problem] = field(default_factory=list)
    corrected: list[Corrected] = field(default_factory=list)
    change: ChangeRef | None = None
    watch: Watch = unwatched
    names_rows: bool = False
    named: list[Named] = field(default_factory=list)

    @property
    def shape(self) -> Shape:
        """How the kind is stored."""
        return shape_of(self.kind.name)

    @property
    def change_id(self) -> int | None:
        """The change in the audit trail, when there was something to store."""
        return self.change.id if self.change else None

    def plan(self, files: tuple[str, ...], mapping: Path | ColumnMapping | None) -> ImportPlan:
        """What all files taken so far do."""
        return ImportPlan(
            self.kind.name,
            files,
            self.read,
            tuple(self.added),
            tuple(self.changed),
            self.unchanged,
            tuple(self.rejected),
            tuple(self.corrected),
            mapping,
            self.overwrite,
            tuple(self.named),
        )

    def take(self, path: Path, *, store: bool) -> None:
        """Take one file; with `store`, what is right in it goes into the open transaction."""
        steps = Steps(len(self.kind.columns) + AROUND, self.watch)
        rows = self._read(path, steps)
        if rows is None:
            return
        context, found = prepare(
            self.session,
            self.workspace,
            self.kind.name,
            rows,
            self.context,
            overwrite=self.overwrite,
        )
        compared = compare(self.session, self.association_id, self.kind, self.shape, rows)
        steps.on()
        stored = self._whole_rows(compared)
        self._check(rows, compared, stored, context, found)
        steps.on()
        self._note(rows, compared, stored, found)
        steps.on()
        if store and (compared.added or compared.changed):
            self._store(rows, compared, stored, found)

    @property
    def association_id(self) -> int:
        """The association that is imported for."""
        return self.workspace.association.id

    def _read(self, path: Path, steps: Steps) -> FileRows | None:
        """What the rows of a file say; None when the file itself is wrong."""
        required = {column.name for column in self.kind.columns if column.required}
        needed = required & set(self.kind.key)
        questions = list(self.context.questions) if self.kind.name == "enkätsvar" else []
        expected = Expected(list(self.kind.by_name), needed, questions)
        sheet, problems = read_sheet(path, self.kind.name, known_headers(expected, self.mapping))
        steps.on()
        if sheet is not None:
            layout, problems = find_columns(sheet, expected, self.mapping)
            if not problems:
                rows = read_rows(self.kind, sheet, layout, self.mapping, self.context, steps)
                self.read += len(rows)
                return rows
            self.read += len(sheet)
        self.rejected += problems
        return None

    def _whole_rows(self, compared: Compared) -> Stored:
        """All that is stored of the rows that differ."""
        ids = [each.row_id for each in compared.changed]
        names = ["id", *dict.fromkeys((*self.shape.key, *self.shape.columns))]
        found = rows_where(self.session, self.shape.table, names, {}, ("id", ids))
        return {row[0]: dict(zip(names, row, strict=True)) for row in found}

    def _check(
        self,
        rows: FileRows,
        compared: Compared,
        stored: Stored,
        context: Context,
        found: Deliveries,
    ) -> None:
        session, workspace, kind = self.session, self.workspace, self.kind
        check_new(kind, rows, compared.added, context)
        merged = for_changed(session, workspace, kind.name, rows, compared, context)
        check_changed(kind, rows, compared.changed, stored, merged)
        if not self.overwrite:
            keep_corrected(session, kind, self.shape, rows, compared.changed, stored, context)
        refuse_double_counting(session, workspace, kind.name, rows, compared, stored, found)
        compared.leave_out(rows.refused)

    def _note(self, rows: FileRows, compared: Compared, stored: Stored, found: Deliveries) -> None:
        order = {name: place for place, name in enumerate(self.kind.by_name)}
        rows.problems.sort(key=lambda each: (each.row or 0, order.get(each.column or "", -1)))
        self.rejected += rows.problems
        self.added += [Added(rows.file, rows.rows[place]) for place in compared.added]
        self.changed += [
            changed_row(self.kind, rows, each, stored[each.row_id], self.context)
            for each in compared.changed
        ]
        self.unchanged += len(compared.unchanged)
        if self.names_rows:
            self.named += self._named(rows, compared)
        self.corrected += [
            corrected_delivery(rows.file, new, older, self.context)
            for new in found.new
            for older in new.replaces
        ]

    def _named(self, rows: FileRows, compared: Compared) -> list[Named]:
        new, same = [(each, True) for each in compared.added], compared.unchanged
        places = sorted([*new, *((each, False) for each in same)])
        return [
            Named(
                rows.file,
                rows.rows[place],
                row_key(self.kind, rows, place, self.context),
                is_new,
            )
            for place, is_new in places
        ]

    def _store(self, rows: FileRows, compared: Compared, stored: Stored, found: Deliveries) -> None:
        change = self._begin()
        if found.new:
            numbers = store_deliveries(self.session, change, found)
            given = rows.values["delivery_id"]
            rows.values["delivery_id"] = [numbers.get(each, each) for each in given]
        store_new(self.session, change, self.shape, rows, compared.added)
        store_changed(self.session, change, self.shape, compared.changed, stored)

    def _begin(self) -> ChangeRef:
        """The one change of the import, begun when there is something to store."""
        if self.change is None:
            self.change = begin_change(
                self.session,
                association_id=self.association_id,
                at=self.workspace.now(),
                by=self.workspace.actor,
                kind="import",
                subject=self.kind.name,
            )
        return self.change
