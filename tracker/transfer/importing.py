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
from tracker.transfer.mapping import NO_MAPPING, read_mapping
from tracker.transfer.outcome import Imported, ImportPlan
from tracker.transfer.taking import Taking
from tracker.validation.kinds import KINDS
from tracker.validation.loading import load_context
from tracker.workspace import Workspace

Progress = Callable[[str], None]
"""Told which file is being taken."""


@dataclass(frozen=True)
class Request:
    """What is to be imported, and how."""

    kind: str
    paths: Sequence[Path]
    mapping: Path | None
    overwrite: bool


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
    workspace: Workspace, plan: ImportPlan, progress: Progress | None = None
) -> Imported:
    """Do what `read_import` said, if it still is what the files would do.

    Raises:
        DataError: files or store have changed since, so that something else would happen.
        StoreBusyError: the store cannot be reached now.
    """
    paths = [Path(file) for file in plan.files]
    request = Request(plan.kind, paths, plan.mapping, plan.overwrite)
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
        mapping = read_mapping(request.mapping, kind, context) if request.mapping else NO_MAPPING
        taking = Taking(session, workspace, kind, mapping, context, request.overwrite)
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
