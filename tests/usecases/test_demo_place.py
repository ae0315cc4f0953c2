"""Where the demo lies: in a file of its own, never over anything that is not a demo."""

import shutil

import pytest

from tests.usecases.demos import a_setting, digest
from tracker.cli.demo import DEFAULT_PLAN, DEFAULT_SEED
from tracker.cli.main import main
from tracker.demo import open_or_make, place_of
from tracker.demo import setting as defaults
from tracker.errors import UsageError

SMALL = ("--size", "30", "--no-open")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user's data folder of its own, with a real store in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr("tracker.cli.options.default_store", lambda: folder / "tracker.db")
    for name in ("TRACKER_STORE", "TRACKER_TODAY", "TRACKER_LANG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def real(home, template_store):
    place = home / "tracker.db"
    shutil.copy2(template_store, place)
    return place


def test_the_demo_lies_beside_the_default_store_and_leaves_it_alone(real, capsys):
    before = real.read_bytes()

    assert main(["demo", "--lang", "en", *SMALL]) == 0

    said = capsys.readouterr()
    place = real.with_name("demo-kalmar-2021.db")
    assert said.out.splitlines() == [
        str(place),
        f'tracker --store "{place}" --today 2022-03-01',
    ]
    assert "Made 30 participations" in said.err
    assert "Today is 1 March 2022 in the demo." in said.err
    assert real.read_bytes() == before
    assert place.is_file()


def test_naming_the_default_store_does_not_fill_it_either(real, capsys):
    before = real.read_bytes()

    assert main(["demo", "--store", str(real), *SMALL]) == 0

    assert real.read_bytes() == before
    assert capsys.readouterr().out.startswith(str(real.with_name("demo-kalmar-2021.db")))


@pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 400])
def test_what_is_no_demo_is_refused_and_left_as_it_is(tmp_path, template_store, content, capsys):
    place = tmp_path / "mine.db"
    place.write_bytes(template_store.read_bytes() if content is None else content)
    before = place.read_bytes()

    assert main(["demo", "--store", str(place), *SMALL]) == 2

    assert place.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["mine.db"]
    assert str(place) in capsys.readouterr().err


def test_a_demo_that_somebody_put_their_own_association_into_is_refused(tmp_path, workspace):
    with workspace.store.read():
        where = workspace.store.where
    with pytest.raises(UsageError):
        open_or_make(where, a_setting())


def test_the_same_demo_again_is_opened_as_it_is(tmp_path):
    setting, place = a_setting(size=30), tmp_path / "demo.db"
    first = open_or_make(str(place), setting)
    before = place.read_bytes()

    again = open_or_make(str(place), setting)

    assert first.made is not None
    assert again.made is None
    assert place.read_bytes() == before


def test_another_demo_takes_its_place(tmp_path):
    place = tmp_path / "demo.db"
    settings = [a_setting(size=30), a_setting(size=31)]
    digests = []
    for setting in settings:
        assert open_or_make(str(place), setting).made is not None
        digests.append(digest(place, setting))

    assert len(set(digests)) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["demo.db"]


def test_a_day_that_is_given_is_the_day_it_opens_on(home, capsys):
    assert main(["demo", "--today", "2021-06-01", *SMALL]) == 0

    assert "--today 2021-06-01" in capsys.readouterr().out


def test_the_screens_open_on_the_demo(home, monkeypatch):
    opened = []
    monkeypatch.setattr("tracker.cli.screens.open_screens", opened.append)

    assert main(["demo", "finnveden-2021", "--size", "30"]) == 0

    assert opened[0].where == str(home / "demo-finnveden-2021.db")
    assert opened[0].today.isoformat() == "2022-03-01"


def test_a_plan_that_is_not_there_is_a_sentence(home, capsys):
    assert main(["demo", "kalmar-2020", "--no-open", "--lang", "en"]) == 2
    assert "kalmar-2021" in capsys.readouterr().err
    assert list(home.iterdir()) == []


def test_the_command_and_the_data_agree_on_what_is_usual():
    assert (DEFAULT_PLAN, DEFAULT_SEED) == (defaults.DEFAULT_PLAN, defaults.DEFAULT_SEED)


def test_a_plan_s_id_is_a_safe_file_name(tmp_path):
    setting = a_setting()
    assert place_of(setting, tmp_path / "tracker.db") == str(tmp_path / "demo-kalmar-2021.db")
