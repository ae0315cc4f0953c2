"""`tracker export` as a person types it: files, sentences, exit codes."""

import pytest

from tests.usecases.files import fill
from tracker.cli import main


@pytest.fixture
def run(workspace, store_file, tmp_path, capsys):
    """Run the command; the exit code, what was said and the file."""
    fill(workspace, "deltaganden", "insatser")

    def export(kind, name, *rest, lang="sv"):
        place = tmp_path / name
        options = ["--store", str(store_file), "--today", "2022-03-01", "--lang", lang]
        capsys.readouterr()
        code = main(["export", kind, "--to", str(place), *rest, *options])
        found = capsys.readouterr()
        assert found.out == ""
        return code, found.err, place

    return export


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_rows_about_persons_come_with_a_warning(run, lang):
    code, said, place = run("deltaganden", "d.csv", lang=lang)
    assert code == 0
    assert place.read_bytes().startswith("\ufeffinsats;deltagande;".encode())
    assert ("enskilda personer" in said) == (lang == "sv")
    assert ("single persons" in said) == (lang == "en")
    _, said, _ = run("insatser", "i.csv", lang=lang)
    assert "enskild" not in said
    assert "single" not in said


def test_a_delivery_says_what_is_in_it_and_what_is_hidden(run):
    code, said, place = run("counts", "c.csv", "--period", "2021")
    assert code == 0
    assert "Leverans för 2021: krus." in said
    assert "dold = ja" in said
    assert "bryggan, navet" in said
    assert "K-001" not in place.read_text(encoding="utf-8")
    _, said, _ = run("counts", "öppen.csv", "--period", "2022")
    assert "Perioden är inte slut" in said


def test_finsam_and_the_catalogue(run):
    code, said, place = run("finsam", "f.xlsx", "--period", "2021")
    assert (code, place.read_bytes()[:2]) == (0, b"PK")
    assert "inte för att publiceras" in said
    code, _, place = run("katalog", "k.html")
    assert code == 0
    assert "KRUS" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "name", "rest", "part"),
    [
        ("deltagare", "x.csv", (), "deltaganden"),
        ("finnsam", "x.csv", (), "finsam"),
        ("deltaganden", "x.docx", (), ".csv, .xlsx"),
        ("deltaganden", "finns/ej.csv", (), "mapp"),
        ("deltaganden", "x.csv", ("--period", "2021"), "--period"),
        ("finsam", "x.csv", ("--insats", "krus"), "--insats"),
        ("finsam", "x.csv", ("--period", "2021-H1"), "kalenderår"),
        ("katalog", "x.txt", (), ".docx"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_is_written(run, kind, name, rest, part):
    code, said, place = run(kind, name, *rest)
    assert code == 2
    assert part in said
    assert "Traceback" not in said
    assert not place.exists()


def test_a_file_is_not_replaced_unasked(run):
    run("deltaganden", "d.csv")
    code, said, place = run("deltaganden", "d.csv")
    assert code == 2
    assert "--overwrite" in said
    place.write_text("annat", encoding="utf-8")
    assert run("deltaganden", "d.csv", "--overwrite")[0] == 0
    assert place.read_text(encoding="utf-8") != "annat"


def test_nobody_in_the_period_is_said(run):
    code, said, _ = run("counts", "c.csv", "--period", "2015")
    assert code == 1
    assert "Ingen deltog 2015" in said


def test_a_place_that_cannot_be_written_is_said(run, tmp_path):
    (tmp_path / "mapp.csv").mkdir()
    code, said, _ = run("deltaganden", "mapp.csv")
    assert code == 2
    assert "mapp" in said
