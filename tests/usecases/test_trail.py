"""The audit trail page by page: newest first, narrowed by typed words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.factories import a_workspace, an_entry
from tracker.registration import correct, read_trail, save, undo, undoable
from tracker.wording import language
from tracker.wording.changes import change_text

KEY = {"insats": "krus", "deltagande": "K-1"}


def at(workspace, *when):
    return replace(workspace, now=lambda: datetime(*when, 12, tzinfo=UTC))


@pytest.fixture
def filled(workspace, store_file):
    """Changes by two people in two months."""
    save(at(workspace, 2022, 2, 10), "deltaganden", an_entry(deltagande="K-1"))
    save(at(workspace, 2022, 3, 1), "deltaganden", an_entry(deltagande="K-2"))
    eva = a_workspace(store_file, actor="eva")
    correct(at(eva, 2022, 3, 2), "deltaganden", KEY, {"kön": "man"})
    eva.close()
    return workspace


def subjects(workspace, typed):
    return [line.subject for line in read_trail(workspace, typed).lines]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("k-1", ["deltaganden krus K-1"] * 2),
        ("K-2", ["deltaganden krus K-2"]),
        ("eva", ["deltaganden krus K-1"]),
        ("rätt", ["deltaganden krus K-1"]),
        ("2022-03", ["deltaganden krus K-1", "deltaganden krus K-2"]),
        ("2022-02-10", ["deltaganden krus K-1"]),
        ("anna 2022-02", ["deltaganden krus K-1"]),
        ("anna rätt", []),
        ("100%", []),
    ],
)
def test_every_typed_word_must_hold(filled, typed, found):
    assert [each for each in subjects(filled, typed) if "krus" in each] == found


def test_pages_follow_each_other_without_gaps(filled):
    for number in range(10, 30):
        save(filled, "deltaganden", an_entry(deltagande=f"K-{number}"))
    everything = [line.change_id for line in read_trail(filled).lines]
    seen, before = [], None
    while True:
        page = read_trail(filled, before=before, size=7)
        seen += [line.change_id for line in page.lines]
        before = page.last
        if before is None:
            break
    assert seen == everything == sorted(everything, reverse=True)


def test_what_can_be_undone_is_ones_own_last_change(filled):
    assert undoable(filled).subject == "deltaganden krus K-2"
    undo(filled)
    assert undoable(filled).subject == "deltaganden krus K-1"
    undo_line, undone = read_trail(filled, "K-2").lines
    assert (undo_line.kind, undone.undone) == ("undo", True)


def test_nothing_to_undo_is_nothing(filled, store_file):
    nobody = a_workspace(store_file, actor="nils")
    assert undoable(nobody) is None
    nobody.close()


@pytest.mark.parametrize(
    ("subject", "rows", "said"),
    [
        ("deltaganden", 12, "Importerat: deltaganden, 12 rader"),
        ("deltaganden", 0, "Importerat: deltaganden"),
        ("", 1, "Importerat: 1 rad"),
        ("", 0, "Importerat"),
    ],
)
def test_a_change_is_said_by_what_is_known_of_it(subject, rows, said):
    assert change_text(language("sv"), "import", subject, rows, undone=False) == said
