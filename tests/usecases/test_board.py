"""Interventions and economy of a period, and what their forms save."""

from collections import Counter
from datetime import date
from itertools import product

import pytest

from db.codes import COSTS, INCOME, MoneyKind
from tests.factories import PLAN, a_plan, a_store, a_workspace, an_entry, an_exit
from tracker.board.describing import planned_text
from tracker.board.economy import economy_view
from tracker.board.interventions import intervention_views
from tracker.board.saving import save_activity, save_row, saved_words
from tracker.board.starting import (
    activity_start,
    assessment_start,
    intervention_start,
    money_start,
)
from tracker.errors import DataError
from tracker.flow import make_flow
from tracker.measures.plan_table import plan_lines
from tracker.periods import parse_period, year_of
from tracker.plans import load, shipped
from tracker.registration import history, save, stored_draft
from tracker.scorecard import make_scorecard
from tracker.scorecard.making import frame_of
from tracker.wording import language

BUDGETED = (
    PLAN.replace('uppföljningar = "3+6+12"', "budget = { 2021 = 1000000 }")
    + """
[[goal]]
id = "avvikelse"
level = "ekonomi"
text = "Utfallet ska ligga inom 5 % av budget"
measure = "money_tolerance"
tolerance = "0.05"

[[budget]]
slag = "administration"
benämning = "Kansli"
amounts = { 2021 = 300000 }

[[budget]]
slag = "individinsats"
benämning = "Insatser"
amounts = { 2021 = 1000000 }

[[budget_sum]]
benämning = "SUMMA kostnader"
amounts = { 2021 = 1350000 }
"""
)
NAVET = {"år": "2021", "slag": "individinsats", "insats": "navet"}


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(a_store(tmp_path, a_plan(BUDGETED.replace("benämning", '"benämning"'))))
    yield opened
    opened.close()


def goal(workspace, name):
    return next(each for each in workspace.plans[0].goals if each.id == name)


def lines_of(workspace, period="2021"):
    return economy_view(workspace, make_scorecard(workspace, parse_period(period))).lines


def view_of(workspace, insats, period="2021"):
    views = intervention_views(workspace, parse_period(period))
    return next(view for view in views if view.insats == insats)


def line_of(workspace, beginning, period="2021"):
    view = economy_view(workspace, make_scorecard(workspace, parse_period(period)))
    return next(line for line in view.lines if line.cells[0].strip().startswith(beginning))


def test_interventions_together_are_the_flow_of_the_period(workspace):
    for number, insats, start in ((1, "krus", "2020-03-01"), (2, "krus", "2021-03-01"),
                                  (3, "navet", "2021-05-01")):  # fmt: skip
        draft = an_entry(deltagande=f"K-{number}", insats=insats, startdatum=start)
        save(workspace, "deltaganden", draft)
    ended = an_exit(slutdatum="2021-06-01")
    save(workspace, "deltaganden", an_entry(deltagande="K-4", startdatum="2021-01-02") | ended)
    total = make_flow(workspace, year_of(2021)).total
    cells = [view.cells for view in intervention_views(workspace, year_of(2021))]
    sums = [sum(int(row[at]) for row in cells if row[at] != "–") for at in range(3)]
    assert sums == [total.ongoing_end, total.new, total.ended] == [3, 3, 1]


def test_delivered_participants_are_counted_and_their_delivery_is_told(workspace):
    counted = {"insats": "navet", "från": "2021-01-01", "till": "2021-12-31"}
    for measure, number in (("deltagare", 20), ("påbörjade", 12), ("avslutade", 9)):
        save(workspace, "antal", {**counted, "mått": measure, "täljare": str(number)})
    view = view_of(workspace, "navet")
    assert view.cells[:3] == ("11", "12", "9")
    facts = dict(view.facts)
    assert facts["Flöde"] == "8 vid start + 12 nya − 9 avslutade = 11 vid slut"
    assert facts["Leveranser"].startswith("2021-01-01 – 2021-12-31")
    assert "Leveranser" not in dict(view_of(workspace, "guiden").facts)


def test_a_goal_concerns_those_that_it_names_or_its_kind(workspace):
    assert "arbete-studier" in view_of(workspace, "krus").goals
    assert "arbete-studier" not in view_of(workspace, "guiden").goals
    assert "avvikelse" in view_of(workspace, "navet").goals, "it has a budget"
    assert "avvikelse" not in view_of(workspace, "krus").goals


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, ""),
        (40, 40, "40"),
        (70, 90, "70–90"),
        (40, None, "minst 40"),
        (None, 9, "högst 9"),
    ],
)
def test_how_many_are_planned(low, high, said):
    assert planned_text(language("sv"), low, high) == said


def test_a_printed_sum_that_its_rows_do_not_give_is_marked(workspace):
    line = line_of(workspace, "≠ SUMMA kostnader")
    assert "1\xa0350\xa0000" in line.said
    assert "1\xa0300\xa0000" in line.said


def test_money_without_a_row_in_the_plan_is_shown_and_counted_in_the_sum(workspace):
    save(workspace, "ekonomi", {**NAVET, "utfall": "900000"})
    pot = {"år": "2021", "slag": "pott", "utfall": "70000"}
    save(workspace, "ekonomi", pot)
    save(workspace, "ekonomi", {"år": "2021", "slag": "bidrag", "utfall": "2000000"})
    lines = [line.cells[0].strip() for line in lines_of(workspace)]
    pot_at, sum_at = lines.index("Pott för mindre insatser (inte i planen)"), 3
    assert (pot_at, lines[sum_at]) == (sum_at - 1, "≠ SUMMA kostnader")
    assert lines[sum_at + 1] == "Medlemsbidrag (inte i planen)", "no sum counts incomes"
    total = line_of(workspace, "≠ SUMMA kostnader")
    assert total.cells[2].replace("\xa0", " ") == "970 000"
    assert "räknar också" in total.said
    assert "Kansli" not in total.said
    assert "rader där något är registrerat" in total.said


@pytest.mark.parametrize("plan_id", shipped())
def test_every_printed_sum_of_all_headings_is_the_sum_of_what_is_stored(tmp_path, plan_id):
    plan = load(plan_id)
    opened = a_workspace(a_store(tmp_path, plan), today=date(plan.year + 1, 3, 1))
    stored = Counter()
    for at, (kind, name) in enumerate(product(MoneyKind, ("Extra", "Annat"))):
        amount = 1000 + 2**at
        row = {"år": str(plan.year), "slag": kind, "benämning": name, "utfall": str(amount)}
        save(opened, "ekonomi", row)
        stored[kind] += amount
    with opened.store.read() as session:
        frame = frame_of(session, opened, opened.plans[0], year_of(plan.year))
        lines = list(plan_lines(frame))
    opened.close()
    for one in plan.budget_sums:
        if one.groups or plan.year not in dict(one.amounts):
            continue
        kinds = one.kinds or (INCOME if "intäkt" in one.label.casefold() else COSTS)
        is_result = set(kinds) & set(INCOME) and set(kinds) & set(COSTS)
        signed = (-stored[kind] if is_result and kind in COSTS else stored[kind] for kind in kinds)
        assert [line.outcome for line in lines if line.label == one.label] == [sum(signed)]
    every = [row for line in lines for row in line.stored]
    assert len(every) == len(MoneyKind) * 2, "each stored row stands once"


def test_money_behind_a_tolerance_leads_to_its_row(workspace):
    save(workspace, "ekonomi", {**NAVET, "utfall": "900000"})
    behind = line_of(workspace, "✗ Utfallet").behind
    (navet,) = [each for each in behind if each.cells[0] == "Navet i Lillby"]
    assert navet.cells[3:] == ("−10,0\xa0%", "utanför gränsen")
    start = money_start(workspace, navet.stored)
    assert start.stored["utfall"] == "900000"
    save_row(workspace, start, {**start.draft, "utfall": "1000000"})
    assert line_of(workspace, "✓ Utfallet").cells[-1].startswith("100")


def test_of_a_year_that_is_not_over_the_forecast_is_judged(workspace):
    office = {"år": "2021", "slag": "administration", "benämning": "Kansli"}
    part = {**office, "till_och_med": "2021-06-30"}
    save(workspace, "ekonomi", {**part, "utfall": "100000", "prognos": "330000"})
    line = line_of(workspace, "Kansli", "2021-H1")
    said = [cell.replace("\xa0", " ") for cell in line.cells[1:]]
    assert said == ["300 000", "100 000", "330 000", "30 000", "+10,0 %"]
    view = economy_view(workspace, make_scorecard(workspace, parse_period("2021-H1")))
    assert view.is_foreseen


def test_an_activity_that_was_planned_in_the_store_is_filled_in(workspace):
    planned = {"mål": "presenterat", "benämning": "Fullmäktige", "senast": "2021-12-31"}
    save(workspace, "aktiviteter", planned)
    start = activity_start(workspace, goal(workspace, "presenterat"))
    assert start.draft["benämning"] == "Fullmäktige"
    save_activity(workspace, start, {**start.draft, "genomförd": "2021-11-01"})
    assert stored_draft(workspace, "aktiviteter", planned)["genomförd"] == "2021-11-01"
    assert activity_start(workspace, goal(workspace, "presenterat")).draft["benämning"] == ""
    new = {"benämning": "Extra", "senast": "", "genomförd": "2021-12-01"}
    save_activity(workspace, start, new)
    assert history(workspace)[0].kind == "log"


def test_an_assessment_is_written_once_and_then_corrected(workspace):
    chosen = goal(workspace, "arbete-studier")
    start = assessment_start(workspace, chosen, "2021")
    assert not start.is_correction
    saved = save_row(workspace, start, {"bedömning": "delvis", "kommentar": ""})
    assert chosen.text in saved_words(start, saved, {"bedömning": "delvis"})
    again = assessment_start(workspace, chosen, "2021")
    assert again.draft["bedömning"] == "delvis"
    save_row(workspace, again, {"bedömning": "uppfyllt", "kommentar": "klart"})
    assert history(workspace)[0].kind == "correct"


def test_a_comment_that_names_somebody_is_refused_and_not_repeated(workspace):
    start = assessment_start(workspace, goal(workspace, "arbete-studier"), "2021")
    with pytest.raises(DataError) as refused:
        save_row(workspace, start, {"bedömning": "", "kommentar": "ring 070-123 45 67"})
    assert "070" not in str([each.params for each in refused.value.problems])
    assert not assessment_start(workspace, goal(workspace, "arbete-studier"), "2021").is_correction


def test_a_stored_intervention_keeps_its_short_id(workspace):
    start = intervention_start(workspace, "krus")
    assert "insats" not in start.columns
    saved = save_row(workspace, start, {**start.draft, "namn": "KRUS 2"})
    assert saved.key == {"insats": "krus"}
    assert view_of(workspace, "krus").name == "KRUS 2"
