"""Survey files with a row for each respondent and a column for each question."""

from db.tables import Answer
from tests.factories import PLAN, a_plan, a_store, a_workspace
from tests.usecases.files import a_workbook, counts, reasons, rows_in, taken, where
from tracker.registration import stored_draft

SECOND = """
[[question]]
id = "i2"
indicators = [2]
groups = ["deltagare_avslut"]
"""
HEAD = "omgång;datum;grupp;svar;insats;kön;i1;I2\n"
WIDE = HEAD + (
    "2021-höst;2021-10-15;deltagare_avslut;1;krus;kvinna;4;vet_ej\n"
    "2021-höst;2021-10-15;deltagare_avslut;2;krus;man;;3\n"
    "2021-höst;2021-10-15;deltagare_avslut;3;krus;man;;\n"
)
KEY = {"omgång": "2021-höst", "grupp": "deltagare_avslut", "svar": "2", "insats": "krus"}


def opened(folder):
    return a_workspace(a_store(folder, a_plan(PLAN + SECOND)))


def test_a_wide_file_stores_an_answer_a_row_and_nothing_for_empty_cells(tmp_path):
    workspace = opened(tmp_path)

    assert counts(taken(workspace, "enkätsvar", WIDE)) == (3, 0, 0, 0)
    assert counts(taken(workspace, "enkätsvar", WIDE)) == (0, 0, 3, 0)
    assert stored_draft(workspace, "enkätsvar", {**KEY, "fråga": "i2"})["värde"] == "3"
    workspace.close()


def test_wide_and_long_are_the_same_answers(tmp_path):
    workspace = opened(tmp_path)
    taken(workspace, "enkätsvar", WIDE)
    long = (
        "fråga;värde;omgång;datum;grupp;svar;insats;kön\n"
        "i2;3;2021-höst;2021-10-15;deltagare_avslut;2;krus;man\n"
    )

    assert counts(taken(workspace, "enkätsvar", long)) == (0, 0, 1, 0)
    workspace.close()


def test_a_problem_names_the_question_as_its_column(tmp_path):
    workspace = opened(tmp_path)
    text = HEAD + "2021-höst;2021-10-15;deltagare_avslut;1;krus;kvinna;många;3\n"

    plan = taken(workspace, "enkätsvar", text)

    assert where(plan) == [(2, "i1")]
    assert "många" in reasons(plan, workspace)[0]
    assert rows_in(workspace, Answer) == 0
    workspace.close()


def test_one_form_or_the_other(tmp_path):
    workspace = opened(tmp_path)
    text = "omgång;datum;grupp;svar;i1;fråga;värde\n2021;2021-10-15;chefer;1;3;i1;3\n"

    assert "fråga" in reasons(taken(workspace, "enkätsvar", text), workspace)[0]
    workspace.close()


def test_a_wide_excel_file(tmp_path):
    workspace = opened(tmp_path)
    table = [["omgång", "datum", "grupp", "svar", "i1", "i2"]]
    table += [["2021", "2021-10-15", "chefer", 1, 3, 4]]

    assert counts(taken(workspace, "enkätsvar", a_workbook(tmp_path, table))) == (2, 0, 0, 0)
    workspace.close()
