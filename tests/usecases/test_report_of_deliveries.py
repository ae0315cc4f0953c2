"""The report of a store that has only deliveries: what they do not tell is no nought."""

import pytest

from tests.factories import PLAN, a_plan, a_store, a_workspace
from tracker.errors import DataError
from tracker.flow import make_flow
from tracker.periods import year_of
from tracker.registration import save
from tracker.reports import make_report
from tracker.reports.drawings import FunnelDrawing, StreamDrawing
from tracker.reports.making import remember_report
from tracker.scorecard import make_scorecard

YEAR = year_of(2021)
DAYS = {"från": "2021-01-01", "till": "2021-12-31"}


@pytest.fixture
def store(tmp_path):
    """KRUS has delivered its flow and what came of its exits by sex, Navet only its flow."""
    workspace = a_workspace(a_store(tmp_path))
    for sex, there, came, left in (("", 60, 40, 30), ("kvinna", 35, 22, 18), ("man", 25, 18, 12)):
        flow(workspace, "krus", sex, deltagare=there, påbörjade=came, avslutade=left)
    flow(workspace, "navet", deltagare=20, påbörjade=12, avslutade=9)
    for sex, of, reached in (("", 30, 14), ("kvinna", 18, 8), ("man", 12, 6)):
        table(
            workspace, "krus", sex, sysselsättning_efter={"": of, "arbete_eller_studier": reached}
        )
    yield workspace
    workspace.close()


def enter(workspace, insats, measure, number, sex="", part=""):
    days = {**DAYS, "insats": insats, "mått": measure}
    told = {"täljare": str(number)} if number is not None else {"dold": "ja"}
    save(workspace, "antal", {**days, "kön": sex, "del": part, **told})


def flow(workspace, insats, sex="", **numbers):
    for measure, number in numbers.items():
        enter(workspace, insats, measure, number, sex)


def table(workspace, insats, sex="", **tables):
    for name, parts in tables.items():
        for part, number in parts.items():
            enter(workspace, insats, f"tabell:{name}", number, sex, part)


def tables(workspace):
    report = make_report(workspace, YEAR)
    return {one.caption: one for section in report.sections for one in section.tables}


def printed(one):
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in one.rows}


def test_exits_are_the_same_number_in_the_flow_and_by_intervention(store):
    found = tables(store)
    flows, results = (
        printed(found[name]) for name in ("Deltagare efter insats", "Avsluten insats för insats")
    )
    in_flow = {name: row[2] for name, row in flows.items()}
    assert {name: row[0] for name, row in results.items()} == in_flow
    assert in_flow == {"KRUS": "30", "Navet i Lillby": "9", "Totalt": "39"}


def test_results_that_were_not_delivered_are_no_noughts(store):
    one = tables(store)["Avsluten insats för insats"]
    rows = printed(one)
    assert rows["KRUS"][1:3] == ("14", "47\N{NO-BREAK SPACE}%")
    assert rows["Navet i Lillby"][1:3] == ("–", "")
    assert rows["Totalt"][1:3] == ("14*", "")
    assert [note[0] for note in one.notes if note[0] in "*–"] == ["*", "–"]


def test_a_result_that_is_hidden_is_no_nought(store):
    table(store, "navet", sysselsättning_efter={"": 9, "arbete_eller_studier": None})
    rows = printed(tables(store)["Avsluten insats för insats"])
    assert rows["Navet i Lillby"][:3] == ("9", "–", "")
    assert rows["Totalt"][1:3] == ("14*", "")


def test_a_store_where_all_is_told_has_no_marks(store):
    for sex, there, came, left in (("kvinna", 11, 7, 5), ("man", 9, 5, 4)):
        flow(store, "navet", sex, deltagare=there, påbörjade=came, avslutade=left)
    for sex, of, reached in (("", 9, 6), ("kvinna", 5, 3), ("man", 4, 3)):
        table(store, "navet", sex, sysselsättning_efter={"": of, "arbete_eller_studier": reached})
    found = tables(store)
    assert printed(found["Avsluten insats för insats"])["Totalt"][1:3] == (
        "20", "51\N{NO-BREAK SPACE}%",
    )  # fmt: skip
    for name in ("Deltagare efter kön", "Avsluten insats för insats"):
        texts = [cell.text for row in found[name].rows for cell in row]
        assert not [text for text in texts if text.endswith("*") or text == "–"]
        assert not [note for note in found[name].notes if note[0] in "*–"]


def test_those_whose_sex_is_not_told_are_not_of_unknown_sex(store):
    one = tables(store)["Deltagare efter kön"]
    rows = printed(one)
    assert rows["Kvinnor"][1:3] == ("22*", "18*")
    assert rows["Män"][1:3] == ("18*", "12*")
    assert rows["Kön okänt eller ej redovisat"][1:3] == ("12", "9")
    assert rows["Totalt"][1:3] == ("52", "39")
    assert any(note.startswith("* bygger på färre insatser") for note in one.notes)


def test_an_intervention_whose_sexes_are_hidden_has_no_noughts_of_them(store):
    flow(store, "navet", "kvinna", deltagare=None, påbörjade=None, avslutade=None)
    flow(store, "navet", "man", deltagare=None, påbörjade=None, avslutade=None)
    one = tables(store)["Planerat och faktiskt antal deltagare"]
    assert printed(one) == {"KRUS": ("", "60", "35", "25"), "Navet i Lillby": ("", "20", "–", "–")}


def test_women_and_men_are_marked_in_every_table_that_sums_them(store):
    table(store, "navet", sysselsättning_efter={"": 9, "arbete_eller_studier": 6})
    table(store, "krus", avslutsanledning={"": 30, "enligt_plan": 30})
    table(store, "krus", "kvinna", avslutsanledning={"": 18, "enligt_plan": 18})
    table(store, "krus", "man", avslutsanledning={"": 12, "enligt_plan": 12})
    table(store, "navet", avslutsanledning={"": 9, "enligt_plan": 9})
    found = tables(store)
    reasons = printed(found["Avslut efter anledning"])
    assert reasons["Alla"] == ("39", "", "18*", "12*")
    compared = printed(found["Inflöde, avbrott, resultat och tid"])
    hidden = "▒ annat"  # with women and men KRUS is known, and of Navet three did not
    assert compared["Till arbete eller studier"] == ("8*", "", hidden, "", "")
    assert compared["Avslut"][:3] == ("18*", "", "12*")


def test_really_unknown_sex_is_not_marked(tmp_path):
    workspace = a_workspace(a_store(tmp_path))
    for sex, there, came, left in (("", 70, 40, 30), ("kvinna", 30, 20, 15), ("man", 20, 14, 9)):
        flow(workspace, "krus", sex, deltagare=there, påbörjade=came, avslutade=left)
    rows = printed(tables(workspace)["Deltagare efter kön"])
    workspace.close()
    assert rows["Kön okänt"][1:3] == ("6", "6")
    assert rows["Kvinnor"][1:3] == ("20", "15")


def test_the_flow_and_the_goals_say_that_sexes_are_not_told(store):
    names = [row.names for row in make_flow(store, YEAR, by=("insats", "kön")).rows]
    assert names[-1] == ("Navet i Lillby", "kön okänt eller ej redovisat")
    goal = {"nämnare": "30", "saknas": "0"}
    for sex, of, reached in (("", 30, 14), ("kvinna", 18, 8), ("man", 12, 6)):
        told = {**goal, "kön": sex, "nämnare": str(of)}
        save(store, "antal", {**DAYS, **told, "insats": "krus", "mått": "arbete-studier",
                              "täljare": str(reached)})  # fmt: skip
    told = {**goal, "nämnare": "9", "insats": "navet", "mått": "arbete-studier", "täljare": "5"}
    save(store, "antal", {**DAYS, **told})
    parts = make_scorecard(store, YEAR, by=("kön",)).goal("arbete-studier").splits["kön"]
    assert [(part.name, part.is_partial) for part in parts] == [
        ("kvinnor", True), ("män", True), ("kön okänt eller ej redovisat", True),
    ]  # fmt: skip
    one = tables(store)["Målen för kvinnor och för män"]
    assert [row[1].text for row in one.rows][:2] == ["Kvinnor*", "Män*"]
    assert one.notes[0].startswith("* bygger på färre insatser")


def test_few_who_are_not_told_do_not_follow_from_what_others_tell(store):
    """Of the goal's 16 with a result 14 are in KRUS: the two in Navet would follow."""
    table(store, "navet", sysselsättning_efter={"": 9, "arbete_eller_studier": None})
    for insats, of, reached in (("krus", 30, 14), ("navet", 9, 2)):
        row = {**DAYS, "insats": insats, "mått": "arbete-studier", "täljare": str(reached)}
        save(store, "antal", {**row, "nämnare": str(of), "saknas": "0"})
    found = tables(store)
    goals = [row for one in found.values() for row in one.rows if "16 av 39 avslut" in
             [cell.text for cell in row]]  # fmt: skip
    assert goals
    rows = printed(found["Avsluten insats för insats"])
    assert rows["Totalt"][1] == "16"
    assert rows["KRUS"][1].startswith("▒")
    assert rows["Navet i Lillby"][1].startswith("▒")
    of_sexes = printed(found["Arbete och studier före och efter"])["Arbetar, studerar eller båda"]
    assert not {"8*", "6*"} <= {*of_sexes}, "14 of 16 leave the two of Navet"


def test_what_a_table_hides_and_its_goal_tells_is_as_much_in_both(owners):
    """Of each owner's twenty 8, 7, 9, 6 and 2: the goal has 32, and so has the table of results."""
    rows = printed(tables(owners)["Avsluten insats för insats"])
    assert rows["Totalt"][:3] == ("100", "32", "32,0\N{NO-BREAK SPACE}%")
    assert rows["Fyren"][1].startswith("▒")
    assert [name for name, row in rows.items() if row[1] == "–"] == []


def test_few_whom_a_table_lacks_do_not_follow_from_the_flow(tmp_path):
    """Of 43 participants the table tells of 40: the three in Navet would follow."""
    workspace = a_workspace(a_store(tmp_path))
    flow(workspace, "krus", deltagare=40, påbörjade=20, avslutade=20)
    flow(workspace, "navet", deltagare=3, påbörjade=3, avslutade=0)
    table(workspace, "krus", ålder={"": 40, "30-39": 25, "40-49": 15})
    report = make_report(workspace, YEAR)
    workspace.close()
    shown = {count.value for count, why in report.publication.reasons.items() if why is None}
    assert not {40, 43} <= shown


REACHED = {"krus": 8, "navet": 7, "sundet": 9, "hamnen": 6, "fyren": 2}
MORE = "".join(
    f'\n[[insats]]\ninsats = "{key}"\nnamn = "{key.title()}"\ninriktning = "individ"\n'
    for key in ("sundet", "hamnen", "fyren")
)


@pytest.fixture
def owners(tmp_path):
    """Five owners have delivered twenty exits each; one table hides the two with a result."""
    workspace = a_workspace(a_store(tmp_path, a_plan(PLAN + MORE)))
    for insats, reached in REACHED.items():
        flow(workspace, insats, deltagare=30, pågående=10, påbörjade=20, avslutade=20)
        told = {"": 20, "arbete_eller_studier": reached if reached >= 5 else None}
        table(workspace, insats, sysselsättning_efter=told)
        row = {**DAYS, "insats": insats, "mått": "arbete-studier", "täljare": str(reached)}
        save(workspace, "antal", {**row, "nämnare": "20", "saknas": "0"})
    yield workspace
    workspace.close()


def test_a_few_that_a_table_hides_are_in_no_funnel_though_the_goal_knows_them(owners):
    report = make_report(owners, YEAR)
    charts = [chart for section in report.sections for chart in section.charts]
    told = [cell.text for chart in charts for row in chart.table.rows for cell in row]
    assert "2 av 20 avslut" not in [*told, *(chart.description for chart in charts)]
    drawn = [point for chart in charts if isinstance(chart.drawing, FunnelDrawing)
             for point in chart.drawing.points]  # fmt: skip
    assert drawn
    assert 0.1 not in [point.value for point in drawn]


@pytest.fixture
def halves(tmp_path):
    """KRUS has delivered the whole year, Navet its first half only; nobody else has."""
    workspace = a_workspace(a_store(tmp_path, a_plan(PLAN + MORE)))
    flow(workspace, "krus", deltagare=60, pågående=30, påbörjade=40, avslutade=30)
    half = {"från": "2021-01-01", "till": "2021-06-30", "insats": "navet"}
    for measure, number in (("deltagare", 25), ("påbörjade", 12), ("avslutade", 9)):
        save(workspace, "antal", {**half, "mått": measure, "täljare": str(number)})
    yield workspace
    workspace.close()


def test_a_half_is_no_nought_in_the_year(halves):
    found = tables(halves)
    planned = printed(found["Planerat och faktiskt antal deltagare"])
    assert planned["KRUS"][1] == "60"
    assert planned["Navet i Lillby"][1:] == ("–", "–", "–")
    flows = found["Deltagare efter insats"]
    assert list(printed(flows)) == ["KRUS", "Totalt"]
    assert flows.notes[0] == "Siffrorna bygger på 1 av 5 insatser."
    results = printed(found["Avsluten insats för insats"])
    assert results["Navet i Lillby"][0] == "–"


def test_the_summary_says_on_how_many_interventions_the_flow_rests(halves):
    first = make_report(halves, YEAR).sections[0]
    said = next(text for text in first.paragraphs if text.startswith("60 deltaganden"))
    assert said.endswith("Siffrorna bygger på 1 av 5 insatser.")


def test_a_year_of_which_only_halves_have_come_is_not_known(tmp_path):
    workspace = a_workspace(a_store(tmp_path))
    for insats in ("krus", "navet"):
        half = {"från": "2021-01-01", "till": "2021-06-30", "insats": insats}
        save(workspace, "antal", {**half, "mått": "deltagare", "täljare": "25"})
    report = make_report(workspace, YEAR)
    workspace.close()
    texts = [text for section in report.sections for text in section.paragraphs]
    assert "Inga deltagare är registrerade under perioden." not in texts
    said = "Hur många som deltog är inte känt: ingen leverans redovisar det för periodens dagar."
    assert texts.count(said) == 3
    assert "Deltagare efter insats" not in [
        one.caption for section in report.sections for one in section.tables
    ]


def test_what_became_of_support_is_no_nought_where_it_is_hidden(store):
    before = {"försörjning_före": {"": 30, "försörjningsstöd": 20}}
    after = {
        "försörjning_efter_försörjningsstöd": {
            "": 20, "kvar": 14, "annan_källa": None, "ingen": None,
        }
    }  # fmt: skip
    table(store, "krus", **before)
    table(store, "krus", **after)
    report = make_report(store, YEAR)
    assert not [chart for section in report.sections for chart in section.charts
                if isinstance(chart.drawing, StreamDrawing)]  # fmt: skip
    one = tables(store)["Försörjning efter avslutet, efter vad de hade före"]
    assert printed(one)["Försörjningsstöd"] == ("14", "–", "–", "0", "20")
    assert "– är inte känt: ingen leverans redovisar det." in one.notes


def test_a_short_report_has_no_heading_with_nothing_below_it(store):
    table(store, "krus", längd={"": 30, "3-5_mån": 30})
    for name in ("sysselsättning_efter", "sysselsättning_före"):
        table(store, "navet", **{name: {"": 9, "övriga": None}})
    table(store, "navet", längd={"": 9, "3-5_mån": 9})
    report = make_report(store, YEAR, insats="navet")
    bare = [one.heading for one in report.sections if not (one.paragraphs or one.tables)]
    assert bare == []


def test_no_municipality_in_deliveries_is_said(store):
    with pytest.raises(DataError, match="Deliveries do not tell where"):
        make_report(store, YEAR, kommun="Lillby")


def test_a_report_made_again_has_the_columns_that_it_had(owners):
    """Women and men are told by nobody; what is remembered of the first must not drop them."""
    first, again = tables_remembered(owners), tables_remembered(owners)
    assert {name: one.columns for name, one in first.items()} == {
        name: one.columns for name, one in again.items()
    }


def tables_remembered(workspace):
    report = make_report(workspace, YEAR)
    remember_report(workspace, report)
    return {one.caption: one for section in report.sections for one in section.tables}


def test_follow_ups_of_deliveries_are_not_said_to_be_none(owners):
    (section,) = (one for one in make_report(owners, YEAR).sections if one.key == "uppföljningar")
    assert section.paragraphs == (
        "Det som leveranserna redovisar om uppföljningar står vid målen, inte här.",
    )


def test_everybody_does_not_stand_as_a_third_sex(owners):
    """No delivery tells of women and men: the goal stands among the goals, and not here."""
    assert "Målen för kvinnor och för män" not in tables(owners)


def test_a_goal_without_women_and_men_is_named_below_those_that_have_them(tmp_path):
    more = PLAN + '\n[[goal]]\nid = "plan"\nlevel = "individ"\ntext = "Plan"\nmeasure = "exits"\n'
    workspace = a_workspace(a_store(tmp_path, a_plan(f'{more}success = ["plan"]\n')))
    for sex, reached, of in (("", 14, 30), ("kvinna", 8, 18), ("man", 6, 12)):
        row = {**DAYS, "insats": "krus", "kön": sex, "täljare": str(reached), "saknas": "0"}
        save(workspace, "antal", {**row, "mått": "arbete-studier", "nämnare": str(of)})
    row = {**DAYS, "insats": "krus", "mått": "plan", "täljare": "20", "nämnare": "30"}
    save(workspace, "antal", {**row, "saknas": "0"})
    one = tables(workspace)["Målen för kvinnor och för män"]
    workspace.close()
    assert [row[1].text for row in one.rows] == ["Kvinnor", "Män"]
    assert "Leveranserna redovisar inte kvinnor och män var för sig: mål 2." in one.notes
