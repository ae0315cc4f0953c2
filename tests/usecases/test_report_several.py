"""Several formats at once: all or none are written, however far the work had come."""

import sys

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.published import publications
from tests.usecases.small_year import an_empty_year, opened
from tests.usecases.written import YEAR
from tracker.errors import DataError
from tracker.reports import replacing
from tracker.reports.scopes import Subject
from tracker.reports.several import Several, hand_out
from tracker.reports.writing import FORMATS
from tracker.wording import language

NAMES = ("r.md", "r.csv", "r.html")


class StoppedError(Exception):
    """Somebody pressed Esc."""


@pytest.fixture
def workspace(tmp_path):
    workspace = opened(an_empty_year(tmp_path / "store"))
    yield workspace
    workspace.close()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "ut"
    place.mkdir()
    (place / "r.md").write_text("den förra", encoding="utf-8")
    return place


def several(folder, names=NAMES):
    return Several(tuple(folder / name for name in names))


def contents(folder):
    return {
        place.name: place.read_text(encoding="utf-8")
        for place in folder.iterdir()
        if place.is_file()
    }


def told_of(workspace):
    with workspace.store.read() as session:
        return len(publications(session, workspace.association.id))


def sentence(error):
    return language("sv").text(error.message, **error.params)


@pytest.mark.parametrize("step", range(len(NAMES) + 2))
def test_stopped_at_any_step_nothing_is_written_or_remembered(workspace, folder, step):
    steps = []

    def told(done, total, words):
        steps.append((done, total, words))
        if len(steps) > step:
            raise StoppedError

    with pytest.raises(StoppedError):
        hand_out(workspace, YEAR, Subject(), several(folder), told)
    assert len(steps) == step + 1
    assert contents(folder) == {"r.md": "den förra"}
    assert told_of(workspace) == 0


def test_it_is_said_how_far_it_is(workspace, folder):
    steps = []
    hand_out(workspace, YEAR, Subject(), several(folder), lambda *step: steps.append(step))
    total = len(NAMES) + 1
    assert [done for done, _, _ in steps] == [0, 1, 2, 3, 3]
    assert {of for _, of, _ in steps} == {total}
    assert [words for _, _, words in steps[1:4]] == list(NAMES)
    assert told_of(workspace) == 1


@pytest.mark.parametrize("at", range(len(NAMES)))
def test_what_gets_in_the_way_at_last_leaves_everything_as_it_was(workspace, folder, at):
    """As a file that Word opens while the report is made; here a folder takes its place."""
    names = ("r.html", "r.csv", "r.md")
    (folder / "r.html").write_text("den förra sidan", encoding="utf-8")
    before = contents(folder)
    before.pop(names[at], None)

    def told(_done, _total, words):
        if not words:
            (folder / names[at]).unlink(missing_ok=True)
            (folder / names[at]).mkdir()

    with pytest.raises(DataError) as refused:
        hand_out(workspace, YEAR, Subject(), several(folder, names), told)
    assert sentence(refused.value).startswith(f"Det går inte att skriva {folder / names[at]}.")
    assert sentence(refused.value).endswith("Inget har ändrats.")
    assert contents(folder) == before
    assert told_of(workspace) == 0


def test_what_cannot_be_remembered_is_not_handed_out(workspace, folder):
    """A later report could undo this one: its files go back, too."""
    with workspace.store.write() as session:
        session.execute(
            text(
                "CREATE TRIGGER refusing BEFORE INSERT ON publication"
                " BEGIN SELECT RAISE(ABORT, 'not now'); END"
            )
        )
    with pytest.raises(IntegrityError, match="not now"):
        hand_out(workspace, YEAR, Subject(), several(folder), lambda *_: None)
    assert contents(folder) == {"r.md": "den förra"}
    assert told_of(workspace) == 0


def test_what_cannot_be_put_back_is_named_and_remembered(workspace, folder, monkeypatch):
    """Somebody puts folders in the place of both, at the very moment when one is written."""
    (folder / "r.csv").write_text("den förra", encoding="utf-8")

    def meddling(place, _copy):
        if place == folder / "r.csv":
            for name in ("r.md", "r.csv"):
                (folder / name).unlink()
                (folder / name).mkdir()

    monkeypatch.setattr(replacing, "copystat", meddling)
    with pytest.raises(DataError) as refused:
        hand_out(workspace, YEAR, Subject(), several(folder), lambda *_: None)
    assert sentence(refused.value) == (
        f"{folder / 'r.csv'} går inte att skriva. Är den öppen i ett annat program? Stäng den och "
        "skriv igen. Redan skrivet: r.md."
    )
    assert {place.name for place in folder.iterdir()} == {"r.md", "r.csv"}
    assert told_of(workspace) == 1  # it may be handed on


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows locks a file that is open")
def test_a_file_that_is_open_is_a_sentence_and_stays(workspace, folder):
    with (folder / "r.md").open(encoding="utf-8"), pytest.raises(DataError) as refused:
        hand_out(workspace, YEAR, Subject(), several(folder), lambda *_: None)
    assert "öppen i ett annat program" in sentence(refused.value)
    assert contents(folder) == {"r.md": "den förra"}


def test_every_format_can_be_written_at_once(workspace, folder):
    names = tuple(f"alla{suffix}" for suffix in FORMATS)
    assert hand_out(workspace, YEAR, Subject(), several(folder, names), lambda *_: None) == ()
    assert {place.name for place in folder.iterdir()} == {"r.md", *names}
    assert all((folder / name).stat().st_size > 1000 for name in names)
