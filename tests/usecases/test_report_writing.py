"""`tracker report`: files that are whole, never over another one unasked, and plain refusals."""

from pathlib import Path

import pytest

from tests.usecases.small_year import a_small_year
from tracker.cli import main
from tracker.errors import DataError
from tracker.reports.model import Report
from tracker.reports.writing import write_report

KNOWN = ".docx, .pdf, .html, .xlsx, .csv, .md"
EMPTY = Report("Titel", "Under", "sv", (), about={"date": "2022-03-01"})


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"))


@pytest.fixture
def tracker(store, capsys, monkeypatch):
    """Run a command on the store; gives its exit code, data and talk."""
    for name in ("TRACKER_STORE", "TRACKER_LANG", "TRACKER_TODAY"):
        monkeypatch.delenv(name, raising=False)

    def run(*args):
        code = main([*map(str, args), "--store", str(store), "--today", "2022-03-01"])
        spoken = capsys.readouterr()
        return code, spoken.out, spoken.err

    return run


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        ("md", b"# "),
        ("XLSX", b"PK"),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("html", b"<!DOCTYPE html>"),
        ("csv", b"\xef\xbb\xbfTabell;"),
    ],
)
def test_a_report_is_written(tracker, tmp_path, suffix, start):
    place = tmp_path / f"rapport.{suffix}"
    code, data, said = tracker("report", "--period", "2021", "--to", place)
    assert (code, data, said.splitlines()[0]) == (0, "", f"Skriven: {place}")
    assert place.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [place]


def test_what_is_to_be_looked_at_is_said_with_the_report(tracker, tmp_path):
    """A report of an earlier year has to hide more once a later one is out."""
    later, warning = "En rapport om senare tid är redan gjord", "om datakvalitet är öpp"
    said = [
        tracker("report", "--period", period, "--to", tmp_path / f"{period}.md")[2]
        for period in ("2021", "2020")
    ]
    assert [later in one for one in said] == [False, True]
    assert all(warning in one for one in said)


def test_the_default_period_is_the_latest_plan_year(tracker, tmp_path):
    assert tracker("report", "--to", tmp_path / "r.md")[0] == 0
    assert "Måluppföljning 2021" in (tmp_path / "r.md").read_text(encoding="utf-8")


def test_a_file_is_replaced_only_when_asked(tracker, tmp_path):
    place = tmp_path / "r.md"
    place.write_text("annat", encoding="utf-8")
    code, _, said = tracker("report", "--to", place)
    assert (code, place.read_text(encoding="utf-8")) == (2, "annat")
    assert said == f"Det finns redan en fil {place}. Ersätt den med --overwrite.\n"
    assert tracker("report", "--to", place, "--overwrite")[0] == 0
    assert place.read_text(encoding="utf-8").startswith("# Måluppföljning 2021")


@pytest.mark.parametrize("name", ["r.odt", "rapport", ".md"])
def test_an_unknown_ending_names_the_known_ones(tracker, tmp_path, name):
    code, _, said = tracker("report", "--to", tmp_path / name)
    assert code == 2
    assert said == f"”{name}” säger inte vilket format som menas. Välj något av: {KNOWN}\n"


def test_a_folder_that_is_not_there_or_stands_in_the_way(tracker, tmp_path):
    code, _, said = tracker("report", "--to", tmp_path / "borta" / "r.md")
    assert (code, said) == (2, f"Det finns ingen mapp {tmp_path / 'borta'}.\n")
    (tmp_path / "r.md").mkdir()
    code, _, said = tracker("report", "--to", tmp_path / "r.md", "--overwrite")
    assert (code, said) == (2, f"{tmp_path / 'r.md'} är en mapp.\n")


def test_a_period_that_is_none_is_refused(tracker, tmp_path):
    code, _, said = tracker("report", "--period", "2021-X", "--to", tmp_path / "r.md")
    assert code == 2
    assert "2021-X" in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_is_a_sentence_and_stays(tmp_path, monkeypatch):
    """Excel on Windows locks the file it shows."""
    place = tmp_path / "r.md"
    place.write_text("öppen", encoding="utf-8")

    def locked(_self, _target):
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(DataError, match="open in another program"):
        write_report(EMPTY, place, overwrite=True)
    assert place.read_text(encoding="utf-8") == "öppen"
    assert list(tmp_path.iterdir()) == [place]


def test_nothing_is_left_behind_when_writing_is_broken_off(tmp_path, monkeypatch):
    def interrupted(_self, _target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_report(EMPTY, tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []
