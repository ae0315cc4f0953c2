"""What a report says in words where a reader would else have to guess."""

from datetime import date
from fractions import Fraction

import pytest

from db.records import add_rows, begin_change
from db.tables import Activity
from tests.factories import NOW, PLAN, a_plan, a_store, a_workspace
from tests.usecases.demos import a_demo, a_setting, opened
from tracker.goals.status import Status
from tracker.measures.figure import Figure, reading_of
from tracker.periods import parse_period, year_of
from tracker.plans import load, shipped
from tracker.plans.model import Goal
from tracker.reports import make_report
from tracker.scorecard import make_scorecard
from tracker.wording import language
from tracker.wording.bands import joined_bands
from tracker.wording.details import signed_percent
from tracker.wording.sentences import Said, sentence
from tracker.wording.silence import why_no_data

SV, EN = language("sv"), language("en")
ALIKE = """
[[goal]]
id = "första"
level = "individ"
text = "Alla ska gå vidare"
measure = "exits"
success = ["arbete"]
target = "0.30"
insatser = ["krus"]

[[goal]]
id = "andra"
level = "individ"
text = "Alla ska gå vidare"
measure = "exits"
success = ["arbete"]
target = "0.30"
insatser = ["navet"]

[[goal]]
id = "samverkan"
level = "struktur"
text = "Samverkan stärks"
measure = "checklist"

[[goal]]
id = "samverkan-bedömd"
level = "struktur"
text = "Samverkan stärks"
measure = "assessment"

[[goal]]
id = "budget"
level = "ekonomi"
text = "Pengarna går till insatser"
measure = "money_share"
part = ["individinsats"]
whole = ["bidrag"]
target = "0.75"
key = true
"""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A store with goals that have the same words, and nothing else."""
    return a_store(tmp_path_factory.mktemp("alike"), a_plan(PLAN + ALIKE))


def made(place, period="2021", lang="sv", today=date(2022, 3, 1)):
    workspace = a_workspace(place, lang=lang, today=today)
    try:
        return make_report(workspace, parse_period(period))
    finally:
        workspace.close()


def headings(report):
    return [part.heading for part in report.sections if part.level == 3]


def told(report, heading):
    return next(part.paragraphs for part in report.sections if part.heading == heading)


def test_goals_with_the_same_words_say_what_they_are_about(empty):
    report = made(empty)
    assert headings(report)[1:3] == ["2. Alla ska gå vidare (KRUS)",
                                     "3. Alla ska gå vidare (Navet i Lillby)"]  # fmt: skip
    rows = [row for part in report.sections for table in part.tables
            if table.caption in ("Individ", "Struktur") for row in table.rows]  # fmt: skip
    goals = [row[1].text for row in rows]
    assert goals[1:3] == ["Alla ska gå vidare (KRUS)", "Alla ska gå vidare (Navet i Lillby)"]
    assert goals[3:] == [
        "Samverkan stärks (aktiviteter gjorda i tid)",
        "Samverkan stärks (styrelsens egna ord)",
    ]


@pytest.mark.parametrize("plan_id", shipped())
def test_no_two_goals_of_a_shipped_plan_have_the_same_name(plan_id, tmp_path):
    plan = load(plan_id)
    report = made(a_store(tmp_path, plan), str(plan.year), today=date(plan.year + 1, 3, 1))
    names = [heading.partition(". ")[2] for heading in headings(report)]
    assert len(names) == len(plan.goals)
    assert len(set(names)) == len(names)


def test_the_key_goals_are_named_by_their_numbers(empty):
    assert told(made(empty), "Mål och utfall") == (
        "Planens nyckelmål står först på varje nivå: mål 7.",
    )


def test_a_part_of_a_year_says_that_goals_are_of_the_whole_and_that_money_waits(empty):
    report = made(empty, "2021-ack-T2", today=date(2021, 9, 15))
    assert told(report, "Samlad bedömning")[1] == (
        "Målen är satta för hela året. Här bedöms de på det som hänt från och med "
        "1 januari 2021 till och med 31 augusti 2021."
    )
    assert told(report, "7. Pengarna går till insatser") == (
        "Underlag saknas. Pengar räknas på hela år: målet bedöms när året är slut.",
    )
    whole = made(empty)
    assert told(whole, "7. Pengarna går till insatser") == (
        "Underlag saknas. De belopp som målet räknas på är inte registrerade.",
    )
    (planned,) = (table for part in report.sections for table in part.tables
                  if table.caption == "Planerat och faktiskt antal deltagare")  # fmt: skip
    assert "Det planerade antalet gäller hela året." in planned.notes
    assert not any("hela året" in one for one in told(whole, "Samlad bedömning"))


def said(goal, figure, status, *, is_open=False):
    return sentence(SV, Said(goal, figure, status, reading_of(goal, a_plan()), is_open))


def test_a_target_in_words_stands_in_brackets_and_a_change_for_the_better_has_none():
    within = a_goal("money_tolerance", tolerance=Fraction(1, 20))
    inside = Figure(x=6, n=9, value=Fraction(2, 3), exact=True, met=False)
    assert said(within, inside, Status.NOT_MET).endswith("Målet (inom 5\N{NO-BREAK SPACE}%) är "
                                                         "inte uppfyllt.")  # fmt: skip
    better = a_goal("before_after", variable="hälsa")
    change = Figure(x=12, worse=2, n=20, value=Fraction(1, 2), persons=20, eligible=20)
    assert said(better, change, Status.MET_CLEAR).endswith(" Målet är tydligt uppfyllt.")
    assert said(better, change, Status.MET_CLEAR, is_open=True).endswith("över målet.")
    surplus = Figure(x=Fraction(5), value=Fraction(5), exact=True, met=True)
    assert said(a_goal("money_balance", of="eget_kapital"), surplus, Status.NO_TARGET).startswith(
        "Det egna kapitalet är 5"
    )
    assert said(a_goal("money_balance"), surplus, Status.NO_TARGET).startswith("Årets resultat är")


def a_goal(measure, **given):
    return Goal(id="a", level="individ", text="Ett mål", measure=measure, **given)


@pytest.mark.parametrize(
    ("goal", "figure", "reason"),
    [
        (a_goal("exits"), Figure(x=0, n=0, eligible=0), "Inget avslut som räknas till målet"),
        (a_goal("exits"), Figure(x=0, n=0, eligible=7), "Utfallet är inte känt för något"),
        (a_goal("exits"), Figure(), ""),
        (a_goal("follow_up"), Figure(x=0, n=0, eligible=9), "Ingen av de uppföljningar"),
        (a_goal("before_after"), Figure(n=0, eligible=9), "Ingen har ett värde både"),
        (a_goal("survey"), Figure(x=0, n=0, persons=0), "Inget svar på målets frågor"),
        (a_goal("survey"), Figure(x=0, n=0, persons=0, eligible=30), "Inget svar på målets"),
        (a_goal("checklist"), Figure(x=0, n=0, exact=True), "Ingen av målets aktiviteter"),
        (a_goal("checklist"), Figure(exact=True), "Det är ännu inte registrerat vilka"),
        (a_goal("assessment"), Figure(), "Styrelsen har inte bedömt målet."),
        (a_goal("money_ceiling"), Figure(exact=True), "Taket i den gällande riktlinjen"),
        (a_goal("money_balance"), Figure(exact=True), "De belopp som målet räknas på"),
    ],
)
def test_why_there_is_no_data(goal, figure, reason):
    said = why_no_data(SV, goal, figure, is_year=True)
    assert said.startswith(reason)
    assert bool(said) == bool(reason)
    assert (why_no_data(EN, goal, figure, is_year=True) != said) or not said


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["6–11 månader", "12–23 månader"], "6–23 månader"),
        (["12–23 månader", "24 månader eller längre"], "12 månader eller längre"),
        (["Under 3 månader", "3–5 månader"], "Under 6 månader"),
        (["Under 1 år", "1–2 år"], "Under 3 år"),
        (["50–59 år", "60 år eller äldre"], "50 år eller äldre"),
        (["Ingen", "Under 1 år"], "Ingen eller under 1 år"),
        (["16–24 år", "16–19 år"], "16–24 år eller 16–19 år"),
        (["16–19 år", "25–29 år"], "16–19 år eller 25–29 år"),
        (["Grundskola", "Gymnasium", "Högskola"], "Grundskola, gymnasium eller högskola"),
    ],
)
def test_bands_beside_each_other_are_told_as_one(names, joined):
    assert joined_bands(SV, names) == joined


def test_a_share_that_is_rounded_to_nothing_has_no_sign():
    shares = (0.0004, -0.0004, 0, 0.0006, -0.0006)
    said = [signed_percent(EN, share) for share in shares]
    assert said == ["0.0%", "0.0%", "0.0%", "+0.1%", "−0.1%"]


def test_what_was_done_too_late_is_not_said_to_be_undone(tmp_path):
    place = a_store(tmp_path)
    workspace = a_workspace(place)
    due = date(2021, 6, 30)
    held = {"Möte ett": date(2021, 6, 30), "Möte två": date(2021, 7, 2), "Möte tre": None}
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        rows = [
            {"goal": "presenterat", "label": label, "due": due, "done": done}
            for label, done in held.items()
        ]
        add_rows(session, change, Activity, rows)
    workspace.close()
    report = made(place)
    (row,) = next(one for part in report.sections for one in part.tables
                  if one.caption == "Aktiviteter").rows  # fmt: skip
    assert [cell.text for cell in row[1:]] == [
        "1 av 3 aktiviteter", "Möte ett", "Möte tre; Möte två (gjort 2 juli 2021, för sent)",
    ]  # fmt: skip


def test_a_goal_on_one_intervention_has_its_status_in_the_report_of_that_intervention(tmp_path):
    setting = a_setting("lekeberg-orebro-2024", size=None)
    place = a_demo(tmp_path / "demo.db", setting)
    with opened(place, setting) as workspace:
        card = make_scorecard(workspace, year_of(2024), published=True)
        goal = next(one for one in card.goals if one.goal.text == "Antal deltagare: 70–90.")
        (insats,) = goal.goal.insatser
        report = make_report(workspace, year_of(2024), insats=insats)
        whole = make_report(workspace, year_of(2024))
    notes = {said: [note for part in one.sections for table in part.tables for note in table.notes
                    if "strukturövergripande" in note]
             for said, one in (("whole", whole), ("part", report))}  # fmt: skip
    assert notes == {"whole": ["Vad strukturövergripande insatser kostade står under Ekonomi."],
                     "part": []}  # fmt: skip
    rows = next(part.tables[0].rows for part in report.sections
                if part.heading == "Målen här och i hela förbundet")  # fmt: skip
    row = next(row for row in rows if row[0].text == goal.goal.text)
    assert row[5].text.endswith(goal.label)
    assert goal.label != "Inget målvärde – redovisas"


def test_a_period_to_come_is_not_said_to_go_on(empty):
    said = told(made(empty, "2023"), "Samlad bedömning")
    assert "Perioden har inte börjat." in said
    assert not any("pågår ännu" in one for one in said)
    assert any("pågår ännu" in one for one in told(made(empty, "2022"), "Samlad bedömning"))
