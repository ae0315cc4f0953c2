"""Writing a file: whole or not at all, and never over another one unasked."""

from collections.abc import Callable, Collection
from pathlib import Path

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.reports.replacing import check_file, in_their_places


def check_place(place: Path, suffixes: Collection[str], *, overwrite: bool) -> None:
    """Whether a file of one of these formats may be written there, before it is made.

    Raises:
        UsageError: no such format, no such folder, or there is a file already.
        DataError: the folder or the file is protected, or another program holds the file.
    """
    if suffixes and place.suffix.lower() not in suffixes:
        raise UsageError(
            N_("“{name}” does not say which format is meant. Choose one of: {known}"),
            name=place.name,
            known=", ".join(suffixes),
        )
    check_file(place, overwrite=overwrite)


def write_bytes(place: Path, content: bytes, remember: Callable[[], None] = lambda: None) -> None:
    """Write beside, then take the place: a reader never sees half a file.

    Args:
        place: the file.
        content: of it.
        remember: keeps what is handed out; where that fails, nothing is.

    Raises:
        DataError: the folder or the file cannot be written.
    """
    with in_their_places([place], [content]):
        remember()
