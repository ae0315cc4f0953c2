"""Files that take their places together: all of them do, or everything stays as it was."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC
from pathlib import Path
from secrets import token_hex
from shutil import copyfile, copystat
from tempfile import TemporaryFile

from tracker.errors import DataError, UsageError
from tracker.problems import N_

PROTECTED = N_(
    "{place} cannot be written. Is it open in another program, or is it or its folder "
    "write-protected? Nothing was changed."
)
FULL = N_("There is no room for {place} on the disk. Nothing was changed.")
LONG = N_("The name of {place} is too long for the disk. Choose a shorter one.")
SENTENCES = {ENOSPC: FULL, EDQUOT: FULL, EFBIG: FULL, ENAMETOOLONG: LONG}
"""What is said of an error that the system tells apart; of every other `PROTECTED`."""


@contextmanager
def in_their_places(places: Sequence[Path], contents: Sequence[bytes]) -> Iterator[None]:
    """Write every file beside its place, then let each take it; a reader never sees half a file.

    What goes wrong by the end of the `with`, also inside it, puts back what was there before.

    Raises:
        DataError: a file cannot be written; its parameter `names` tells which could not be put
            back, as when a program opened them in between.
    """
    moves = [_Move(place, token_hex(4)) for place in places]
    try:
        _write(moves, contents)
        _take(moves)
        try:
            yield
        except BaseException:
            _put_back(moves)
            raise
    finally:
        for move in moves:
            move.clear()


def check_file(place: Path, *, overwrite: bool) -> None:
    """Whether a file may be written there: asked before the work is done.

    Args:
        place: the file.
        overwrite: whether one that is there may be replaced.

    Raises:
        UsageError: there is no such folder, or there is a file or a folder already.
        DataError: the folder takes no files, or another program holds the file that is there.
    """
    try:
        if not place.parent.is_dir():
            raise UsageError(N_("There is no folder {folder}."), folder=place.parent)
        if place.is_dir():
            raise UsageError(N_("{place} is a folder."), place=place)
        if place.exists() and not overwrite:
            raise UsageError(
                N_("There is already a file {place}. Replace it with --overwrite."), place=place
            )
        _try(place)
    except OSError as error:  # also a name that is too long, a folder that nobody may look into
        raise _unwritten(place, error) from error


def _try(place: Path) -> None:
    if place.exists():
        place.open("r+b").close()
    TemporaryFile(dir=place.parent).close()


def _unwritten(place: Path, error: OSError) -> DataError:
    return DataError(SENTENCES.get(error.errno or 0, PROTECTED), place=place)


@dataclass(frozen=True)
class _Move:
    """One file on its way to its place."""

    place: Path
    token: str
    """Names the files beside, shortly: the name of the place may be as long as names can be."""

    @property
    def new(self) -> Path:
        """What is to stand there, until it does."""
        return self.place.with_name(f".{self.token}.part")

    @property
    def old(self) -> Path:
        """What stood there."""
        return self.place.with_name(f".{self.token}.old")

    def take(self) -> None:
        """Let the new one take the place; a copy of the old one is kept so long."""
        if self.place.exists():
            copyfile(self.place, self.old)
            with suppress(OSError):  # some disks keep neither rights nor days
                copystat(self.place, self.old)
        self.new.replace(self.place)

    def put_back(self) -> None:
        """What was there is there again; nothing where nothing was."""
        if self.new.exists():
            return
        if self.old.exists():
            self.old.replace(self.place)
        else:
            self.place.unlink(missing_ok=True)

    def clear(self) -> None:
        """Leave nothing beside."""
        for beside in (self.new, self.old):
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _write(moves: Sequence[_Move], contents: Sequence[bytes]) -> None:
    for move, content in zip(moves, contents, strict=True):
        try:
            with move.new.open("xb") as file:
                file.write(content)
        except OSError as error:
            raise _unwritten(move.place, error) from error


def _take(moves: Sequence[_Move]) -> None:
    at = 0
    try:
        for at, move in enumerate(moves):  # noqa: B007 - where it stopped
            move.take()
    except BaseException as error:
        stuck = _put_back(moves)
        if not isinstance(error, OSError):
            raise
        place = moves[at].place
        raise _stuck(place, stuck) if stuck else _unwritten(place, error) from error


def _put_back(moves: Sequence[_Move]) -> list[Path]:
    """Put back what was there; gives the places where that could not be done."""
    stuck = []
    for move in moves:
        try:
            move.put_back()
        except OSError:
            stuck.append(move.place)
    return stuck


def _stuck(place: Path, stuck: Sequence[Path]) -> DataError:
    return DataError(
        N_(
            "{place} cannot be written. Is it open in another program? Close it and write "
            "again. Written already: {names}."
        ),
        place=place,
        names=", ".join(each.name for each in stuck),
    )
