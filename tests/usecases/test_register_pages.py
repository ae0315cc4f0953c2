"""Pages of the register: every row once, in order, however they are looked for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.pages import EpisodeState
from tests.factories import a_store, a_workspace, an_entry, an_exit
from tracker.register.pages import count_states, read_page
from tracker.register.searching import COLUMNS, Search
from tracker.registration import record_exit, save, void

FIRST = date(2021, 1, 1)


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory):
    return a_store(tmp_path_factory.mktemp("register"))


@pytest.fixture(scope="module")
def filled(filled_file):
    """Twelve entries in two interventions: 4 ongoing, 7 ended (1 without outcome), 1 voided."""
    workspace = a_workspace(filled_file)
    for number in range(12):
        start = FIRST + timedelta(days=20 * (number // 2))
        insats = "krus" if number % 3 else "navet"
        key = {"insats": insats, "deltagande": f"{insats[0].upper()}-{number:03}"}
        save(workspace, "deltaganden", an_entry(**key, startdatum=start.isoformat()))
        if number % 3 != 2 and number != 10:
            gap = {"arbete_efter": ""} if number == 4 else {}
            day = (start + timedelta(days=200 - number)).isoformat()
            record_exit(workspace, *key.values(), an_exit(slutdatum=day, **gap) | gap)
    void(workspace, "krus", "K-010")
    yield workspace
    workspace.close()


def walk(workspace, search, size):
    """All rows of a search, page by page."""
    page = read_page(workspace, search, size=size)
    rows = list(page.rows)
    while page.last is not None:
        page = read_page(workspace, search, page.last, size=size)
        assert len(page.rows) <= size
        rows += page.rows
    return rows


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_pages_of_any_size_hold_every_row_once_and_in_the_same_order(
    filled, size, column, descending
):
    search = Search(column=column, descending=descending)
    whole = [row.key for row in read_page(filled, search).rows]
    assert len(set(whole)) == len(whole) == 12
    assert [row.key for row in walk(filled, search, size)] == whole


def test_the_latest_start_comes_first(filled):
    starts = [row.start for row in read_page(filled, Search()).rows]
    assert starts == sorted(starts, reverse=True)


def test_by_end_the_ongoing_come_last(filled):
    latest = Search(column="slutdatum")
    for search in (latest, latest.sorted_by("slutdatum")):
        ends = [row.end for row in read_page(filled, search).rows]
        known = [end for end in ends if end]
        assert known == sorted(known, reverse=search.descending)
        assert ends == known + [None] * 5


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("deltagande", lambda row: row.number),
        ("insats", lambda row: row.intervention),
        ("startdatum", lambda row: row.start),
        ("avslutsanledning", lambda row: row.reason if row.end else ""),
    ],
)
def test_rows_are_sorted_by_what_is_read(filled, column, value):
    up = replace(Search(column=column), descending=False)
    values = [value(row) for row in read_page(filled, up).rows]
    known = [each for each in values if each]
    assert len(set(known)) > 1 or column == "avslutsanledning"
    assert values == sorted(known) + [""] * (len(values) - len(known))
    down = [value(row) for row in read_page(filled, replace(up, descending=True)).rows]
    assert down == sorted(known, reverse=True) + [""] * (len(values) - len(known))


def test_among_equals_the_latest_start_comes_first(filled):
    rows = read_page(filled, replace(Search(column="insats"), descending=False)).rows
    starts = [row.start for row in rows if row.insats == "navet"]
    assert starts == sorted(starts, reverse=True)
    assert len(starts) == 4


def test_the_counts_of_states_add_up(filled):
    counts = count_states(filled, Search())
    assert (counts.total, counts.ongoing, counts.ended, counts.voided) == (12, 4, 7, 1)
    assert counts.missing == 1


def test_the_counts_are_of_what_is_looked_for_but_of_every_state(filled):
    counts = count_states(filled, Search("navet", state=EpisodeState.VOIDED))
    assert (counts.total, counts.ended, counts.voided) == (4, 4, 0)


@pytest.mark.parametrize(
    ("search", "numbers"),
    [
        (Search("k-01"), ["K-011", "K-010"]),
        (Search("K-01"), ["K-011", "K-010"]),
        (Search("01"), ["K-011", "K-010", "K-001"]),
        (Search("navet"), ["N-009", "N-006", "N-003", "N-000"]),
        (Search("lillby"), ["N-009", "N-006", "N-003", "N-000"]),
        (Search("nav 03"), ["N-003"]),
        (Search("", "navet"), ["N-009", "N-006", "N-003", "N-000"]),
        (Search("makul"), ["K-010"]),
        (Search("", None, EpisodeState.VOIDED), ["K-010"]),
        (Search("pågående"), ["K-011", "K-008", "K-005", "K-002"]),
        (Search("pågående k-00"), ["K-008", "K-005", "K-002"]),
        (Search("ongoing", "navet"), []),
        (Search("utfall saknas"), ["K-004"]),
        (Search("saknas ingenting"), []),
        (Search("avslut 07"), ["K-007"]),
        (Search("100 %"), []),
        (Search("%"), []),
        (Search("_"), []),
        (Search("man"), []),
        (Search("kvinna navet"), ["N-009", "N-006", "N-003", "N-000"]),
        (Search("30–39 07"), ["K-007"]),
        (Search("30- 07"), ["K-007"]),
        (Search("plan 03"), ["N-003"]),
        (Search("", this_year=True), []),
    ],
)
def test_finds_by_number_intervention_and_state(filled, search, numbers):
    assert [row.number for row in read_page(filled, search).rows] == numbers


def test_a_typed_state_goes_before_the_chosen_one(filled):
    chosen = Search("pågående", state=EpisodeState.VOIDED)
    assert len(read_page(filled, chosen).rows) == 4


def test_rows_are_in_words(filled):
    rows = {row.number: row for row in read_page(filled, Search()).rows}
    ended, ongoing, voided = rows["K-001"], rows["K-002"], rows["K-010"]
    assert (ended.sex, ended.age, ended.work, ended.study) == ("Kvinna", "30–39", "50 %", "0 %")
    assert ended.reason.startswith("Avslutad enligt plan")
    assert (ongoing.reason, ongoing.work, ongoing.is_ongoing) == ("Pågående", "–", True)
    assert (voided.reason, voided.voided, voided.is_ongoing) == ("Makulerad", True, False)
    assert rows["K-004"].work == "saknas"


def test_the_words_follow_the_language(filled, filled_file):
    english = a_workspace(filled_file, lang="en")
    rows = {row.number: row for row in read_page(english, Search("ongoing")).rows}
    assert rows["K-002"].reason == "Ongoing"
    assert rows["K-002"].sex == "Woman"
    english.close()


def test_an_empty_store_has_an_empty_page(workspace):
    page = read_page(workspace, Search())
    assert (page.rows, page.last) == ((), None)
    assert count_states(workspace, Search()).total == 0
    assert [key for key, _ in page.interventions] == ["krus", "navet", "guiden"]
