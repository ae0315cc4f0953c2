"""Survey rounds by group and intervention, their indicators, what is missing, what was sent out."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.fourteen import PILE, fourteen
from tracker.errors import DataError
from tracker.periods import parse_period
from tracker.registration import save, stored_draft, undo
from tracker.scorecard import make_scorecard
from tracker.surveys import paper
from tracker.surveys.handing_out import mailing_start, saved_mailing, set_mailing
from tracker.surveys.indicators import indicators_of
from tracker.surveys.pile import PaperForm, open_pile
from tracker.surveys.rounds import round_lines
from tracker.surveys.words import (
    indicator_cells,
    line_sentence,
    matching,
    question_cells,
    round_cells,
    summary,
    unasked,
)
from tracker.wording import language

SV, EN = language("sv"), language("en")
SENT = {"omgång": "2021-höst", "grupp": "deltagare_avslut", "datum": "2021-11-01"}
TWO_OF_ONE = """
[[question]]
id = "extra"
indicators = [14]
steps = 5
positive = [5]
groups = ["deltagare_avslut"]

[[question]]
id = "fri"
steps = 5
positive = [4, 5]
theme = "utan indikator"

[[question]]
id = "s1"
groups = ["styrelse"]
"""


@pytest.fixture
def workspace(tmp_path):
    opened = fourteen(tmp_path / "store", TWO_OF_ONE)
    yield opened
    opened.close()


def fill(workspace, values, insats="krus", **changes):
    """A form for each value, which all its answers have."""
    pile = open_pile(workspace, {**PILE, "insats": insats, **changes}).pile
    for number, value in enumerate(values, start=1):
        answers = {each.id: value for each in pile.questions}
        paper.save_form(workspace, pile, PaperForm(str(number), {"kön": "", **answers}))


def sent(workspace, number, insats="krus", **changes):
    set_mailing(workspace, {**SENT, "insats": insats, "antal": str(number), **changes})


def figures(workspace, line):
    return {each.name: each for each in indicators_of(workspace, line)}


def test_a_store_without_surveys_has_no_rounds(workspace):
    assert round_lines(workspace) == ()
    assert summary(SV, ()) == "0 mätomgångar"


def test_a_round_says_what_was_sent_out_what_came_back_and_when(workspace):
    sent(workspace, 8)
    fill(workspace, "334")
    [line] = round_lines(workspace)
    assert (line.handed_out, line.answered, line.rate) == (8, 3, Fraction(3, 8))
    assert round_cells(SV, line) == (
        *("2021-höst", "Deltagare vid avslut", "krus", "8", "3", "38\N{NO-BREAK SPACE}%"),
        "15 nov",
    )
    assert line_sentence(SV, line) == (
        "2021-höst · Deltagare vid avslut · KRUS: 3 av 8 har svarat. Senaste svar 15 november 2021."
    )
    assert line_sentence(EN, line).endswith("3 of 8 have answered. Last answer 15 November 2021.")


def test_several_interventions_begin_with_their_sum(workspace):
    sent(workspace, 8)
    sent(workspace, 4, "navet")
    fill(workspace, "334")
    fill(workspace, "1", "navet")
    whole, *parts = round_lines(workspace)
    assert (whole.is_sum, whole.handed_out, whole.answered) == (True, 12, 4)
    assert [part.insats for part in parts] == ["krus", "navet"]
    assert round_cells(SV, whole)[2:5] == ("alla 2", "12", "4")
    assert round_cells(SV, parts[1], with_name=True)[2] == "Navet i Lillby"


def test_what_was_sent_out_is_missing_in_the_line_and_in_the_sum(workspace):
    sent(workspace, 8)
    fill(workspace, "3")
    fill(workspace, "3", "navet")
    lines = round_lines(workspace)
    whole, _, lacking = lines
    assert (whole.handed_out, whole.rate, lacking.handed_out) == (None, None, None)
    assert round_cells(SV, lacking)[3] == "! saknas"
    assert summary(SV, lines) == "1 mätomgång · 1 utan antal utdelade"
    assert "Antalet utdelade saknas: tryck u" in line_sentence(SV, lacking)
    assert "Antalet utdelade saknas för 1 av 2." in line_sentence(SV, whole)


def test_more_answers_than_forms_give_no_rate_and_say_so(workspace):
    sent(workspace, 1)
    fill(workspace, "33")
    [line] = round_lines(workspace)
    assert line.rate is None
    assert "Fler svar än utdelade enkäter" in line_sentence(SV, line)


def test_what_was_sent_out_without_a_day_and_without_answers_is_listed(workspace):
    save(workspace, "utskick", {**SENT, "datum": "", "insats": "krus", "antal": "9"})
    [line] = round_lines(workspace)
    assert (line.day, line.handed_out, line.answered) == (None, 9, 0)
    assert indicators_of(workspace, line) == ()


def test_the_latest_round_comes_first(workspace):
    fill(workspace, "3", omgång="B", datum="2021-05-01")
    fill(workspace, "3", omgång="A", datum="2021-02-01")
    fill(workspace, "3", omgång="C", datum="2022-02-01")
    assert [line.round for line in round_lines(workspace)] == ["C", "B", "A"]


def test_answers_after_today_are_not_there_yet(workspace):
    fill(workspace, "3")
    assert round_lines(replace(workspace, today=date(2021, 11, 14))) == ()


def test_indicators_count_the_answers_of_that_line_alone(workspace):
    fill(workspace, "3333441122")
    fill(workspace, "1", "navet")
    fill(workspace, "4", omgång="2021-vår", datum="2021-05-01")
    later, *parts = [line for line in round_lines(workspace) if line.round == "2021-höst"]
    krus, navet = (figures(workspace, part)["1"].figure for part in parts)
    whole = figures(workspace, later)["1"].figure
    assert (krus.x, krus.n, krus.persons) == (6, 10, 10)
    assert (navet.x, navet.n) == (0, 1)
    assert (whole.x, whole.n) == (6, 11)


def test_the_sum_of_all_lines_is_what_the_goal_says(tmp_path):
    goal = (
        '\n[[goal]]\nid = "m"\nlevel = "individ"\ntext = "m"\nmeasure = "survey"\n'
        'indicators = [3]\ngroups = ["deltagare_avslut"]\n'
    )
    workspace = fourteen(tmp_path / "goal", goal)
    fill(workspace, "33334411223344")
    fill(workspace, "1133", "navet")
    fill(workspace, "2", "")
    whole = figures(workspace, round_lines(workspace)[0])["3"].figure
    card = make_scorecard(workspace, parse_period("2021"), only="m").goals[0].figure
    assert (whole.x, whole.n, whole.low, whole.high) == (card.x, card.n, card.low, card.high)
    workspace.close()


def test_the_answers_of_no_intervention_are_a_line_of_their_own(workspace):
    fill(workspace, "34")
    fill(workspace, "1", "")
    _, nowhere, krus = round_lines(workspace)
    assert nowhere.insats is None
    assert figures(workspace, nowhere)["1"].figure.n == 1
    assert figures(workspace, krus)["1"].figure.n == 2


def test_an_indicator_of_two_questions_knows_whose_the_answers_are(workspace):
    fill(workspace, "33334411223344")
    [line] = round_lines(workspace)
    both = figures(workspace, line)["14"].figure
    assert (both.n, both.persons, both.clustered) == (28, 14, True)
    alone = figures(workspace, line)["fri"]
    assert (alone.theme, alone.figure.n) == ("utan indikator", 14)
    assert "s1" not in figures(workspace, line), "the board's question"


def test_of_few_only_the_counts_are_said(workspace):
    fill(workspace, "334")
    [line] = round_lines(workspace)
    cells = indicator_cells(SV, figures(workspace, line)["2"])
    assert cells == (" 2", "tema 2", "3 av 3 svar", "få svar", "")


def test_of_enough_persons_share_and_interval_are_said(workspace):
    fill(workspace, "3333441122")
    [line] = round_lines(workspace)
    cells = indicator_cells(SV, figures(workspace, line)["2"])
    assert cells[2:] == ("6 av 10 svar", "60\N{NO-BREAK SPACE}%", "31–83\N{NO-BREAK SPACE}%")
    assert indicator_cells(EN, figures(workspace, line)["2"])[2:4] == ("6 of 10 answers", "60%")


def test_a_question_is_told_by_number_and_theme(workspace):
    question = workspace.plans[0].questions[0]
    assert question_cells(SV, question) == (
        *(" i1", "1", "stöd efter behov", "1–4", "3, 4"),
        "deltagare, pågående och deltagare vid avslut",
    )


def test_groups_that_nobody_has_asked_this_year_are_named(workspace):
    fill(workspace, "3")
    said = unasked(SV, workspace.plans[0], round_lines(workspace))
    assert said == "Ingen enkät 2021 ännu: deltagare, pågående och styrelsen."
    assert unasked(SV, None, ()) == ""


@pytest.mark.parametrize(
    ("typed", "found"), [("", 3), ("navet", 1), ("NAVET avslut", 1), ("lillby", 1), ("xyz", 0)]
)
def test_typed_words_narrow_the_list(workspace, typed, found):
    fill(workspace, "3")
    fill(workspace, "3", "navet")
    assert len(matching(SV, round_lines(workspace), typed)) == found


def test_what_was_sent_out_is_saved_then_corrected_then_the_same(workspace):
    sent(workspace, 8)
    key = {name: SENT[name] for name in ("omgång", "grupp")} | {"insats": "krus"}
    assert stored_draft(workspace, "utskick", key) == {**SENT, "insats": "krus", "antal": "8"}
    [line] = round_lines(workspace)
    start = mailing_start(workspace, line)
    assert (start.draft["antal"], start.draft["datum"]) == ("8", "2021-11-01")
    draft = {**start.draft, "antal": "9"}
    done = set_mailing(workspace, draft)
    assert stored_draft(workspace, "utskick", key)["antal"] == "9"
    assert saved_mailing(SV, done, draft) == (
        "Sparat: 9 utdelade enkäter i 2021-höst. ctrl+z ångrar."
    )
    assert saved_mailing(SV, set_mailing(workspace, draft), draft).startswith("Ingenting skilde")
    undo(workspace)
    assert stored_draft(workspace, "utskick", key)["antal"] == "8"


def test_a_new_one_starts_with_the_day_of_the_first_answer_and_what_the_line_says(workspace):
    fill(workspace, "3")
    [line] = round_lines(workspace)
    start = mailing_start(workspace, line)
    assert dict(start.draft) == {
        **{name: PILE[name] for name in ("omgång", "grupp", "insats")},
        "datum": "2021-11-15",
    }
    assert dict(mailing_start(workspace, None).draft) == {"datum": "2022-03-01"}
    assert mailing_start(workspace, None).standing == {}


def test_a_number_that_is_none_is_refused(workspace):
    with pytest.raises(DataError) as caught:
        sent(workspace, "många")
    assert [problem.column for problem in caught.value.problems] == ["antal"]
    assert round_lines(workspace) == ()
