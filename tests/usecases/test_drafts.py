"""Drafts: one a person and form, without what identifies anybody, forgotten with their row."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.drafts import forget_drafts
from tests.factories import NOW, a_store, a_workspace, an_entry, an_exit
from tracker.register.preparing import exit_start
from tracker.registration import history, save
from tracker.registration.drafts import LONGEST, drop_draft, keep_draft, kept_draft
from tracker.validation.participants import EPISODES

FORM = "exit krus K-001"


@pytest.fixture
def place(tmp_path):
    return a_store(tmp_path)


@pytest.fixture
def workspace(place):
    opened = a_workspace(place)
    save(opened, "deltaganden", an_entry())
    yield opened
    opened.close()


def keep(workspace, texts, form=FORM):
    context = exit_start(workspace, "krus", "K-001").context
    keep_draft(workspace, form, EPISODES, texts, context)


def test_the_last_one_is_given_back_and_only_to_who_typed_it(workspace, place):
    keep(workspace, {"slutdatum": "2022-01-20"})
    keep(workspace, an_exit())
    other = a_workspace(place, actor="bo")
    assert kept_draft(workspace, FORM).texts == an_exit()
    assert kept_draft(workspace, FORM).kept_at == NOW
    assert kept_draft(other, FORM) is None
    assert kept_draft(workspace, "exit krus K-002") is None
    other.close()


def test_it_is_dropped_and_leaves_nothing_in_the_trail(workspace):
    before = history(workspace)
    keep(workspace, an_exit())
    drop_draft(workspace, FORM)
    assert kept_draft(workspace, FORM) is None
    assert history(workspace) == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kommun", "19840312-1234"),
        ("deltagande", "8403121234"),
        ("kommun", "anna@lillby.se"),
        ("kommun", "070-123 45 67"),
        ("arbete_efter", "åttio"),
        ("namn", "Anna"),
    ],
)
def test_what_identifies_somebody_or_is_wrong_is_left_out(workspace, name, text):
    keep(workspace, {"plan_efter": "ja", name: text})
    assert kept_draft(workspace, FORM).texts == {"plan_efter": "ja"}


def test_old_ones_are_forgotten_when_another_is_kept(workspace):
    keep(workspace, an_exit(), "exit krus K-009")
    later = NOW + LONGEST + timedelta(days=1)
    keep(replace(workspace, now=lambda: later), an_exit())
    assert kept_draft(workspace, "exit krus K-009") is None
    assert kept_draft(workspace, FORM).kept_at == later


def test_those_about_a_row_can_be_forgotten(workspace):
    for form in (FORM, "follow_up krus K-001 3", "exit krus K-0012", "entry"):
        keep(workspace, an_exit(), form)
    with workspace.store.write() as session:
        assert forget_drafts(session, workspace.association.id, of="krus K-001") == 2
    left = [form for form in ("exit krus K-0012", "entry") if kept_draft(workspace, form)]
    assert left == ["exit krus K-0012", "entry"]
    assert kept_draft(workspace, FORM) is None
    with workspace.store.write() as session:
        assert forget_drafts(session, workspace.association.id, before=NOW) == 0
        assert forget_drafts(session, workspace.association.id) == 0
