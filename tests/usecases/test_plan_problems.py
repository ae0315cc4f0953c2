"""What is wrong in a plan file is named at its line, with its key and the nearest known word."""

import pytest

from tracker.plans import read_text

HEAD = """\
[plan]
id = "p"
association = "Förbundet"
year = 2021
"""

QUESTION = """\
[[question]]
id = "i1"
indicators = [1]
groups = ["deltagare_avslut"]
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

# Plan text with `# <-` at the line where the problem is; its key; words its sentence must have.
BAD = {
    "unknown table": (HEAD + '[[gaol]] # <-\nid = "a"\n', "gaol", "goal"),
    "unknown key": (HEAD + EXITS + 'succezz = ["arbete"] # <-\n', "succezz", "success"),
    "unknown key of the plan": (HEAD + 'adoptd = "x" # <-\n', "adoptd", "adopted"),
    "unknown setting": (HEAD + "[settings]\nmin_shw = 5 # <-\n", "min_shw", "min_show"),
    "unknown column": (HEAD + '[[insats]]\ninsats = "k"\nnamm = "K" # <-\n', "namm", "namn"),
    "unknown measure": (HEAD + MONEY + 'measure = "money_shares" # <-\n', "measure", "money_share"),
    "unknown level": (HEAD + EXITS.replace('"individ"', '"indvid" # <-'), "level", "individ"),
    "unknown success": (
        HEAD + EXITS.replace('["arbete"]', '["arbeet"] # <-'),
        "success",
        "arbete",
    ),
    "success of another measure": (
        HEAD + MONEY + 'measure = "follow_up"\nmonths = 3\nsuccess = ["stegförflyttning"] # <-\n',
        "success",
        "follow_up",
    ),
    "unknown next step": (
        HEAD + EXITS.replace('["arbete"]', '["nästa_steg:vard"] # <-'),
        "success",
        "nästa_steg:vård",
    ),
    "key of another measure": (HEAD + EXITS + 'basis = "budget" # <-\n', "basis", "money_share"),
    "unknown group": (
        HEAD + QUESTION.replace('["deltagare_avslut"]', '["deltagare_avslutad"] # <-'),
        "groups",
        "deltagare_avslut",
    ),
    "unknown kind of money": (
        HEAD + '[[budget]]\nslag = "bidarg" # <-\nbenämning = "B"\namounts = { 2021 = 1 }\n',
        "slag",
        "bidrag",
    ),
    "unknown party": (HEAD + '[[insats]]\ninsats = "k"\nparter = "AF+FKK" # <-\n', "parter", "FK"),
    "unknown exit reason": (HEAD + EXITS + 'exclude = ["flyt"] # <-\n', "exclude", "flytt"),
    "basis of another measure": (
        HEAD + MONEY + 'measure = "money_tolerance"\nbasis = "budget" # <-\n',
        "basis",
        "budget",
    ),
    "no plan id": (HEAD.replace('id = "p"\n', "").replace("[plan]", "[plan] # <-"), "id", "id"),
    "no year": (HEAD.replace("year = 2021\n", "").replace("[plan]", "[plan] # <-"), "year", "year"),
    "no association": (
        HEAD.replace('association = "Förbundet"\n', "").replace("[plan]", "[plan] # <-"),
        "association",
        "association",
    ),
    "no measure": (
        HEAD + MONEY.replace("[[goal]]", "[[goal]] # <-"),
        "measure",
        "measure",
    ),
    "no success": (
        HEAD + EXITS.replace('success = ["arbete"]\n', "").replace("[[goal]]", "[[goal]] # <-"),
        "success",
        "exits",
    ),
    "no success at all": (HEAD + EXITS.replace('["arbete"]', "[] # <-"), "success", "empty"),
    "no months": (
        HEAD
        + MONEY.replace("[[goal]]", "[[goal]] # <-")
        + 'measure = "follow_up"\nsuccess = ["arbete"]\n',
        "months",
        "follow_up",
    ),
    "no variable": (
        HEAD + MONEY.replace("[[goal]]", "[[goal]] # <-") + 'measure = "before_after"\n',
        "variable",
        "variable",
    ),
    "no indicators": (
        HEAD + MONEY.replace("[[goal]]", "[[goal]] # <-") + 'measure = "survey"\n',
        "indicators",
        "questions",
    ),
    "no whole": (
        HEAD
        + MONEY.replace("[[goal]]", "[[goal]] # <-")
        + 'measure = "money_share"\npart = ["individinsats"]\n',
        "whole",
        "whole",
    ),
    "no amounts": (
        HEAD + '[[budget]] # <-\nslag = "bidrag"\nbenämning = "B"\n',
        "amounts",
        "amounts",
    ),
    "id used twice": (
        HEAD + EXITS + EXITS.replace('id = "a"', 'id = "a" # <-'),
        "id",
        "a",
    ),
    "question used twice": (
        HEAD + QUESTION + QUESTION.replace('id = "i1"', 'id = "i1" # <-'),
        "id",
        "i1",
    ),
    "intervention used twice": (
        HEAD + '[[insats]]\ninsats = "k"\n[[insats]]\ninsats = "k" # <-\n',
        "insats",
        "k",
    ),
    "target in per cent": (HEAD + EXITS + 'target = "30" # <-\n', "target", "0 and 1"),
    "target with a comma": (HEAD + EXITS + 'target = "0,30" # <-\n', "target", "0,30"),
    "target below nothing": (HEAD + EXITS + 'target = "-0.1" # <-\n', "target", "-0.1"),
    "target that is true": (HEAD + EXITS + "target = true # <-\n", "target", "True"),
    "last year where none is kept": (
        HEAD + MONEY + 'measure = "reporting"\ntarget = "last_year" # <-\n',
        "target",
        "reporting",
    ),
    "line without a target": (
        HEAD + EXITS + '[[goal.line]] # <-\nlabel = "lägsta nivå"\n',
        "target",
        "target",
    ),
    "confidence too high": (HEAD + "[settings]\nconfidence = 1.0 # <-\n", "confidence", "0.9999"),
    "confidence too low": (HEAD + "[settings]\nconfidence = 0.4 # <-\n", "confidence", "0.5"),
    "positive beyond the steps": (HEAD + QUESTION + "positive = [4, 5] # <-\n", "positive", "5"),
    "steps without positive": (
        HEAD + QUESTION.replace("[[question]]", "[[question]] # <-") + "steps = 5\n",
        "positive",
        "positive",
    ),
    "indicator that no question has": (
        HEAD + QUESTION + MONEY + 'measure = "survey"\nindicators = [ # <-\n  1,\n  2,\n]\n',
        "indicators",
        "2",
    ),
    "question that does not exist": (
        HEAD + QUESTION + MONEY + 'measure = "survey"\nquestions = ["i2"] # <-\n',
        "questions",
        "i1",
    ),
    "heading that no row has": (
        HEAD
        + '[[budget]]\nslag = "bidrag"\nbenämning = "B"\n'
        + 'grupp = "Intäkter"\namounts = { 2021 = 1 }\n'
        + '[[budget_sum]]\nbenämning = "S"\ngrupp = ["Intakter"] # <-\namounts = { 2021 = 1 }\n',
        "grupp",
        "Intäkter",
    ),
    "date that is no date": (HEAD + 'adopted = "2021-02-30" # <-\n', "adopted", "2021-02-30"),
    "date with a time": (HEAD + "adopted = 2021-02-03T10:00:00 # <-\n", "adopted", "YYYY-MM-DD"),
    "month that is no month": (HEAD + EXITS + 'measured = "2021-13" # <-\n', "measured", "YYYY-MM"),
    "month that is a number": (HEAD + EXITS + "measured = 2021 # <-\n", "measured", "2021"),
    "end before start": (
        HEAD + '[[insats]]\ninsats = "k"\nstart = 2021-02-01 # <-\nslut = 2021-01-01\n',
        "start",
        "2021-01-01",
    ),
    "most below least": (
        HEAD + MONEY + 'measure = "number"\nmin = 9 # <-\nmax = 2\n',
        "min",
        "9",
    ),
    "year that is no year": (
        HEAD + '[[budget]]\nslag = "bidrag"\nbenämning = "B"\namounts = { kronor = 1 } # <-\n',
        "kronor",
        "kronor",
    ),
    "amount that is a text": (
        HEAD + '[[insats]]\ninsats = "k"\nbudget = { 2021 = "1 000" } # <-\n',
        "2021",
        "1 000",
    ),
    "parts of an öre": (
        HEAD + '[[insats]]\ninsats = "k"\nbudget = { 2021 = 0.001 } # <-\n',
        "2021",
        "0.001",
    ),
    "item without a day": (
        HEAD + MONEY + 'measure = "checklist"\nitems = [{ benämning = "x" }] # <-\n',
        "senast",
        "senast",
    ),
    "nobody to visit": (
        HEAD + MONEY + 'measure = "checklist"\n[goal.every]\nwho = [] # <-\nmonths = 24\n',
        "who",
        "empty",
    ),
    "step that ends before it starts": (
        HEAD
        + MONEY
        + 'measure = "money_ceiling"\n[[goal.ceiling]]\nfrom = 5\nto = 5 # <-\nshare = "0.2"\n',
        "to",
        "5",
    ),
    "list that is a text": (HEAD + EXITS + 'insatser = "krus" # <-\n', "insatser", "brackets"),
    "the same twice": (
        HEAD + EXITS.replace('["arbete"]', '["arbete", "arbete"] # <-'),
        "success",
        "twice",
    ),
    "text that is a number": (HEAD + EXITS + "note = 3 # <-\n", "note", "quotes"),
    "key that is a text": (HEAD + EXITS + 'key = "ja" # <-\n', "key", "false"),
    "empty text": (HEAD.replace('"Förbundet"', '" " # <-'), "association", "empty"),
    "table in the place of tables": (HEAD + '[goal] # <-\nid = "a"\n', "goal", "[[goal]]"),
    "value in the place of a table": ("settings = 3 # <-\n" + HEAD, "settings", "settings"),
    "second goal of its kind": (
        HEAD + EXITS + EXITS.replace('id = "a"', 'id = "b"') + 'level2 = "x" # <-\n',
        "level2",
        "level",
    ),
    "after long texts": (
        HEAD + EXITS + 'note = """\n[[goal]]\nid = "b"\n"""\nlevvel = "x" # <-\n',
        "levvel",
        "level",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_problem_is_named_with_its_line_its_key_and_the_nearest_known(case):
    text, column, words = BAD[case]
    row = next(n for n, line in enumerate(text.splitlines(), 1) if "# <-" in line)

    plan, problems = read_text(text, "plan.toml")

    assert plan is None
    assert [(problem.file, problem.row, problem.column) for problem in problems] == [
        ("plan.toml", row, column)
    ]
    assert words in problems[0].message.format(**problems[0].params)


@pytest.mark.parametrize("case", BAD)
def test_windows_line_ends_move_no_problem(case):
    text = BAD[case][0]

    there = [problem.row for problem in read_text(text.replace("\n", "\r\n"), "f")[1]]

    assert there == [problem.row for problem in read_text(text, "f")[1]]
