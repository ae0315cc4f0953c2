"""What a report says, apart from its format: every figure is the scorecard's own."""

import pytest

from tests.usecases.small_year import COMMENT, a_small_year, an_empty_year, opened
from tests.usecases.written import YEAR, published
from tracker.periods import parse_period
from tracker.reports import make_report
from tracker.reports.making import report_of
from tracker.reports.model import Hidden
from tracker.scorecard import make_scorecard
from tracker.wording import language
from tracker.wording.summary import summary

BY_SEX = "Målen för kvinnor och för män"
FIRST = ("arbete", "plan", "navet", "ön", "fler", "senare", "hälsa", "stöd")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return a_small_year(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def report(store):
    return made(store)


@pytest.fixture(scope="module")
def scorecard(store):
    return published(store)


def made(store, lang="sv", period=YEAR):
    workspace = opened(store, lang)
    try:
        return make_report(workspace, period)
    finally:
        workspace.close()


def section(report, heading):
    return next(one for one in report.sections if one.heading == heading)


def table(report, caption):
    return next(one for part in report.sections for one in part.tables if one.caption == caption)


def texts(row):
    return [cell.text for cell in row]


def test_the_title_says_whose_figures_of_which_days_as_of_when(report):
    assert report.title == "Måluppföljning 2021"
    assert report.subtitle == (
        "Samordningsförbundet Åmål–Ängelholm · 1 januari 2021 – 31 december 2021 · "
        "läget den 1 mars 2022"
    )
    assert report.about["author"] == "Samordningsförbundet Åmål–Ängelholm"


def test_the_overall_assessment_counts_every_goal_once(report, scorecard):
    said = section(report, "Samlad bedömning").paragraphs[0]
    assert said.startswith(
        "Av 13 mål är 5 uppfyllda (1 kan bero på slumpen) och 3 ej uppfyllda (1 kan bero på "
    )
    assert said == summary(language("sv"), [card.status for card in scorecard.goals])
    last = table(report, "Mål efter nivå").rows[-1]
    counted = [int(cell.number.value) for cell in last[1:]]
    assert counted[0] == len(scorecard.goals) == 13
    assert sum(counted[1:]) - counted[3] == 13  # the third column is part of the two before it


def test_goals_stand_by_level_and_key_goals_first(report):
    rows = table(report, "Individ").rows
    assert [row[1].text for row in rows][:2] == [
        "30 % till arbete | studier",
        "Alla ska ha en plan",
    ]
    assert [row[0].text for row in rows] == [str(number) for number in range(1, 9)]
    captions = [one.caption for one in section(report, "Mål och utfall").tables]
    levels = ["Individ", "Struktur", "Organisation", "Ekonomi"]
    assert captions == [*levels, "Fler gränser för målen"]


def test_every_row_holds_the_figures_of_its_goal(report, scorecard):
    for goal_id, row in zip(FIRST, table(report, "Individ").rows, strict=True):
        card = scorecard.goal(goal_id)
        if card.hidden:
            assert {type(cell) for cell in row[3:6]} == {Hidden}
            continue
        fact, value, interval = row[3:6]
        assert [number.value for number in fact.spread] == [card.figure.x, card.figure.n]
        shown = card.figure.persons >= card.reading.min_judge
        assert (value.number.value if shown else value.number) == (
            card.figure.value if shown else None
        )
        ends = [end.value for end in interval.spread if end is not None]
        interval_of = (card.figure.low, card.figure.high)
        assert ends == [end for end in interval_of if end is not None and shown]
        assert row[6].text.endswith(card.label)


def test_a_row_of_few_shows_the_fact_and_no_per_cent(report):
    row = table(report, "Individ").rows[2]
    assert texts(row)[3:7] == ["5 av 9 avslut", "", "", "· För litet underlag för bedömning"]


def test_a_hidden_row_says_why_in_every_hidden_cell(report):
    row = table(report, "Individ").rows[3]
    assert {cell.text for cell in row[3:]} == {"Redovisas inte – färre än 5 personer"}
    assert {cell.reason for cell in row[3:]} == {"small"}


def test_the_interval_column_names_its_level(report):
    headings = [column.heading for column in table(report, "Individ").columns]
    assert "Osäkerhetsintervall (95\N{NO-BREAK SPACE}%)" in headings


def test_women_and_men_of_each_goal_on_persons(report, scorecard):
    rows = [row for row in table(report, BY_SEX).rows if row[0].text == "2"]
    parts = scorecard.goal("plan").splits["kön"]
    assert [row[1].text for row in rows] == ["Kvinnor", "Män"]
    for row, part in zip(rows, parts, strict=True):
        assert [number.value for number in row[2].spread] == [part.figure.x, part.figure.n]
        assert row[3].number.value == part.figure.value


def test_a_part_of_a_goal_on_last_year_has_the_scorecards_status(report, scorecard):
    rows = [row for row in table(report, BY_SEX).rows if row[0].text == "5"]
    goal = next(card for card in scorecard.goals if card.goal.target == "last_year")
    labels = [part.label for part in goal.splits["kön"]]
    assert len(labels) == 2
    assert [row[5].text.split(" ", 1)[1] for row in rows] == labels


def test_each_goal_has_its_sentence_and_the_boards_words(report, scorecard):
    for card in scorecard.goals:
        one = next(part for part in report.sections if part.heading.endswith(f". {card.goal.text}"))
        assert one.paragraphs[0] == card.sentence
    told = section(report, "11. God samsyn").paragraphs
    assert told[1:3] == ("Styrelsens bedömning: Delvis uppfyllt.", f"Kommentar: {COMMENT}")
    assert (
        "Kommentar: Åtta fick fast arbete."
        in section(report, "1. 30 % till arbete | studier").paragraphs
    )


def test_flags_of_an_interval_that_is_not_shown_are_not_told(report):
    told = " ".join(section(report, "3. Hälften i Navet går vidare").paragraphs)
    assert "Att tänka på" not in told
    wide = " ".join(section(report, "7. Bättre hälsa").paragraphs)
    assert "Att tänka på: osäkerhetsintervallet är bredare än 30 procentenheter." in wide


def test_a_year_before_of_few_is_said_to_be_hidden(report):
    told = section(report, "5. Fler än året före till studier").paragraphs
    assert told[1] == "Året före redovisas inte: det bygger på för få personer."


def test_money_line_by_line(report, scorecard):
    rows = table(report, "13. Utfall inom 5 %").rows
    assert texts(rows[0]) == [
        "KRUS | Åmål", "1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr",
        "1\N{NO-BREAK SPACE}040\N{NO-BREAK SPACE}001\N{NO-BREAK SPACE}kr",
        "+4,0\N{NO-BREAK SPACE}%", "ja",
    ]  # fmt: skip
    assert texts(rows[2])[2:] == ["0\N{NO-BREAK SPACE}kr", "kan inte räknas", ""]
    assert texts(rows[3])[2:] == ["saknas", "kan inte räknas", ""]
    details = scorecard.goal("budget").figure.details
    assert [row[3].number.value for row in rows[:2]] == [
        detail.values["deviation"] for detail in details[:2]
    ]
    told = section(report, "Ekonomi").paragraphs[-1]
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "I planen står 2 100 000 kr som ”SUMMA intäkter” för 2021, men raderna ger 2 000 000 kr."
    )


def test_activities_and_further_lines(report):
    assert [texts(row) for row in table(report, "Aktiviteter").rows] == [
        ["10. Fyra möten", "1 av 1 aktivitet", "Möte i Åmål", ""]
    ]
    assert [texts(row)[1:] for row in table(report, "Fler gränser för målen").rows] == [
        ["lägsta nivå", "25\N{NO-BREAK SPACE}%", "▲ Målet tydligt uppfyllt"]
    ]


def test_an_activity_still_to_come_is_not_called_undone(store):
    report = made(store, period=parse_period("2021-01..2022-06"))
    (row,) = table(report, "Aktiviteter").rows
    assert texts(row)[2:] == ["Möte i Åmål", "Möte i Ö (senast 30 april 2022)"]


def test_the_flow_adds_up_and_hides_what_is_small(report):
    rows = table(report, "Deltagare efter insats").rows
    # Three took part the year before: who of them were left would tell how many ended.
    assert texts(rows[-1]) == ["Totalt", "▒ förut", "▒ förut", "30", "6"]
    assert texts(rows[2]) == ["Ön", "0", "▒ få", "▒ få", "0"]
    shown = [row for row in rows[:-1] if not any(isinstance(cell, Hidden) for cell in row)]
    assert len(shown) <= 1  # two hidden at least, or the third follows from the total


def test_the_method_note_is_made_of_the_settings_in_use(report):
    told = " ".join(section(report, "Så har siffrorna tagits fram").paragraphs)
    assert "Ett enskilt år kan bli bättre eller sämre av en slump." in told
    assert "färre än 5 personer" in told
    assert "färre än 10 personer" in told
    assert "Tangos intervall" in told
    assert "mid-P-intervall" not in told
    assert "8 mål jämfördes med sina målvärden, 3 av dem med intervall." in told
    assert "Målen: Verksamhetsplan 2021." in told


def test_without_rows_there_is_still_a_report(tmp_path):
    report = made(an_empty_year(tmp_path))
    assert section(report, "Samlad bedömning").paragraphs[0].startswith("Av 13 mål är 0 uppfyllda")
    assert section(report, "Deltagare").paragraphs == (
        "Inga deltagare är registrerade under perioden.",
    )
    flow = table(report, "Deltagare efter insats")
    assert texts(flow.rows[0]) == ["Totalt", "0", "0", "0", "0"]
    assert len(flow.columns) == 5
    assert len(table(report, "Individ").rows) == 8
    assert section(report, "Kvinnor och män").tables == ()
    (activities,) = table(report, "Aktiviteter").rows
    assert texts(activities)[1:] == ["Underlag saknas", "", ""]


def test_an_open_period_and_another_years_plan_are_said_first(store):
    paragraphs = section(made(store, period=parse_period("2022")), "Samlad bedömning").paragraphs
    assert paragraphs[0].startswith("Hittills, av 13 mål:")
    assert paragraphs[1] == "Perioden pågår ännu: siffror och bedömningar kan ändras."
    assert paragraphs[2] == "Perioden har ingen egen plan och bedöms efter planen för 2021."


def test_english_readers_get_english(store):
    report = made(store, "en")
    assert report.title == "Follow-up of goals 2021"
    assert (
        section(report, "Overall assessment")
        .paragraphs[0]
        .startswith("Of 13 goals, 5 are met (1 may be due to chance) and 3 are not met (1 ")
    )
    headings = [column.heading for column in table(report, "Individual").columns]
    assert headings[5] == "Uncertainty interval (95%)"


def test_a_scorecard_that_has_not_passed_the_door_is_refused(store):
    workspace = opened(store)
    internal = make_scorecard(workspace, YEAR)
    workspace.close()
    with pytest.raises(ValueError, match="published scorecard only"):
        report_of(workspace, internal)
