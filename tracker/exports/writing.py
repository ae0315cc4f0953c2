"""Writing a file: whole or not at all, and never over another one unasked."""

from collections.abc import Collection
from pathlib import Path
from secrets import token_hex

from tracker.errors import DataError, UsageError
from tracker.problems import N_


def check_place(place: Path, suffixes: Collection[str], *, overwrite: bool) -> None:
    """Whether a file of one of these formats may be written there, before it is made.

    Raises:
        UsageError: no such format, no such folder, or there is a file already.
    """
    if suffixes and place.suffix.lower() not in suffixes:
        raise UsageError(
            N_("“{name}” does not say which format is meant. Choose one of: {known}"),
            name=place.name,
            known=", ".join(suffixes),
        )
    if not place.parent.is_dir():
        raise UsageError(N_("There is no folder {folder}."), folder=place.parent)
    if place.is_dir():
        raise UsageError(N_("{place} is a folder."), place=place)
    if place.exists() and not overwrite:
        raise UsageError(
            N_("There is already a file {place}. Replace it with --overwrite."), place=place
        )


def write_bytes(place: Path, content: bytes) -> None:
    """Write beside, then take the place: a reader never sees half a file.

    Raises:
        DataError: the folder or the file cannot be written.
    """
    beside = place.with_name(f".{place.stem}-{token_hex(4)}.part")
    try:
        try:
            with beside.open("xb") as file:
                file.write(content)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise DataError(
            N_(
                "{place} cannot be written. Is it open in another program, or is the folder "
                "protected? Nothing was changed."
            ),
            place=place,
        ) from error
