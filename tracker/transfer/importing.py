"""Importing files: what they would do, and doing it, all or nothing.

Every file of a call is read, understood, compared with the store and stored in one transaction, so
a later file may rest on an earlier one; when anything is rejected the transaction is taken back.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.problems import N_
from tracker.store_sentences import store_sentences
from tracker.transfer.mapping import NO_MAPPING, ColumnMapping, read_mapping
from tracker.transfer.outcome import Imported, ImportPlan
from tracker.transfer.steps import Watch, unwatched
from tracker.transfer.taking import Taking
from tracker.validation.context import Context
from tracker.validation.kinds import KINDS, Kind
from tracker.validation.loading import load_context
from tracker.workspace import Workspace

Progress = Callable[[str], None]
"""Told which file is being taken."""


@dataclass(frozen=True)
class Request:
    """What is to be imported, and how."""

    kind: str
    paths: Sequence[Path]
    mapping: Path | ColumnMapping | None
    overwrite: bool
    watch: Watch = unwatched
    names_rows: bool = False
    """Whether new and unchanged rows are named one by one, which takes time."""


def preview(
    workspace: Workspace,
    kind: str,
    path: Path,
    mapping: ColumnMapping,
    *,
    overwrite: bool,
    watch: Watch = unwatched,
) -> ImportPlan:
    """What importing a file would do, row by row, for somebody to look at; stores nothing.

    Raises:
        StoreBusyError: the store cannot be reached now.
    """
    request = Request(kind, [path], mapping, overwrite, watch, names_rows=True)
    return _run(workspace, request, None, store=False).plan


def read_import(
    workspace: Workspace,
    kind: str,
    paths: Sequence[Path],
    mapping: Path | None = None,
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing the files would do; stores nothing.

    Raises:
        UsageError: the mapping cannot be used.
        StoreBusyError: the store cannot be reached now.
    """
    request = Request(kind, paths, mapping, overwrite)
    return _run(workspace, request, progress, store=False).plan


def import_files(
    workspace: Workspace,
    kind: str,
    paths: Sequence[Path],
    mapping: Path | None = None,
    *,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Import the files, or nothing at all when anything in them is rejected.

    Raises:
        UsageError: the mapping cannot be used.
        StoreBusyError: the store cannot be reached now.
    """
    request = Request(kind, paths, mapping, overwrite)
    return _run(workspace, request, progress, store=True)


def apply_import(
    workspace: Workspace,
    plan: ImportPlan,
    progress: Progress | None = None,
    watch: Watch = unwatched,
) -> Imported:
    """Do what `read_import` or `preview` said, if it still is what the files would do.

    Raises:
        DataError: files or store have changed since, so that something else would happen.
        StoreBusyError: the store cannot be reached now.
    """
    paths = [Path(file) for file in plan.files]
    request = Request(plan.kind, paths, plan.mapping, plan.overwrite, watch)
    return _run(workspace, request, progress, store=True, expected=plan)


def _run(
    workspace: Workspace,
    request: Request,
    progress: Progress | None,
    *,
    store: bool,
    expected: ImportPlan | None = None,
) -> Imported:
    kind, last = KINDS[request.kind], len(request.paths) - 1
    with store_sentences(), _uncollected(), workspace.store.write() as session:
        context = load_context(session, workspace)
        mapping = _mapping(request, kind, context)
        taking = Taking(session, workspace, kind, mapping, context, request.overwrite)
        taking.watch, taking.names_rows = request.watch, request.names_rows
        for place, path in enumerate(request.paths):
            if progress is not None:
                progress(str(path))
            taking.take(path, store=store or place < last)
        plan = taking.plan(tuple(str(path) for path in request.paths), request.mapping)
        if expected is not None and plan != expected:
            raise DataError(
                N_("Files or store have changed since they were read. Nothing was saved.")
            )
        if not store or plan.rejected:
            session.rollback()
            return Imported(plan, None)
        return Imported(plan, taking.change_id)


def _mapping(request: Request, kind: Kind, context: Context) -> ColumnMapping:
    if isinstance(request.mapping, Path):
        return read_mapping(request.mapping, kind, context)
    return request.mapping or NO_MAPPING


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: it finds none in millions of cells, and halves the speed."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
