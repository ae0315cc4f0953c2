"""Reading a plan: what is right is taken as written, from text, from a document, from a file."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.errors import UsageError
from tracker.plans import from_document, load, read_file, read_text, shipped_text, to_document
from tracker.plans.model import Ceiling, ChecklistItem, Every, GoalLine, Settings

HEAD = """\
[plan]
id = "p"
association = "Förbundet"
year = 2021
"""

EXITS = """\
[[goal]]
id = "a"
level = "individ"
text = "mål"
measure = "exits"
success = ["arbete"]
"""

MONEY = """\
[[goal]]
id = "m"
level = "ekonomi"
text = "mål"
"""


def test_every_problem_is_found_at_once_and_in_order():
    text = HEAD + EXITS + 'target = "30"\nunknwn = "bounds"\ndirection = "up"\n'

    _, problems = read_text(text, "plan.toml")

    assert [problem.row for problem in problems] == [11, 12, 13]


def test_beside_an_unknown_measure_its_keys_are_not_blamed():
    _, problems = read_text(HEAD + MONEY + 'measure = "exit"\nsuccess = ["arbete"]\n', "f")

    assert [problem.column for problem in problems] == ["measure"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (HEAD + "[[goal\n", 5),
        (HEAD + 'id = "again"\n', 5),
        (HEAD + "x = [\n1,\n", 6),
        (HEAD + "adopted = 2021-02-30\n", 5),
    ],
)
def test_a_syntax_error_has_its_line(text, row):
    plan, problems = read_text(text, "plan.toml")

    assert plan is None
    assert [problem.row for problem in problems] == [row]
    assert "(at" not in problems[0].params["reason"]


def test_an_empty_file_lacks_a_plan():
    _, problems = read_text("", "plan.toml")

    assert [(problem.row, problem.column) for problem in problems] == [
        (1, "id"),
        (1, "association"),
        (1, "year"),
    ]


def test_a_plan_without_more_has_the_defaults():
    plan, problems = read_text(HEAD, "f")

    assert problems == []
    assert plan is not None
    assert plan.settings == Settings()


def test_keys_are_taken_as_written():
    goal = """
row = "r-1"
target = "0.30"
key = true
measured = "2021-10"
require = "all"
denominator = "fullföljda"
exclude = ["flytt", "avliden"]
unknown = "bounds"
[[goal.line]]
label = "lägsta nivå"
target = "0.25"
"""
    plan, _ = read_text(HEAD + EXITS + goal, "f")

    assert plan is not None
    read = plan.goals[0]
    assert (read.target, read.target_text) == (Fraction(3, 10), "0.30")
    assert read.measured == date(2021, 10, 1)
    assert read.lines == (GoalLine("lägsta nivå", Fraction(1, 4)),)
    assert (read.require, read.denominator, read.unknown) == ("all", "fullföljda", "bounds")
    assert read.exclude == ("flytt", "avliden")
    assert read.key is True


def test_a_share_without_quotes_is_read_as_it_is_written():
    """TOML's own numbers are read as decimals, so 0.30 is three tenths and no float."""
    plan, problems = read_text(HEAD + EXITS + "target = 0.30\n", "plan.toml")
    assert problems == []
    assert plan.goals[0].target == Fraction(3, 10)
    assert plan.goals[0].target_text == "0.30"


def test_swedish_keys_need_no_quotes_and_may_have_them():
    row = '[[budget]]\nslag = "bidrag"\n{} = "Benämning = å # ä"\namounts = {{ 2021 = 12.50 }}\n'

    bare, _ = read_text(HEAD + row.format("benämning"), "f")
    quoted, _ = read_text(HEAD + row.format('"benämning"'), "f")

    assert bare is not None
    assert bare == quoted
    assert bare.budget[0].label == "Benämning = å # ä"
    assert bare.budget[0].amounts == ((2021, Decimal("12.50")),)


def test_what_is_read_is_written_back():
    goal = 'measured = "2021-10"\ntarget = "last_year"\nunknown = "bounds"\n'
    insats = '[[insats]]\ninsats = "k"\nesf = "nej"\nstart = ""\n'

    plan, problems = read_text(HEAD + EXITS + goal + insats, "f")

    assert problems == []
    assert plan is not None
    assert plan.interventions[0].values == (("esf", "nej"),)
    assert from_document(to_document(plan)) == (plan, [])


def test_an_intervention_is_kept_in_file_form():
    text = """
[[insats]]
insats = "k"
namn = "KRUS"
parter = ["AF", "kommun"]
kommuner = ["Kalmar", "Nybro"]
start = 2021-01-01
planerat_min = 9
planerat_max = 40
uppföljningar = [3, 6, 12]
esf = true
budget = { 2022 = 5, 2021 = 4 }
"""
    plan, problems = read_text(HEAD + text, "f")

    assert problems == []
    assert plan is not None
    assert dict(plan.interventions[0].values) == {
        "namn": "KRUS",
        "parter": "AF+kommun",
        "kommuner": "Kalmar+Nybro",
        "start": "2021-01-01",
        "planerat_min": "9",
        "planerat_max": "40",
        "uppföljningar": "3+6+12",
        "esf": "ja",
    }
    assert plan.interventions[0].budget == ((2021, Decimal(4)), (2022, Decimal(5)))


def test_ceilings_activities_and_visits_are_read():
    text = f"""{MONEY}measure = "money_ceiling"
[[goal.ceiling]]
to = 5000000
share = "0.25"
[[goal.ceiling]]
from = 5000000
share = "0.20"
cap = 3000000
[[goal]]
id = "c"
level = "organisation"
text = "mål"
measure = "checklist"
items = [{{ benämning = "Seminarium", senast = 2021-12-31 }}]
every = {{ who = ["Åby kommun"], months = 24 }}
"""
    plan, problems = read_text(HEAD + text, "f")

    assert problems == []
    assert plan is not None
    assert plan.goals[0].ceilings == (
        Ceiling(Decimal(0), Decimal(5000000), Fraction(1, 4)),
        Ceiling(Decimal(5000000), None, Fraction(1, 5), Decimal(3000000)),
    )
    assert plan.goals[1].items == (ChecklistItem("Seminarium", date(2021, 12, 31)),)
    assert plan.goals[1].every == Every(("Åby kommun",), 24)
    assert from_document(to_document(plan)) == (plan, [])


def test_a_document_of_strings_reads_as_its_file():
    text = (
        HEAD + "adopted = 2020-12-11\n[settings]\nconfidence = 0.9\n" + EXITS + 'target = "0.3"\n'
    )
    document = {
        "plan": {"id": "p", "association": "Förbundet", "year": "2021", "adopted": "2020-12-11"},
        "settings": {"confidence": 0.9},
        "goal": [
            {
                "id": "a",
                "level": "individ",
                "text": "mål",
                "measure": "exits",
                "success": ["arbete"],
                "target": "0.3",
            }
        ],
    }

    assert from_document(document) == read_text(text, "f")


def test_a_wrong_document_names_the_key():
    plan, problems = from_document({"plan": {"id": "p", "association": "F", "yeaar": 2021}})

    assert plan is None
    assert {problem.column for problem in problems} == {"year", "yeaar"}
    assert {problem.row for problem in problems} == {None}


def test_a_file_is_read_whatever_its_mark(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(HEAD, encoding="utf-8-sig")

    plan, problems = read_file(path)

    assert problems == []
    assert plan is not None
    assert load(str(path)) == plan


def test_a_file_in_another_encoding_is_a_problem_at_its_line(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes(HEAD.encode("windows-1252"))

    plan, problems = read_file(path)

    assert plan is None
    assert [problem.row for problem in problems] == [3]


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, name):
    plan, problems = read_file(tmp_path / name)

    assert plan is None
    assert str(tmp_path) in problems[0].params["file"]


def test_loading_a_wrong_file_raises_all_its_problems(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + EXITS + "target = 30\nlevvel = 1\n", encoding="utf-8")

    with pytest.raises(UsageError) as raised:
        load(str(path))

    assert [problem.row for problem in raised.value.problems] == [11, 12]
    assert raised.value.exit_code == 2


def test_an_unknown_plan_is_answered_with_the_nearest():
    for ask in (load, shipped_text):
        with pytest.raises(UsageError) as raised:
            ask("kalmar-2012")
        assert raised.value.params["nearest"] == "kalmar-2021"
