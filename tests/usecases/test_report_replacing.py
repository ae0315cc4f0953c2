"""Files that take their places together: real locks, and nothing is left beside or half done."""

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tracker.errors import DataError, TrackerError, UsageError
from tracker.reports.replacing import check_file, in_their_places
from tracker.wording import language

NOBODY = 65534
NAMES = ("ny.md", "gammal.md", "annan.md")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "gammal.md").write_text("den förra", encoding="utf-8")
    (tmp_path / "annan.md").write_text("en annan", encoding="utf-8")
    return tmp_path


def found(folder):
    return {place.name: place.read_text(encoding="utf-8") for place in folder.iterdir()}


def write(folder, names=NAMES):
    places = [folder / name for name in names]
    return in_their_places(places, [f"ny {name}".encode() for name in names])


def test_all_take_their_places(folder):
    with write(folder):
        pass
    assert found(folder) == {name: f"ny {name}" for name in NAMES}


@pytest.mark.parametrize("broken", [DataError("no"), KeyboardInterrupt(), OSError("no")])
def test_what_goes_wrong_inside_puts_everything_back(folder, broken):
    before, during = found(folder), {}

    def meet():
        with write(folder):
            during.update(found(folder))
            raise broken

    with pytest.raises(type(broken)) as raised:
        meet()
    assert raised.value is broken
    assert during["gammal.md"] == "ny gammal.md"
    assert found(folder) == before


def test_what_was_put_back_is_as_old_as_it_was(folder):
    place = folder / "gammal.md"
    os.utime(place, (1_600_000_000, 1_600_000_000))
    with pytest.raises(KeyboardInterrupt), write(folder):
        raise KeyboardInterrupt
    assert place.stat().st_mtime == 1_600_000_000


@contextmanager
def as_nobody():
    """Work with the rights of a user who owns nothing."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only the superuser can become somebody else")
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared():
    """A folder where each may write, and only the owner of a file replace it."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o1777)
        (place / "gammal.md").write_text("den förra", encoding="utf-8")
        yield place


def test_one_file_that_is_held_keeps_all_of_them_back(shared):
    """As Word holds the one it shows: it may be read, but not be replaced."""
    with as_nobody(), pytest.raises(DataError) as refused, write(shared):
        pass
    assert isinstance(refused.value.__cause__, PermissionError)
    assert said(refused.value).startswith(f"Det går inte att skriva {shared / 'gammal.md'}.")
    assert found(shared) == {"gammal.md": "den förra"}


def test_a_file_that_is_held_is_said_before_the_work(shared):
    with as_nobody(), pytest.raises(DataError, match="open in another program"):
        check_file(shared / "gammal.md", overwrite=True)
    check_file(shared / "gammal.md", overwrite=True)
    assert found(shared) == {"gammal.md": "den förra"}


def test_a_protected_folder_is_said_before_the_work(shared):
    shared.chmod(0o755)
    with as_nobody(), pytest.raises(DataError, match="write-protected"):
        check_file(shared / "ny.md", overwrite=False)
    shared.chmod(0o700)
    with as_nobody(), pytest.raises(DataError, match="write-protected"):
        check_file(shared / "ny.md", overwrite=False)


def test_asking_changes_nothing(folder):
    before, day = found(folder), (folder / "gammal.md").stat().st_mtime_ns
    check_file(folder / "gammal.md", overwrite=True)
    with pytest.raises(UsageError, match="--overwrite"):
        check_file(folder / "gammal.md", overwrite=False)
    assert found(folder) == before
    assert (folder / "gammal.md").stat().st_mtime_ns == day


def test_a_name_as_long_as_names_can_be_is_written(folder):
    name = f"{'x' * 252}.md"
    with write(folder, (name,)):
        pass
    assert found(folder)[name] == f"ny {name}"


def test_a_name_that_is_too_long_is_a_sentence(folder):
    name = f"{'å' * 300}.md"
    with pytest.raises(TrackerError) as refused:
        check_file(folder / name, overwrite=True)
    assert said(refused.value) == (
        f"Namnet på {folder / name} är för långt för disken. Välj ett kortare."
    )


def test_what_there_is_no_room_for_is_a_sentence(folder):
    resource = pytest.importorskip("resource", reason="only Unix limits the room of a process")
    before = found(folder)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, kept[1]))
    try:
        places = [folder / "gammal.md", folder / "stor.md"]
        with pytest.raises(DataError) as refused, in_their_places(places, [b"ny", b"x" * 3_000]):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
    assert said(refused.value) == (
        f"{folder / 'stor.md'} får inte plats på disken. Inget har ändrats."
    )
    assert found(folder) == before


def said(error):
    return language("sv").text(error.message, **error.params)
