"""Before a file is imported: its path, its kind, what it would do, and mapping it by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tables import Episode
from tests.factories import a_workspace, an_entry
from tests.usecases.files import ROWS, a_file, a_workbook, as_csv, fill, rows_in, taken
from tracker.errors import DataError, UsageError
from tracker.registration import correct, undo
from tracker.transfer.importing import apply_import, preview
from tracker.transfer.mapping import LEFT_OUT, NO_MAPPING, read_mapping
from tracker.transfer.mapping_choices import (
    code_choices,
    column_choices,
    mapping_text,
    needs_overwrite,
    save_mapping,
    unknown_codes,
    unknown_headers,
    with_code,
    with_column,
)
from tracker.transfer.paths_typed import is_file, is_folder, is_there, typed_path
from tracker.transfer.proposing import look_at_file
from tracker.transfer.templates import context_of
from tracker.validation.kinds import KINDS

EPISODES = KINDS["deltaganden"]
FOREIGN = [
    {"Insats": "krus", "deltagande": f"K-00{number}", "Könstillhörighet": sex,
     "startdatum": "2021-02-01", "Handläggare": "ja"}
    for number, sex in ((1, "K"), (2, "M"), (3, "K"))
]  # fmt: skip


@pytest.fixture
def workspace(store_file):
    opened = a_workspace(store_file)
    yield opened
    opened.close()


@pytest.fixture
def context(workspace):
    return context_of(workspace)


def looked(workspace, path, kind="deltaganden", mapping=NO_MAPPING, **options):
    return preview(workspace, kind, path, mapping, overwrite=False, **options)


def test_the_kind_is_told_from_headers_of_other_lists(tmp_path, context):
    place = tmp_path / "lista.csv"
    place.write_text("Insats;Löpnr;Kön;Ålder;Kommun;Start;Slut;Orsak\nKRUS;1;K;33;Lillby;;;\n")
    found = look_at_file(place, context)
    assert (found.kinds[0], found.is_sure) == ("deltaganden", True)


@pytest.mark.parametrize("kind", ROWS)
def test_the_kind_is_told_from_the_headers(tmp_path, context, kind):
    found = look_at_file(a_file(tmp_path, ROWS[kind], "utdrag.csv"), context)
    assert found.kinds[0] == kind
    assert found.rows == len(ROWS[kind])
    assert set(found.kinds) == set(KINDS)


def test_the_sheet_tells_the_kind(tmp_path, context):
    rows = [["omgång", "grupp", "antal"], ["2021", "styrelse", 11]]
    place = a_workbook(tmp_path, rows, sheet="Utskick", before=("Läs mig",))
    found = look_at_file(place, context)
    assert (found.kinds[0], found.is_sure, found.headers) == (
        "utskick",
        True,
        ("omgång", "grupp", "antal"),
    )


def test_a_file_of_somebody_elses_is_told_by_its_name(tmp_path, context):
    place = a_file(tmp_path, [{"A": "1", "B": "2"}], "Ekonomi 2021.csv")
    assert look_at_file(place, context).kinds[0] == "ekonomi"


def test_a_file_that_cannot_be_read_is_answered_with_why(tmp_path, context):
    with pytest.raises(DataError) as caught:
        look_at_file(tmp_path / "borta.csv", context)
    assert len(caught.value.problems) == 1
    (tmp_path / "tom.csv").write_text("")
    with pytest.raises(DataError):
        look_at_file(tmp_path / "tom.csv", context)


def test_a_header_that_identifies_somebody_is_never_shown(tmp_path, context):
    place = a_file(tmp_path, "insats;deltagande;19121212-1212\nkrus;K-1;x\n")
    assert look_at_file(place, context).headers == ("insats", "deltagande", "")


def test_every_row_is_named_with_what_becomes_of_it(workspace, tmp_path):
    taken(workspace, "deltaganden", [an_entry(), an_entry(deltagande="K-002")])
    rows = [an_entry(kommun="Åby"), an_entry(deltagande="K-002"), an_entry(deltagande="K-003")]
    plan = looked(workspace, a_file(tmp_path, rows))
    assert [(each.row, each.key, each.is_new) for each in plan.named] == [
        (3, "krus K-002", False),
        (4, "krus K-003", True),
    ]
    assert [(each.row, each.after) for each in plan.changed] == [(2, {"kommun": "Åby"})]
    assert rows_in(workspace, Episode) == 2


def test_what_was_looked_at_is_what_is_saved_as_one_change(workspace, tmp_path):
    plan = looked(workspace, a_file(tmp_path, [an_entry(), an_entry(deltagande="K-002")]))
    done = apply_import(workspace, plan)
    assert done.change_id is not None
    assert rows_in(workspace, Episode) == 2
    undo(workspace)
    assert rows_in(workspace, Episode) == 0


class Stopped(Exception):  # noqa: N818
    """The watcher wants no more."""


def test_whoever_watches_can_stop_it_at_every_step_and_nothing_is_stored(workspace, tmp_path):
    plan = looked(workspace, a_file(tmp_path, [an_entry()]))
    seen = []
    looked(workspace, Path(plan.files[0]), watch=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] == len(seen)
    for last in range(1, len(seen) + 1):

        def stop(done, _total, last=last):
            if done == last:
                raise Stopped

        with pytest.raises(Stopped):
            apply_import(workspace, plan, watch=stop)
        assert rows_in(workspace, Episode) == 0
    assert apply_import(workspace, plan).change_id


def test_headers_and_codes_are_mapped_by_hand_until_all_is_right(workspace, tmp_path, context):
    place = a_file(tmp_path, FOREIGN)
    headers = look_at_file(place, context).headers
    assert unknown_headers(EPISODES, headers, NO_MAPPING, context) == (
        "Könstillhörighet",
        "Handläggare",
    )
    mapping = with_column(NO_MAPPING, "Könstillhörighet", "kön")
    mapping = with_column(mapping, "Handläggare", "")
    plan = looked(workspace, place, mapping=mapping)
    codes = unknown_codes(plan.rejected, EPISODES, context)
    assert [(each.column, each.text, each.rows) for each in codes] == [
        ("kön", "K", 2),
        ("kön", "M", 1),
    ]
    assert code_choices(EPISODES, "kön", "K", context)[0][0] == "kvinna"
    assert code_choices(EPISODES, "kön", "M", context)[0][0] == "man"
    assert code_choices(EPISODES, "kön", "K", context)[-1][0] == ""
    mapping = with_code(with_code(mapping, "kön", "K", "kvinna"), "kön", "M", "")
    plan = looked(workspace, place, mapping=mapping)
    assert plan.rejected == ()
    assert apply_import(workspace, plan).change_id
    assert rows_in(workspace, Episode) == 3


def test_a_header_that_is_like_none_of_ours_is_left_out_at_first(context):
    assert column_choices(EPISODES, "Handläggare", (), context)[0][0] == ""
    near = column_choices(EPISODES, "Startdag", (), context)
    assert (near[0][0], near[-1][0]) == ("startdatum", "")
    assert "startdatum" not in dict(column_choices(EPISODES, "Startdag", {"startdatum"}, context))


TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip())


HEADERS = st.dictionaries(TEXTS, st.sampled_from(["kön", "kommun", ""]), max_size=4)
CODES = st.dictionaries(TEXTS, st.sampled_from(["kvinna", "man", "vet_ej", ""]), max_size=4)


@given(HEADERS, CODES)
def test_a_mapping_that_was_kept_says_the_same(tmp_path_factory, built_context, columns, codes):
    mapping = NO_MAPPING
    for header, column in columns.items():
        mapping = with_column(mapping, header, column)
    for text, code in codes.items():
        mapping = with_code(mapping, "kön", text, code)
    place = tmp_path_factory.mktemp("mapping") / "mapping.toml"
    save_mapping(mapping, place)
    assert read_mapping(place, EPISODES, built_context) == mapping


@pytest.fixture(scope="module")
def built_context(tmp_path_factory):
    from tests.factories import a_store

    opened = a_workspace(a_store(tmp_path_factory.mktemp("context")))
    yield context_of(opened)
    opened.close()


def test_a_mapping_is_never_written_over(tmp_path):
    place = tmp_path / "mapping.toml"
    save_mapping(NO_MAPPING, place)
    with pytest.raises(UsageError):
        save_mapping(with_column(NO_MAPPING, "a", ""), place)
    assert place.read_text() == mapping_text(NO_MAPPING)


def test_only_what_was_settled_by_hand_asks_for_overwriting(workspace, tmp_path):
    fill(workspace, "deltaganden")
    key = {"insats": "krus", "deltagande": "K-002"}
    correct(workspace, "deltaganden", key, {"kön": "kvinna"})
    place = a_file(tmp_path, [{**ROWS["deltaganden"][1], "kön": "man"}])
    plan = looked(workspace, place)
    assert needs_overwrite(plan.rejected) == len(plan.rejected) == 1
    plan = preview(workspace, "deltaganden", place, NO_MAPPING, overwrite=True)
    assert [each.after for each in plan.changed] == [{"kön": "man"}]
    wrong = looked(workspace, a_file(tmp_path, as_csv([an_entry(kön="katt")]), "fel.csv"))
    assert (needs_overwrite(wrong.rejected), len(wrong.rejected)) == (0, 1)


@pytest.mark.parametrize("typed", ["x" * 5000, f"~{'å' * 300}/rader.csv", "~ingen/rader.csv"])
def test_what_no_disk_can_have_is_not_there(typed):
    """Somebody pastes a letter instead of a path, or types the name of nobody here."""
    path = typed_path(typed)
    assert (is_there(path), is_file(path), is_folder(path)) == (False, False, False)


@pytest.mark.parametrize(
    ("typed", "windows", "path"),
    [
        ('"C:\\Users\\Anna B\\rader.csv"', False, "/mnt/c/Users/Anna B/rader.csv"),
        ("D:/data/rader.csv", False, "/mnt/d/data/rader.csv"),
        ("file:///home/anna/mina%20rader.csv", False, "/home/anna/mina rader.csv"),
        ("/home/anna/mina\\ rader.csv", False, "/home/anna/mina rader.csv"),
        ("'/home/anna/rader.csv' ", False, "/home/anna/rader.csv"),
        ("file:///C:/Users/Anna/rader.csv", True, "C:/Users/Anna/rader.csv"),
        ("C:\\Users\\Anna\\rader.csv", True, "C:\\Users\\Anna\\rader.csv"),
    ],
)
def test_paths_as_they_are_typed_and_pasted(typed, windows, path):
    assert typed_path(typed, windows=windows) == Path(path)


def test_a_path_that_is_there_is_taken_as_it_stands(tmp_path):
    place = tmp_path / "a\\b.csv"
    place.write_text("x")
    assert typed_path(str(place), windows=False) == place
    assert typed_path("~/rader.csv", windows=False) == Path.home() / "rader.csv"


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Löpnr", "deltagande"),
        ("K/M", "kön"),
        ("Ålder", "åldersgrupp"),
        ("Inskriven datum", "startdatum"),
        ("Arbetar %  före", "arbete_före"),
        ("Orsak avslut", "avslutsanledning"),
        ("Jobb % efter", "arbete_efter"),
        ("Arbetar", "arbete_efter"),
        ("Slut", "slutdatum"),
    ],
)
def test_usual_words_of_other_lists_are_proposed_first(context, header, column):
    assert column_choices(KINDS["deltaganden"], header, (), context)[0][0] == column


@pytest.mark.parametrize("header", ["Kommentar", "Namn", "E-post", "Personnummer"])
def test_free_text_and_names_are_left_out_at_first(context, header):
    assert column_choices(KINDS["deltaganden"], header, (), context)[0][0] == LEFT_OUT


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("deltagare_2021.csv", "deltaganden"),
        ("Våra insatser.csv", "insatser"),
        ("uppföljning mars.csv", "uppföljningar"),
        ("Enkatsvar.csv", "enkätsvar"),
    ],
)
def test_part_of_a_kinds_name_in_the_files_name_is_enough(tmp_path, context, name, kind):
    file = tmp_path / name
    file.write_text("eget;annat\n1;2\n", encoding="utf-8")
    assert look_at_file(file, context).kinds[0] == kind


@pytest.mark.parametrize(("age", "band"), [("16", "16-24"), ("24", "16-24"), ("61", "60-")])
def test_an_age_is_proposed_as_its_band(context, age, band):
    proposed = code_choices(KINDS["deltaganden"], "åldersgrupp", age, context)[0][0]
    low, high = proposed.split("-")
    assert int(low) <= int(age) <= int(high or 199)
    assert proposed == band


def test_a_word_that_is_no_code_is_told_once_with_its_first_row_and_how_many(
    workspace, tmp_path, context
):
    rows = [an_entry(deltagande=f"K-{at}", kön="K" if at % 2 else "M") for at in range(9)]
    plan = preview(workspace, "deltaganden", a_file(tmp_path, rows), NO_MAPPING, overwrite=False)
    found = unknown_codes(plan.rejected, KINDS["deltaganden"], context)
    assert [(each.text, each.rows, each.first) for each in found] == [("M", 5, 2), ("K", 4, 3)]
