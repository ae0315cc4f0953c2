"""A region with interventions of every size over several years: what comparisons are made of."""

from datetime import date, timedelta
from pathlib import Path

from db.records import add_rows, begin_change
from db.tables import Answer, Count, Episode
from db.tallies.board import interventions
from tests.factories import NOW, a_plan, a_workspace
from tracker.planning import apply_plan, create_store
from tracker.workspace import Workspace

UNITS = {
    "i01": (2, 10), "i02": (5, 15), "i03": (12, 20), "i04": (2, 30), "i05": (10, 25),
    "i06": (4, 12), "i07": (1, 7),
}  # fmt: skip
"""Successes and exits of 2021."""
SPREAD = {f"s{place:02}": (36 if place % 2 else 4, 40) for place in range(1, 11)}
YEARS = {2018: (6, 30), 2019: (9, 30), 2020: (14, 30), 2021: (18, 30), 2022: (1, 1)}
PLANNED = {"p01": 6, "k01": 6}
ALIKE = ("l01", "l02", "l03", "l04", "l05")
QUESTIONS = ("q1", "q2", "q3", "q4")
KEYS = (*UNITS, *SPREAD, "t01", "p01", "p02", "p03", "u01", *ALIKE, "k01")

HEAD = """
[plan]
id = "region-{year}"
association = "Samordningsförbundet Regionen"
year = {year}
{settings}
"""
GOAL = """
[[goal]]
id = "{key}"
level = "individ"
text = "Målet {key}"
{rest}
"""


def names(*keys: str) -> str:
    """Keys as a list in a plan."""
    return "[" + ", ".join(f'"{key}"' for key in keys) + "]"


def exits(target: str, *keys: str, more: str = "", success: str = "arbete") -> str:
    """A goal on exits of some interventions."""
    return (
        f'measure = "exits"\nsuccess = ["{success}"]\n'
        f"insatser = {names(*keys)}\n{target and f'target = {target!r}'}\n{more}"
    )


def goals(year: int) -> dict[str, str]:
    """The goals of a year's plan."""
    unlike = 'exclude = ["flytt"]' if year < 2020 else ""
    asked = f'measure = "survey"\nquestions = {names(*QUESTIONS)}\ngroups = ["deltagare_avslut"]'
    return {
        "sju": exits("0.30", *UNITS),
        "tre": exits("0.30", "i01", "i03", "i04"),
        "fyra": exits("0.30", "i01", "i02", "i03", "i06"),
        "två": exits("0.30", "i03", "i04"),
        "en": exits("0.30", "i01"),
        "få": exits("0.30", "i07"),
        "lika": exits("0.90", *ALIKE, success="plan"),
        "tio": exits("0.50", *SPREAD),
        "fakta": exits("0.30", *UNITS, more='inference = "outcome"'),
        "svar": f'{asked}\ntarget = "0.60"',
        "indikatorer": f'{asked}\ncombine = "indicator_wise"\nindicators = [1, 2]'.replace(
            f"questions = {names(*QUESTIONS)}\n", ""
        ),
        "hälsa": f'measure = "before_after"\nvariable = "hälsa"\ninsatser = {names(*UNITS)}',
        "resultat": 'measure = "money_balance"\nmin = 0',
        "stiger": exits("0.50", "t01"),
        "ändrat": exits("0.50", "t01", more=unlike),
        "planerat": exits("0.40", "p01"),
        "högst": exits("0.40", "p01", more='direction = "max"'),
        "förra": exits("0.40", "p02"),
        "båda": exits("0.40", "p01", "p02"),
        "takten": exits("0.40", "p03"),
        "säkert": exits("0.10", "p01"),
        "omöjligt": exits("0.90", "p01"),
        "okänt": exits("0.35", "u01"),
        "utan-mål": exits("", "u01"),
    }


def plan_text(year: int, settings: str = "") -> str:
    """The plan of a year."""
    units = [
        f'[[insats]]\ninsats = "{key}"\nnamn = "Insats {key}"\ninriktning = "individ"\n'
        + (f"planerad_längd = {PLANNED[key]}\n" if key in PLANNED else "")
        for key in KEYS
    ]
    asked = [
        f'[[question]]\nid = "{key}"\nindicators = [{place}]\ngroups = ["deltagare_avslut"]\n'
        for place, key in enumerate(QUESTIONS, start=1)
    ]
    told = [GOAL.format(key=key, rest=rest) for key, rest in goals(year).items()]
    return "\n".join([HEAD.format(year=year, settings=settings), *units, *asked, *told])


def a_region(folder: Path, settings: str = "") -> Path:
    """The file of a filled store with the plans of 2019 to 2021."""
    place = folder / "region.db"
    store = create_store(
        str(place), a_plan(plan_text(2019, settings)), controller="Prov", actor="prov", now=_now
    )
    for year in (2020, 2021):
        apply_plan(store, a_plan(plan_text(year, settings)), actor="prov", now=_now)
    store.close()
    workspace = a_workspace(place)
    _fill(workspace)
    workspace.close()
    return place


def _now():
    return NOW


def _fill(workspace: Workspace) -> None:
    number = workspace.association.id
    with workspace.store.write() as session:
        change = begin_change(session, association_id=number, at=NOW, by="prov", kind="import")
        ids = {row.key: row.id for row in interventions(session, number)}
        add_rows(session, change, Episode, [_row(number, ids, each) for each in episodes()])
        add_rows(session, change, Answer, [_row(number, ids, each) for each in answers()])
        add_rows(session, change, Count, [_row(number, ids, each) for each in counts()])


def _row(number, ids, each):
    key = each.pop("insats")
    return {"association_id": number, "intervention_id": ids[key], **each}


def episodes():
    """Every episode as a row: those of `UNITS`, `SPREAD` and `YEARS`, and those still there."""
    made = [*_of_units(), *_of_years(), *_of_plans(), *_of_last_year()]
    return [{**row, "number": f"R-{number}"} for number, row in enumerate(made, start=1)]


def _episode(insats, start, end, *, work=0, **more):
    row = {
        "insats": insats, "start_date": start, "end_date": end,
        "exit_reason": end and "enligt_plan", "work_after": work, "study_after": None,
        "sex": "kvinna", "plan_after": True, "health_before": 2, "health_after": 2,
    }  # fmt: skip
    return {**row, **more}


def _of_units():
    for insats, (x, n) in {**UNITS, **SPREAD}.items():
        for place in range(n):
            reached = place < x
            yield _episode(
                insats, date(2021, 1, 1), date(2021, 2, 1) + timedelta(days=place),
                work=50 * reached, sex="man" if place % 3 else "kvinna",
                health_after=3 if reached else 2 - (place % 4 == 0),
            )  # fmt: skip


def _of_years():
    for year, (x, n) in YEARS.items():
        for place in range(n):
            yield _episode("t01", date(year, 1, 1), date(year, 2, 1), work=50 * (place < x))
    for insats in ALIKE:
        for _ in range(12):
            yield _episode(insats, date(2021, 1, 1), date(2021, 5, 1))
    for place in range(40):  # u01: 12 of 40, 5 of them unknown
        work = 50 if place < 12 else None if place < 17 else 0
        yield _episode("u01", date(2021, 1, 1), date(2021, 6, 1), work=work, study_after=0)


def _of_plans():
    """p01: 8 of 20 so far, 12 who are planned to end in time, 3 later."""
    for place in range(20):
        yield _episode("p01", date(2021, 1, 1), date(2021, 6, 1), work=50 * (place < 8))
    for place in range(15):
        start = date(2021, 6, 30) if place < 12 else date(2021, 7, 1)
        yield _episode("p01", start, None, work=None)


def _of_last_year():
    """p02: 6 of 15 so far; the year before 13 until 1 October and then 7."""
    for place in range(15):
        yield _episode("p02", date(2021, 1, 1), date(2021, 6, 1), work=50 * (place < 6))
    for place in range(20):
        end = date(2020, 10, 2) if place < 7 else date(2020, 10, 1)
        yield _episode("p02", date(2020, 1, 1), end, work=50)


def answers():
    """Answers of three interventions: 12, 15 and 6 respondents of four questions each."""
    for insats, (persons, positive) in {"i01": (12, 3), "i02": (15, 11), "i03": (6, 3)}.items():
        for form in range(persons):
            for place, question in enumerate(QUESTIONS):
                hit = form < positive or place == form % 4
                yield {
                    "insats": insats, "round": "2021", "date": date(2021, 10, 1),
                    "respondent_group": "deltagare_avslut", "form": f"{form + 1}",
                    "sex": "man" if form % 2 else "kvinna", "question": question,
                    "value": 4 if hit else 1,
                }  # fmt: skip


def counts():
    """p03 delivers counts: 40 exits in all of 2020, 20 in the first half of 2021."""
    for goal in ("takten",):
        for start, end, hits, exits_ in (
            (date(2020, 1, 1), date(2020, 12, 31), 15, 40),
            (date(2021, 1, 1), date(2021, 6, 30), 10, 20),
        ):
            yield {
                "insats": "p03", "measure": goal, "start_date": start, "end_date": end,
                "numerator": hits, "denominator": exits_, "missing": 0,
            }  # fmt: skip
