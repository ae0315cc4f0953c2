"""A store whose questionnaire has fourteen questions to those who leave."""

from tests.factories import PLAN, a_plan, a_store, a_workspace

QUESTION = """
[[question]]
id = "i{number}"
indicators = [{number}]
steps = 4
positive = [3, 4]
groups = ["deltagare_avslut"]
theme = "tema {number}"
"""
FOURTEEN = tuple(f"i{number}" for number in range(1, 15))
PILE = {
    "omgång": "2021-höst",
    "grupp": "deltagare_avslut",
    "insats": "krus",
    "datum": "2021-11-15",
}


def fourteen(folder, more="", **workspace):
    """The workspace; `more` goes into the plan."""
    asked = "".join(QUESTION.format(number=number) for number in range(2, 15))
    plan = a_plan(PLAN.replace("[[goal]]", f"{asked}{more}\n[[goal]]", 1))
    return a_workspace(a_store(folder, plan), **workspace)
