"""Money goals: exact kronor, whole years, rows to different days never added."""

from fractions import Fraction

from tests.usecases.measuring import goal_card, money
from tracker.goals import Status

SHARE = 'measure = "money_share"\npart = ["individinsats"]\nwhole = ["bidrag"]\ntarget = "0.75"'


def test_a_share_of_sums_is_exact_to_the_ore(tmp_path):
    rows = [money("bidrag", "4000000"), money("individinsats", "3000000,01", "krus")]
    card = goal_card(tmp_path, SHARE, rows)
    assert card.figure.value == Fraction(300000001, 400000000)
    assert (card.status, card.figure.low, card.figure.persons) == (Status.MET, None, None)


def test_one_ore_below_is_not_met(tmp_path):
    rows = [money("bidrag", "4000000"), money("individinsats", "2999999.99", "krus")]
    assert goal_card(tmp_path, SHARE, rows).status == Status.NOT_MET


def test_money_belongs_to_whole_years(tmp_path):
    rows = [money("bidrag", "4000000"), money("individinsats", "3000000", "krus")]
    assert goal_card(tmp_path, SHARE, rows, period="2021-H1").status == Status.NO_DATA


def test_a_forecast_speaks_of_a_year_that_has_begun(tmp_path):
    goal = SHARE + '\nbasis = "prognos"'
    rows = [
        money("bidrag", "", prognos="4000000"),
        money("individinsats", "", "krus", till_och_med="2021-04-30", prognos="2000000"),
        money("individinsats", "", "krus", till_och_med="2021-08-31", prognos="3100000"),
        money("individinsats", "", "krus", till_och_med="2021-10-31", prognos="1"),
    ]
    card = goal_card(tmp_path, goal, rows, period="2021-ack-T2")
    assert card.figure.value == Fraction(31, 40)


def test_the_whole_year_counts_before_a_part_of_it(tmp_path):
    rows = [
        money("bidrag", "4000000"),
        money("individinsats", "1000000", "krus", till_och_med="2021-08-31"),
        money("individinsats", "3000000", "krus"),
    ]
    assert goal_card(tmp_path, SHARE, rows).figure.value == Fraction(3, 4)


def test_tolerance_leaves_out_what_has_no_budget_and_lists_it(tmp_path):
    rows = [
        money("individinsats", "1050000", "krus", budget="1000000"),
        money("individinsats", "949999", "navet", budget="1000000"),
        money("strukturinsats", "30000", "guiden"),
    ]
    goal = 'measure = "money_tolerance"\ntolerance = "0.05"'
    card = goal_card(tmp_path, goal, rows)
    assert (card.figure.x, card.figure.n, card.status) == (1, 2, Status.NOT_MET)
    assert [(detail.label, detail.values["met"]) for detail in card.figure.details] == [
        ("KRUS", True),
        ("Navet i Lillby", False),
    ]
    total = goal_card(tmp_path / "total", goal + '\nper = "total"', rows)
    assert total.figure.value == Fraction(1, 2000000)
    assert total.status == Status.MET


def test_the_plans_budget_is_used_where_no_row_gives_one(tmp_path):
    head = """
[plan]
id = "p-2021"
association = "Samordningsförbundet Exempel"
year = 2021
[[insats]]
insats = "krus"
namn = "KRUS"
inriktning = "individ"
budget = { 2021 = 1000000 }
"""
    goal = 'measure = "money_tolerance"\ntolerance = "0.05"'
    rows = [money("individinsats", "1040000", "krus")]
    card = goal_card(tmp_path, goal, rows, head=head)
    assert (card.figure.x, card.figure.n, card.status) == (1, 1, Status.MET)


def test_a_forecast_within_the_year_is_held_against_the_years_budget(tmp_path):
    rows = [money("individinsats", "", "krus", budget="1000000", prognos="1040000")]
    goal = 'measure = "money_tolerance"\ntolerance = "0.05"\nbasis = '
    card = goal_card(tmp_path, goal + '"prognos"', rows, period="2021-ack-T2")
    assert (card.figure.x, card.figure.n, card.status) == (1, 1, Status.MET)
    outcome = goal_card(tmp_path / "b", goal + '"utfall"', rows, period="2021-ack-T2")
    assert outcome.status == Status.NO_DATA


def test_without_a_tolerance_the_largest_deviation_is_reported(tmp_path):
    rows = [
        money("individinsats", "1050000", "krus", budget="1000000"),
        money("individinsats", "900000", "navet", budget="1000000"),
    ]
    card = goal_card(tmp_path, 'measure = "money_tolerance"', rows)
    assert (card.figure.value, card.status) == (Fraction(1, 10), Status.NO_TARGET)


ACCOUNTS = [
    money("ingående_kapital", "1000000"),
    money("bidrag", "4000000"),
    money("övrig_intäkt", "100000"),
    money("individinsats", "3500000", "krus"),
    money("administration", "900000"),
]


def test_result_and_equity(tmp_path):
    balance = 'measure = "money_balance"\nmin = 0\nof = '
    result = goal_card(tmp_path, balance + '"resultat"', ACCOUNTS)
    assert (result.figure.value, result.status) == (-300000, Status.NOT_MET)
    equity = goal_card(tmp_path / "b", balance + '"eget_kapital"', ACCOUNTS)
    assert (equity.figure.value, equity.status) == (700000, Status.MET)


def test_equity_against_the_guideline_that_the_association_enters(tmp_path):
    step = (
        'measure = "money_ceiling"\n'
        '[[goal.ceiling]]\nfrom = 0\nto = 5000000\nshare = "0.20"\ncap = {}\n'
    )
    met = goal_card(tmp_path, step.format(3000000), ACCOUNTS)
    assert (met.figure.value, met.status) == (700000, Status.MET)
    capped = goal_card(tmp_path / "b", step.format(600000), ACCOUNTS)
    assert capped.status == Status.NOT_MET
    without = goal_card(tmp_path / "c", 'measure = "money_ceiling"', ACCOUNTS)
    assert without.status == Status.NO_DATA
