"""Paper forms: saved whole or not at all, mended, taken back; what one key means."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fourteen import FOURTEEN, PILE, fourteen
from tracker.errors import DataError
from tracker.plans.model import Question
from tracker.registration import history, save, stored_draft
from tracker.surveys import paper
from tracker.surveys.pile import PaperForm, Pile, next_form, open_pile, pile_start, read_again
from tracker.surveys.rounds import round_lines
from tracker.surveys.signs import next_column, shown, understand
from tracker.wording import language

SWEDISH = language("sv")


@pytest.fixture
def workspace(tmp_path):
    opened = fourteen(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def pile(workspace):
    return open_pile(workspace, PILE).pile


def a_form(number="1", sex="kvinna", value="3", **changes):
    return PaperForm(number, {"kön": sex, **dict.fromkeys(FOURTEEN, value), **changes})


def answer(workspace, number, question):
    key = {name: PILE[name] for name in ("omgång", "grupp", "insats")}
    return stored_draft(workspace, "enkätsvar", {**key, "svar": number, "fråga": question})


def problems(caught):
    return [problem.message for problem in caught.value.problems]


def test_a_form_is_one_change_and_what_is_blank_gives_no_row(workspace, pile):
    done = paper.save_form(workspace, pile, a_form(i2="", i3="vet_ej", i4="vill_ej"))
    assert answer(workspace, "1", "i1") == {
        **PILE, "svar": "1", "kön": "kvinna", "fråga": "i1", "värde": "3",
    }  # fmt: skip
    assert [answer(workspace, "1", name)["värde"] for name in ("i3", "i4")] == ["vet_ej", "vill_ej"]
    with pytest.raises(DataError):
        answer(workspace, "1", "i2")
    [line] = [each for each in history(workspace) if each.change_id == done.change_id]
    assert (line.kind, line.rows) == ("log", 13)
    assert line.subject == "enkätsvar 2021-höst deltagare_avslut 1 krus"


def test_the_pile_knows_what_was_saved_and_proposes_the_next_number(workspace, pile):
    assert (pile.stored, pile.proposed, pile.forms) == (0, "1", ())
    paper.save_form(workspace, pile, a_form("1", i7=""))
    again = read_again(workspace, pile)
    assert (again.stored, again.proposed) == (1, "2")
    assert again.forms == (a_form("1", i7=""),)
    assert again.heading == "2021-höst · Deltagare vid avslut · KRUS · 15 november 2021"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], "1"), (["1", "9", "3"], "10"), (["A-09"], "A-10"), (["x"], "1"), (["7", "B-1"], "B-2")],
)
def test_the_next_number_follows_the_pattern_of_the_last_one(numbers, expected):
    assert next_form(numbers) == expected


def test_the_same_number_twice_is_refused_and_nothing_of_it_is_kept(workspace, pile):
    paper.save_form(workspace, pile, a_form("1", value="4"))
    with pytest.raises(DataError) as caught:
        paper.save_form(workspace, pile, a_form("1", value="1"))
    assert problems(caught) == [
        "Form {number} is there already. Choose another number, or correct it."
    ]
    assert answer(workspace, "1", "i5")["värde"] == "4"


def test_the_same_number_in_another_intervention_is_another_form(workspace, pile):
    paper.save_form(workspace, pile, a_form("1"))
    other = open_pile(workspace, {**PILE, "insats": "navet"}).pile
    nowhere = open_pile(workspace, {**PILE, "insats": ""}).pile
    assert (other.proposed, nowhere.proposed) == ("1", "1")
    paper.save_form(workspace, nowhere, a_form("1"))
    assert [line.insats for line in round_lines(workspace)] == [None, None, "krus"]


def test_a_form_without_any_answer_is_refused(workspace, pile):
    with pytest.raises(DataError) as caught:
        paper.save_form(workspace, pile, a_form("1", value=""))
    assert problems(caught) == ["Nothing is answered in form {number}, so it is not saved."]


@pytest.mark.parametrize("number", ["19840312-1234", "070-123 45 67", "anna@example.se"])
def test_a_number_that_tells_who_it_is_is_refused_and_not_repeated(workspace, pile, number):
    with pytest.raises(DataError) as caught:
        paper.save_form(workspace, pile, a_form(number))
    assert number not in str([problem.params for problem in caught.value.problems])
    assert round_lines(workspace) == ()


@pytest.mark.parametrize(("column", "text"), [("i1", "1"), ("i2", "4"), ("i1", "vet_ej")])
def test_one_answer_is_corrected_also_where_there_was_none(workspace, pile, column, text):
    paper.save_form(workspace, pile, a_form(i2=""))
    done = paper.correct_answer(workspace, pile, "1", column, text, "Läste fel")
    assert history(workspace)[0].reason == "Läste fel"
    assert done.change_id is not None
    assert answer(workspace, "1", column)["värde"] == text
    assert answer(workspace, "1", column)["kön"] == "kvinna"
    assert answer(workspace, "1", "i3")["värde"] == "3"


def test_an_answer_is_taken_away_and_the_form_shows_it_as_blank(workspace, pile):
    paper.save_form(workspace, pile, a_form())
    paper.correct_answer(workspace, pile, "1", "i1", "")
    assert read_again(workspace, pile).forms == (a_form(i1=""),)


def test_the_sex_is_corrected_in_every_answer(workspace, pile):
    paper.save_form(workspace, pile, a_form())
    paper.correct_answer(workspace, pile, "1", "kön", "man")
    assert {answer(workspace, "1", name)["kön"] for name in FOURTEEN} == {"man"}


def test_what_is_the_same_already_is_no_change(workspace, pile):
    paper.save_form(workspace, pile, a_form(i2=""))
    same = [("i1", "3"), ("i2", ""), ("kön", "kvinna")]
    done = [paper.correct_answer(workspace, pile, "1", *each) for each in same]
    assert [each.change_id for each in done] == [None, None, None]
    assert len(history(workspace)) == 2, "the plan and the form"


def test_a_form_that_is_gone_cannot_be_corrected(workspace, pile):
    with pytest.raises(DataError) as caught:
        paper.correct_answer(workspace, pile, "7", "i1", "3")
    assert problems(caught) == ["There is no form {number} here any more."]


def test_the_last_form_is_taken_back_and_brought_back_whole(workspace, pile):
    first = paper.save_form(workspace, pile, a_form("1"))
    second = paper.save_form(workspace, pile, a_form("2"))
    made = {first.change_id, second.change_id}
    paper.take_back(workspace, frozenset(made))
    assert [form.number for form in read_again(workspace, pile).forms] == ["1"]
    made.add(paper.bring_back(workspace))
    assert [form.number for form in read_again(workspace, pile).forms] == ["1", "2"]
    paper.take_back(workspace, frozenset(made))
    assert [form.number for form in read_again(workspace, pile).forms] == ["1"]


def test_what_was_not_done_here_is_not_taken_back(workspace, pile):
    paper.save_form(workspace, pile, a_form("1"))
    with pytest.raises(DataError):
        paper.take_back(workspace, frozenset())
    assert read_again(workspace, pile).stored == 1


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"omgång": ""}, "omgång"),
        ({"grupp": "grannar"}, "grupp"),
        ({"grupp": "chefer"}, "grupp"),
        ({"insats": "okänd"}, "insats"),
        ({"datum": "2022-03-02"}, "datum"),
        ({"omgång": "070-123 45 67"}, "omgång"),
    ],
)
def test_a_pile_that_is_wrong_says_where(workspace, changes, column):
    with pytest.raises(DataError) as caught:
        open_pile(workspace, PILE | changes)
    assert [problem.column for problem in caught.value.problems] == [column]


def test_the_pile_begins_as_the_line_with_the_day_that_was_typed_last(workspace, pile):
    paper.save_form(workspace, pile, a_form("1"))
    [line] = round_lines(workspace)
    assert dict(pile_start(workspace, line).draft) == PILE
    assert dict(pile_start(workspace, None).draft) == {"datum": "2022-03-01"}


def test_a_draft_comes_back_as_it_was_and_identifiers_never(workspace, pile):
    form = PaperForm("12", {"kön": "man", "i1": "3", "i2": "", "i3": "vet_ej"})
    paper.keep_form(workspace, pile, form)
    begun = paper.kept_form(workspace)
    assert (begun.chosen, begun.form) == (PILE, form)
    paper.keep_form(workspace, pile, replace(form, number="19840312-1234"))
    assert paper.kept_form(workspace).form == replace(form, number="")
    assert paper.kept_form(replace(workspace, actor="bo")) is None
    paper.drop_form(workspace)
    assert paper.kept_form(workspace) is None


def test_only_the_last_hundred_are_shown_and_all_are_counted(workspace, pile):
    for number in range(1, 103):
        paper.save_form(workspace, pile, PaperForm(str(number), {"i1": "3"}))
    again = read_again(workspace, pile)
    assert (again.stored, len(again.forms), again.forms[0].number) == (102, 100, "3")
    assert again.proposed == "103"


def asking(steps):
    return Pile({}, (Question("q", steps=steps),), (), 0, "1", "")


def press(steps, signs, column="q"):
    found, so_far = None, ""
    for sign in signs:
        found = understand(SWEDISH, asking(steps), column, sign, so_far)
        so_far = found.waits_for
    return found


@pytest.mark.parametrize(
    ("signs", "text"),
    [("1", "1"), ("4", "4"), ("v", "vet_ej"), ("x", "vill_ej"), (" ", "")],
)
def test_one_key_is_an_answer(signs, text):
    assert press(4, signs).text == text


@pytest.mark.parametrize("sign", ["0", "5", "9", "a", "²", "!"])
def test_what_is_no_step_is_refused_in_words(sign):
    found = press(4, sign)
    assert found.text is None
    said = SWEDISH.text(found.refused, **found.params)
    assert said == f"q besvaras med 1–4, inte ”{sign}”."


@pytest.mark.parametrize(("signs", "text"), [("2", "2"), ("1 ", "1"), ("10", "10")])
def test_a_scale_of_ten_waits_for_the_second_digit_only_where_there_may_be_one(signs, text):
    assert press(10, signs).text == text


@given(st.integers(1, 99), st.data())
def test_every_step_of_every_scale_can_be_typed(steps, data):
    step = data.draw(st.integers(1, steps))
    found = press(steps, str(step))
    assert (found.text or found.waits_for) == str(step)
    assert press(steps, f"{step} " if found.text is None else str(step)).text == str(step)


@pytest.mark.parametrize(
    ("sign", "text"), [("k", "kvinna"), ("m", "man"), ("K", "kvinna"), ("v", "vet_ej"), (" ", "")]
)
def test_the_sex_is_one_key(sign, text):
    assert press(4, sign, "kön").text == text
    english = understand(language("en"), asking(4), "kön", "w")
    assert english.text == "kvinna"


def test_a_step_is_no_sex():
    found = press(4, "3", "kön")
    said = SWEDISH.text(found.refused, **found.params)
    assert said == "Först kön: k/m, v, x eller blanksteg, inte ”3”."


def test_the_next_column_is_the_first_that_was_not_come_to():
    form = PaperForm("1", {"kön": "", "i1": "3", "i3": ""})
    pile = Pile({}, tuple(Question(name) for name in ("i1", "i2", "i3")), (), 0, "1", "")
    assert next_column(pile, form) == "i2"
    assert next_column(pile, PaperForm("1", {**form.answers, "i2": "1"})) is None


def test_answers_are_shown_as_one_sign():
    said = [shown(SWEDISH, "i1", text) for text in (None, "", "4", "vet_ej", "vill_ej")]
    assert said == ["", "·", "4", "v", "x"]
    assert shown(SWEDISH, "kön", "kvinna") == "k"
    assert shown(language("en"), "kön", "kvinna") == "w"


def test_a_store_of_another_day_keeps_the_last_day(workspace, pile):
    save(workspace, "utskick", {name: PILE[name] for name in ("omgång", "grupp", "insats")}
         | {"antal": "9", "datum": "2021-11-01"})  # fmt: skip
    paper.save_form(workspace, pile, a_form("1"))
    [line] = round_lines(workspace)
    assert (line.day, line.last_answer) == (date(2021, 11, 1), date(2021, 11, 15))
