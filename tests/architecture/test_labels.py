"""Every code and every column has its words in both languages."""

import pytest

import db.codes
from db.codes import CodeList
from db.seeds import SEEDS
from db.tables.audit import CHANGE_KINDS
from tracker.validation.coded import OneCode, SeveralCodes
from tracker.validation.kinds import KINDS
from tracker.wording import language
from tracker.wording.changes import change_label
from tracker.wording.code_labels import CODE_LABELS, PLAIN_LABELS
from tracker.wording.column_labels import COLUMN_LABELS, HELPS
from tracker.wording.labels import column_help, column_label, kind_label, label, text_label

LISTS = [
    each
    for each in vars(db.codes).values()
    if isinstance(each, type)
    and issubclass(each, db.codes.StrEnum)
    and each is not db.codes.StrEnum
]
COLUMNS = [(kind.name, column.name) for kind in KINDS.values() for column in kind.columns]
BOTH = pytest.mark.parametrize("code", ["sv", "en"])
SAME_WORD = {"Man", "Administration", "Budget", "Plan", "Period"}
"""Words that are the same in both languages."""


def translated(code, english):
    """The words in a language, which for Swedish are not the English ones."""
    said = language(code).text(english)
    assert said
    assert code == "en" or said != english or english in SAME_WORD
    return said


@BOTH
@pytest.mark.parametrize("members", LISTS, ids=lambda each: each.__name__)
def test_every_code_of_every_closed_list_has_a_label(members, code):
    assert {member.value for member in members} <= CODE_LABELS[members].keys()
    for member in members:
        translated(code, CODE_LABELS[members][member.value])
        assert label(language(code), members, member) == label(language(code), members, str(member))


@BOTH
def test_the_words_for_none_of_several_codes_have_labels(code):
    types = {column.type for kind in KINDS.values() for column in kind.columns}
    several = [each for each in types if isinstance(each, SeveralCodes) and each.none]
    assert several
    for each in several:
        translated(code, CODE_LABELS[each.members][each.none])


@BOTH
@pytest.mark.parametrize(("kind", "column"), COLUMNS, ids=lambda each: each)
def test_every_column_has_a_label(kind, column, code):
    assert column_label(language(code), kind, column) == translated(
        code, COLUMN_LABELS[kind][column]
    )


@BOTH
def test_every_help_belongs_to_a_column_and_is_translated(code):
    for kind, columns in HELPS.items():
        for column, sentence in columns.items():
            assert column in KINDS[kind].by_name
            assert column_help(language(code), kind, column) == translated(code, sentence)
    assert column_help(language(code), "deltaganden", "kön") is None


@BOTH
def test_every_kind_every_change_and_the_plain_words_have_labels(code):
    spoken = language(code)
    for kind in KINDS:
        assert kind_label(spoken, kind) != kind
    for kind in CHANGE_KINDS:
        assert change_label(spoken, kind) != kind
    for word in PLAIN_LABELS:
        assert text_label(spoken, word)


def test_no_label_is_left_over():
    assert {(kind, name) for kind, names in COLUMN_LABELS.items() for name in names} == set(COLUMNS)
    assert set(CODE_LABELS) == set(LISTS)
    extra = {"ingen", "inget"}
    for members, labels in CODE_LABELS.items():
        assert labels.keys() - {member.value for member in members} <= extra


def test_codes_of_a_list_can_be_told_apart_by_their_labels():
    for members in CODE_LABELS:
        for code in ("sv", "en"):
            labels = [label(language(code), members, member) for member in members]
            assert len(set(labels)) == len(labels)


def test_lists_that_may_grow_begin_with_labels_in_both_languages():
    assert set(SEEDS) == set(CodeList)
    for members in SEEDS.values():
        assert all(code and swedish and english for code, swedish, english in members)


def test_columns_show_codes_by_their_labels():
    column = KINDS["deltaganden"].by_name["kön"]
    assert isinstance(column.type, OneCode)
    assert label(language("sv"), column.type.members, "kvinna") == "Kvinna"
    assert label(language("en"), column.type.members, "kvinna") == "Woman"
