"""Files as they come: encodings, delimiters, Excel, and files that cannot be read."""

import datetime as dt
import random

import pytest

from db.tables import Episode
from tests.factories import an_entry, an_exit
from tests.usecases.files import (
    EPISODES,
    a_file,
    a_workbook,
    as_csv,
    counts,
    reasons,
    rows_in,
    taken,
    where,
)
from tracker.registration import episode, stored_draft
from tracker.transfer import reading_large

FOUR_NEW = (4, 0, 0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_encoding_and_delimiter(workspace, tmp_path, encoding, delimiter):
    file = a_file(tmp_path, as_csv(EPISODES, delimiter=delimiter), encoding=encoding)

    assert counts(taken(workspace, "deltaganden", file)) == FOUR_NEW
    assert episode(workspace, "krus", "K-001")["försörjning_före"] == "sjukpenning+försörjningsstöd"


def test_commas_as_delimiter_and_decimal_commas_in_quotes(workspace):
    text = 'år,slag,benämning,utfall\n2021,bidrag,"Stat, region",6000000\n2021,pott,,"12,50"\n'

    assert counts(taken(workspace, "ekonomi", text)) == (2, 0, 0, 0)
    key = {"år": "2021", "slag": "pott", "till_och_med": "", "insats": "", "benämning": ""}
    assert stored_draft(workspace, "ekonomi", key)["utfall"] == "12,50"


def test_decimal_commas_do_not_pass_for_delimiters(workspace):
    text = "år;slag;budget;utfall\n2021;pott;1,50;2,50\n2021;bidrag;3,50;4,50\n"

    assert counts(taken(workspace, "ekonomi", text)) == (2, 0, 0, 0)


def test_headers_in_any_order_case_and_with_blanks_around(workspace):
    names = list(dict.fromkeys(name for row in EPISODES for name in row))
    random.shuffle(names)
    lines = as_csv(EPISODES, columns=names).splitlines()
    lines[0] = ";".join(f"  {name.upper()} " for name in names)

    assert counts(taken(workspace, "deltaganden", "\n".join(lines))) == FOUR_NEW


def test_decomposed_letters_are_the_same_letters(workspace):
    import unicodedata

    text = unicodedata.normalize("NFD", as_csv(EPISODES))

    assert counts(taken(workspace, "deltaganden", text)) == FOUR_NEW


def test_columns_of_ones_own_are_never_read(workspace):
    row = {**an_entry(), "x_namn": "Anna Andersson", "X_pnr": "19850312-1234"}

    assert counts(taken(workspace, "deltaganden", [row])) == (1, 0, 0, 0)
    assert "Andersson" not in str(episode(workspace, "krus", "K-001"))


def test_blank_rows_are_skipped_and_counted(workspace):
    good, bad = as_csv([an_entry()]), "krus;K-002;kvina"
    head = good.splitlines()
    text = "\n".join([head[0], "", head[1], ";;;", bad, ""])

    plan = taken(workspace, "deltaganden", text)

    assert {row for row, _ in where(plan)} == {5}
    assert plan.read == 2


def test_excel_with_real_dates_numbers_and_truths(workspace, tmp_path):
    head = ["insats", "deltagande", "startdatum", "slutdatum", "avslutsanledning"]
    head += ["arbete_efter", "plan_efter", "kön"]
    row = ["krus", "K-9", dt.date(2021, 2, 1), dt.datetime(2021, 5, 1), "enligt_plan"]  # noqa: DTZ001
    file = a_workbook(tmp_path, [head, [*row, 50.0, True, "kvinna"]])

    assert counts(taken(workspace, "deltaganden", file)) == (1, 0, 0, 0)
    stored = episode(workspace, "krus", "K-9")
    assert (stored["slutdatum"], stored["arbete_efter"]) == ("2021-05-01", "50")
    assert stored["plan_efter"] == "ja"


def test_excel_amounts_keep_their_ore(workspace, tmp_path):
    table = [["år", "slag", "utfall"], [2021, "bidrag", 151200.5], [2021, "pott", 0.1 + 0.2]]

    assert counts(taken(workspace, "ekonomi", a_workbook(tmp_path, table))) == (2, 0, 0, 0)


def test_the_sheet_named_as_the_kind_comes_before_the_first(workspace, tmp_path):
    table = [list(an_entry()), list(an_entry().values())]
    file = a_workbook(tmp_path, table, sheet="Deltaganden", before=("Läs mig",))

    assert counts(taken(workspace, "deltaganden", file)) == (1, 0, 0, 0)


def test_rows_of_an_excel_file_are_those_that_excel_shows(workspace, tmp_path):
    wrong = an_entry(deltagande="K-2", kön="kvina")
    table = [list(an_entry()), list(an_entry().values()), [], list(wrong.values())]

    assert where(taken(workspace, "deltaganden", a_workbook(tmp_path, table))) == [(4, "kön")]


def test_an_excel_file_is_known_by_its_content(workspace, tmp_path):
    table = [list(an_entry()), list(an_entry().values())]
    file = a_workbook(tmp_path, table).rename(tmp_path / "rader.csv")

    assert counts(taken(workspace, "deltaganden", file)) == (1, 0, 0, 0)


def test_every_truncated_excel_file_gives_a_sentence(workspace, tmp_path):
    table = [list(an_entry()), list(an_entry().values())]
    whole = a_workbook(tmp_path, table).read_bytes()
    for kept in range(0, len(whole) - 30, 211):
        broken = tmp_path / "broken.xlsx"
        broken.write_bytes(whole[:kept])
        plan = taken(workspace, "deltaganden", broken)
        assert plan.rejected
        assert rows_in(workspace, Episode) == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "tom"),
        (b"\r\n\r\n", "tom"),
        (b"\xef\xbb\xbf", "tom"),
        (b"\xd0\xcf\x11\xe0 old", "äldre Excel"),
        (b"insats;deltagande\x00\n", "UTF-8"),
        (b"insats\x81\x8d;deltagande\n", "UTF-8"),
        (b'insats;deltagande\n"krus;K-1\n', "Citattecknen"),
        (b"insats;deltagande;startdatum\nkrus;K-1;2021-01-01;extra\n", "fler celler"),
    ],
)
def test_files_that_cannot_be_read_say_why(workspace, tmp_path, content, expected):
    file = tmp_path / "rader.csv"
    file.write_bytes(content)

    plan = taken(workspace, "deltaganden", file)

    assert counts(plan) == (0, 0, 0, 1)
    assert expected in reasons(plan, workspace)[0]
    assert str(file) in reasons(plan, workspace)[0]


def test_a_file_that_is_not_there_or_is_a_folder(workspace, tmp_path):
    plan = taken(workspace, "deltaganden", tmp_path / "saknas.csv", tmp_path)

    assert [each.file for each in plan.rejected] == [str(tmp_path / "saknas.csv"), str(tmp_path)]


def test_only_headers_is_a_file_without_rows(workspace):
    assert counts(taken(workspace, "deltaganden", "insats;deltagande;startdatum\n")) == (0, 0, 0, 0)


def test_wrong_headers_are_all_listed_with_the_nearest(workspace):
    plan = taken(workspace, "deltaganden", "insats;kön;kön;startdatm\nkrus;man;man;2021-01-01\n")
    said = reasons(plan, workspace)

    assert len(said) == 3
    assert any("startdatm" in each and "startdatum" in each for each in said)
    assert {column for _, column in where(plan)} == {"startdatm", "kön", "deltagande"}


def test_a_file_without_headers_does_not_repeat_an_identifier(workspace):
    plan = taken(workspace, "deltaganden", "krus;850312-1234;kvinna\nkrus;850312-1235;man\n")

    assert "850312" not in str(plan.rejected)


def test_values_below_a_header_without_a_name(workspace):
    plan = taken(workspace, "deltaganden", "insats;;deltagande\nkrus;1;K-1\n")

    assert "2" in reasons(plan, workspace)[0]


def test_large_files_are_read_as_small_ones(workspace, monkeypatch):
    text = as_csv([an_entry(), {**an_entry(deltagande="K-2"), **an_exit()}])
    cut = text.rstrip("\r\n;") + "\r\n"
    monkeypatch.setattr(reading_large, "LARGE", 0)

    assert counts(taken(workspace, "deltaganden", cut)) == (2, 0, 0, 0)
    monkeypatch.undo()
    assert counts(taken(workspace, "deltaganden", cut)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    "oddity", ["\r\n\r\n", "\r\n;;\r\n", "\r\nkrus;K-2;2021-01-01;;;;;;;;;;;;;;;x\r\n"]
)
def test_large_files_that_are_uneven_are_read_the_careful_way(workspace, monkeypatch, oddity):
    text = as_csv([an_entry()]).rstrip() + oddity
    careful = taken(workspace, "deltaganden", text + "krus;K-3;nej\r\n")
    monkeypatch.setattr(reading_large, "LARGE", 0)

    assert taken(workspace, "deltaganden", text + "krus;K-3;nej\r\n") == careful
    assert careful.rejected


def test_a_header_as_long_as_a_book_is_an_unknown_column(workspace):
    text = "y" * 200_000 + ";insats;deltagande\n1;krus;K-1\n"

    assert where(taken(workspace, "deltaganden", text)) == [(1, "y" * 39 + "…")]


def test_a_title_above_the_headers_is_no_row_and_rows_keep_their_place(workspace, tmp_path):
    wrong = an_entry(deltagande="K-2", kön="kvina")
    rows = [list(an_entry().values()), list(wrong.values())]
    table = [["Deltagare 2021"], [], list(an_entry()), *rows]

    assert where(taken(workspace, "deltaganden", a_workbook(tmp_path, table))) == [(5, "kön")]
    table = [["Deltagare 2021"], ["Bara till oss"], list(an_entry()), rows[0]]
    assert counts(taken(workspace, "deltaganden", a_workbook(tmp_path, table))) == (1, 0, 0, 0)


def test_a_sheet_of_titles_alone_has_no_rows_to_read(workspace, tmp_path):
    file = a_workbook(tmp_path, [["Deltagare 2021"], ["Bara till oss"]])
    assert {row for row, _ in where(taken(workspace, "deltaganden", file))} == {1}
