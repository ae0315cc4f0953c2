"""What `plan check` says of plans that can be read, and how printed sums are held to their rows."""

from decimal import Decimal

import pytest

from tracker.plans import read_text, sum_differences, warnings

HEAD = """\
[plan]
id = "p"
association = "Förbundet"
year = 2021
"""

ROWS = """\
[[budget]]
slag = "ingående_kapital"
benämning = "Kapital"
amounts = { 2021 = 50 }
[[budget]]
slag = "bidrag"
benämning = "Staten"
amounts = { 2021 = 100 }
[[budget]]
slag = "övrig_intäkt"
benämning = "Kurser"
amounts = { 2021 = 10 }
[[budget]]
slag = "individinsats"
benämning = "Insats"
grupp = "Insatser"
amounts = { 2021 = 60 }
[[budget]]
slag = "administration"
benämning = "Kansli"
grupp = "Kansli"
amounts = { 2021 = 40 }
"""


def _plan(text):
    plan, problems = read_text(text, "f")
    assert problems == []
    return plan


def _sum(label, printed, more=""):
    return f'[[budget_sum]]\nbenämning = "{label}"\n{more}\namounts = {{ 2021 = {printed} }}\n'


@pytest.mark.parametrize(
    ("label", "more", "parts"),
    [
        ("Summa INTÄKTER", "", 110),
        ("Summa", "", 100),
        ("Summa", 'grupp = ["Insatser"]', 60),
        ("Summa intäkter", 'slag = ["bidrag", "ingående_kapital"]', 150),
        ("Resultat", 'slag = ["bidrag", "övrig_intäkt", "individinsats", "administration"]', 10),
        ("Kapital", 'slag = ["ingående_kapital", "bidrag", "individinsats"]', 90),
    ],
)
def test_a_sum_covers_what_it_names(label, more, parts):
    right = _plan(HEAD + ROWS + _sum(label, parts, more))
    wrong = _plan(HEAD + ROWS + _sum(label, parts + 1, more))

    assert sum_differences(right) == []
    assert [(found.label, found.parts, found.difference) for found in sum_differences(wrong)] == [
        (label, Decimal(parts), Decimal(1))
    ]


def test_a_year_without_rows_gives_nothing():
    plan = _plan(HEAD + ROWS + _sum("Summa", 100).replace("2021 =", "2022 ="))

    assert [(found.year, found.parts) for found in sum_differences(plan)] == [(2022, Decimal(0))]


GOAL = """\
[[goal]]
id = "a"
level = "individ"
text = "m"
"""

# Plan text with `# <-` at the line of the warning; its key; words its sentence must have.
SUSPECT = {
    "sum": (
        HEAD + ROWS + _sum("Summa", 90).replace("}\n", "} # <-\n"),
        "2021",
        "difference of -10",
    ),
    "intervention not listed": (
        GOAL + 'measure = "exits"\n' + 'success = ["arbete"]\ninsatser = ["krus"] # <-\n',
        "insatser",
        "krus",
    ),
    "no ceiling": (
        GOAL.replace("]]", "]] # <-") + 'measure = "money_ceiling"\n',
        "ceiling",
        "ceiling",
    ),
    "question without groups": ('[[question]] # <-\nid = "i1"\nindicators = [1]\n', "groups", "i1"),
    "target that is not used": (
        GOAL + 'measure = "participants"\n' + 'target = "1" # <-\n',
        "target",
        "participants",
    ),
    "name of a count": (
        GOAL.replace('"a"', '"volym" # <-') + 'measure = "participants"\n',
        "id",
        "volym",
    ),
    "more absence is better": (
        GOAL.replace("]]", "]] # <-")
        + 'measure = "before_after"\n'
        + 'variable = "sjukfrånvaro"\n',
        "better",
        "sjukfrånvaro",
    ),
    "group that is not asked": (
        '[[question]]\nid = "i1"\nindicators = [1]\ngroups = ["chefer"]\n'
        + GOAL
        + 'measure = "survey"\nindicators = [1]\n'
        + 'groups = ["chefer", "styrelse"] # <-\n',
        "groups",
        "styrelse",
    ),
}


@pytest.mark.parametrize("case", SUSPECT)
def test_what_is_worth_a_second_look_is_named_at_its_line(case):
    text, column, words = SUSPECT[case]
    text = text if text.startswith(HEAD) else HEAD + text
    row = next(n for n, line in enumerate(text.splitlines(), 1) if "# <-" in line)

    found = warnings(_plan(text), text=text, file="plan.toml")

    assert [(problem.file, problem.row, problem.column) for problem in found] == [
        ("plan.toml", row, column)
    ]
    assert words in found[0].message.format(**found[0].params)


def test_without_its_text_a_warning_has_no_line():
    found = warnings(_plan(HEAD + ROWS + _sum("Summa", 90)))

    assert [(problem.row, problem.column) for problem in found] == [(None, "2021")]
