"""`tracker method`: the note on the terminal and in a file."""

import pytest

from tests.usecases.noted import an_example
from tracker.cli import main


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return an_example(tmp_path_factory.mktemp("example"))


@pytest.fixture
def run(store, capsys):
    """Run `tracker method`; its exit code, what it printed, what it said beside."""

    def call(*argv, lang="sv"):
        rest = ["--store", str(store), "--lang", lang, "--today", "2022-03-01"]
        code = main(["method", "--period", "2021", *argv, *rest])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_it_is_printed_in_lines_that_fit(run):
    code, out, err = run()
    assert (code, err) == (0, "")
    assert out.startswith("SÅ LÄSES UTFALLEN\n")
    assert "\nMÅLENS DEFINITIONER\n" in out
    assert "mål 3: 14 av 112" in out
    wide = [line for line in out.splitlines() if len(line) > 120]
    assert all(line[0].isdigit() for line in wide), "only headings of goals may be long"


def test_it_is_printed_in_english_too(run):
    assert run(lang="en")[1].startswith("HOW THE OUTCOMES ARE READ\n")


def test_it_is_written_to_a_file_and_never_over_another_unasked(run, tmp_path):
    place = tmp_path / "metod.md"
    code, out, err = run("--to", str(place))
    assert (code, out) == (0, "")
    assert place.name in err
    text = place.read_text(encoding="utf-8")
    assert text.startswith("# Så har siffrorna tagits fram\n")
    assert "\n## Osäkerhetsintervall (95" in text
    assert "\n### 3. 30 % av deltagarna" in text
    assert run("--to", str(place))[0] == 2
    assert run("--to", str(place), "--overwrite")[0] == 0


def test_a_file_whose_format_is_unknown_is_refused(run, tmp_path):
    code, out, err = run("--to", str(tmp_path / "metod.txt"))
    assert (code, out) == (2, "")
    assert "metod.txt" in err
    assert not (tmp_path / "metod.txt").exists()
