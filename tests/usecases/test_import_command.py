"""`tracker import` and `tracker template` as they are typed: output, talk, exit codes."""

import json

import pytest

from db.tables import Episode
from tests.factories import an_entry, an_exit
from tests.usecases.files import ROWS, a_file, rows_in
from tracker.cli import main
from tracker.validation.kinds import KINDS

TODAY = ["--today", "2022-03-01", "--user", "anna", "--lang", "sv"]
KEYS = ["kind", "files", "read", "added", "changed", "unchanged", "rejected", "dry_run"]


@pytest.fixture
def run(store_file, capsys):
    def command(*arguments):
        code = main(["--store", str(store_file), *TODAY, *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_json_has_the_keys_that_programs_rely_on(run, tmp_path):
    file = a_file(tmp_path, [an_entry(), an_entry(deltagande="K-2")])

    code, out, err = run("import", "deltaganden", file, "--json")

    told = json.loads(out)
    assert code == 0
    assert list(told)[:8] == KEYS
    assert (told["kind"], told["files"]) == ("deltaganden", [str(file)])
    assert [told[key] for key in KEYS[2:]] == [2, 2, 0, 0, [], False]
    assert err == ""


def test_rejected_rows_give_exit_code_1_and_their_place(run, tmp_path, workspace):
    file = a_file(tmp_path, [an_entry(), an_entry(deltagande="K-2", kön="kvina")])

    code, out, _ = run("import", "deltaganden", file, "--json")

    told = json.loads(out)
    assert code == 1
    assert (told["read"], told["added"]) == (2, 0)
    assert told["rejected"][0]["file"] == str(file)
    assert (told["rejected"][0]["row"], told["rejected"][0]["column"]) == (3, "kön")
    assert "kvinna" in told["rejected"][0]["reason"]
    assert rows_in(workspace, Episode) == 0


def test_the_count_of_problems_is_the_length_of_the_list(run, tmp_path):
    rows = [an_entry(deltagande=f"K-{place}", kön="x") for place in range(23)]

    code, out, err = run("import", "deltaganden", a_file(tmp_path, rows))

    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 24
    assert "23" in err.splitlines()[-1]


def test_a_dry_run_says_what_would_happen_and_stores_nothing(run, tmp_path, workspace):
    file = a_file(tmp_path, [an_entry()])

    code, out, err = run("import", "deltaganden", file, "--dry-run")

    assert code == 0
    assert "1 nya" in out
    assert "provkörning" in err
    assert rows_in(workspace, Episode) == 0
    assert json.loads(run("import", "deltaganden", file, "--dry-run", "--json")[1])["dry_run"]


def test_changed_rows_and_corrected_deliveries_are_listed(run, tmp_path):
    row = {**an_entry(), **an_exit()}
    run("import", "deltaganden", a_file(tmp_path, [row]))

    code, out, _ = run("import", "deltaganden", a_file(tmp_path, [{**row, "arbete_efter": "75"}]))

    assert code == 0
    assert "krus K-001, arbete_efter: 50 blir 75" in out
    count = {**ROWS["antal"][2], "leverans": "L-1"}
    run("import", "antal", a_file(tmp_path, [count]))
    code, out, _ = run("import", "antal", a_file(tmp_path, [{**count, "leverans": "L-2"}]))
    assert "L-2 ersätter L-1" in out


def test_all_files_of_a_call_are_one(run, tmp_path):
    good = a_file(tmp_path, [an_entry()], "a.csv")

    code, out, err = run("import", "deltaganden", good, tmp_path / "saknas.csv", "--json")

    assert code == 1
    assert json.loads(out)["rejected"][0]["row"] is None
    assert "Traceback" not in err


@pytest.mark.parametrize(("typed", "meant"), [("UPPFOLJNINGAR", "utfall"), ("enkatsvar", "fråga")])
def test_kinds_may_be_typed_without_dots(run, tmp_path, typed, meant):
    assert run("template", typed, "--to", tmp_path / "mall.csv")[0] == 0
    assert meant in (tmp_path / "mall.csv").read_text(encoding="utf-8-sig")


def test_an_unknown_kind_is_wrong_usage(run, tmp_path):
    code, _, err = run("import", "deltagande", a_file(tmp_path, [an_entry()]))

    assert code == 2
    assert "deltaganden" in err


def test_a_wrong_mapping_is_wrong_usage(run, tmp_path):
    mapping = a_file(tmp_path, '[columns]\n"In" = "startdtum"\n', "m.toml")

    code, _, err = run(
        "import", "deltaganden", a_file(tmp_path, [an_entry()]), "--mapping", mapping
    )

    assert code == 2
    assert "startdatum" in err


def test_overwrite_is_an_option(run, tmp_path):
    row = {**an_entry(), **an_exit()}
    run("import", "deltaganden", a_file(tmp_path, [row]))
    void = {"insats": "krus", "deltagande": "K-001", "slutdatum": "2022-01-20"}
    void["avslutsanledning"] = "felregistrering"
    run("import", "deltaganden", a_file(tmp_path, [void]))

    assert run("import", "deltaganden", a_file(tmp_path, [row]))[0] == 1
    assert run("import", "deltaganden", a_file(tmp_path, [row]), "--overwrite")[0] == 0


def test_a_template_needs_no_store(tmp_path, capsys):
    nowhere = ["--store", str(tmp_path / "saknas.db"), *TODAY]

    for kind in KINDS:
        assert main([*nowhere, "template", kind, "--to", str(tmp_path / f"{kind}.xlsx")]) == 0
    assert not (tmp_path / "saknas.db").exists()
    capsys.readouterr()


def test_progress_is_told_to_a_terminal(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    file = a_file(tmp_path, [an_entry()])

    assert f"Läser {file}" in run("import", "deltaganden", file)[2]
