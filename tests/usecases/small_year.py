"""A small year with everything that is awkward in a report, stored row by row."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from db.records import add_rows, begin_change
from db.tables import Activity, Answer, Assessment, Episode, Mailing, Money
from db.tallies.board import interventions
from tests.factories import NOW, a_plan, a_store, a_workspace
from tracker.workspace import Workspace

PLAN = """
[plan]
id = "åmål-2021"
association = "Samordningsförbundet Åmål–Ängelholm"
year = 2021
source = "Verksamhetsplan 2021"

[[insats]]
insats = "krus"
namn = "KRUS | Åmål"
inriktning = "individ"

[[insats]]
insats = "navet"
namn = "Navet *i* Ängelholm"
inriktning = "individ"

[[insats]]
insats = "ön"
namn = "Ön"
inriktning = "individ"

[[insats]]
insats = "ärlan"
namn = "Ärlan"
inriktning = "individ"
start = 2021-01-01
planerat_min = 5

[[budget]]
slag = "bidrag"
benämning = "Medlemsbidrag"
amounts = { 2021 = 2000000 }

[[budget]]
slag = "administration"
benämning = "Kansli"
amounts = { 2021 = 0 }

[[budget_sum]]
benämning = "SUMMA intäkter"
amounts = { 2021 = 2100000 }

[[question]]
id = "i1"
indicators = [1]
groups = ["deltagare_avslut"]
theme = "stöd efter behov"

[[question]]
id = "i2"
indicators = [2]
groups = ["deltagare_avslut"]

[[question]]
id = "i3"
indicators = [3]
groups = ["deltagare_avslut"]

[[goal]]
id = "plan"
level = "individ"
text = "Alla ska ha en plan"
measure = "exits"
success = ["plan"]
target = "1"
note = "Alla läses som var och en."

[[goal]]
id = "arbete"
level = "individ"
text = "30 % till arbete | studier"
measure = "exits"
success = ["arbete", "studier"]
target = "0.30"
key = true
[[goal.line]]
label = "lägsta nivå"
target = "0.25"

[[goal]]
id = "navet"
level = "individ"
text = "Hälften i Navet går vidare"
measure = "exits"
success = ["arbete", "studier"]
insatser = ["navet"]
target = "0.50"

[[goal]]
id = "ön"
level = "individ"
text = "30 % på Ön"
measure = "exits"
success = ["arbete"]
insatser = ["ön"]
target = "0.30"

[[goal]]
id = "fler"
level = "individ"
text = "Fler än året före till studier"
measure = "exits"
success = ["studier"]
target = "last_year"

[[goal]]
id = "senare"
level = "individ"
text = "40 % i arbete efter tre månader"
measure = "follow_up"
months = 3
success = ["arbete"]
target = "0.40"

[[goal]]
id = "hälsa"
level = "individ"
text = "Bättre hälsa"
measure = "before_after"
variable = "hälsa"

[[goal]]
id = "stöd"
level = "individ"
text = "90 % upplever stöd"
measure = "survey"
indicators = [1, 2, 3]
groups = ["deltagare_avslut"]
target = "0.90"

[[goal]]
id = "deltagare"
level = "struktur"
text = "Minst 30 deltagare"
measure = "participants"
min = 30

[[goal]]
id = "möten"
level = "organisation"
text = "Fyra möten"
measure = "checklist"
items = [
  { "benämning" = "Möte i Åmål", senast = 2021-06-30 },
  { "benämning" = "Möte i Ö", senast = 2022-04-30 },
]
target = "1"

[[goal]]
id = "samsyn"
level = "organisation"
text = "God samsyn"
measure = "assessment"

[[goal]]
id = "andel"
level = "ekonomi"
text = "75 % till individinsatser"
measure = "money_share"
part = ["individinsats"]
whole = ["bidrag"]
target = "0.75"

[[goal]]
id = "budget"
level = "ekonomi"
text = "Utfall inom 5 %"
measure = "money_tolerance"
tolerance = "0.05"
"""

COMMENT = "=SUMMA(A1) är | ingen formel.\n\nVi följer *upp* nästa år."


def an_empty_year(folder: Path) -> Path:
    """A store with the plan and no rows."""
    return a_store(folder, a_plan(PLAN))


def a_small_year(
    folder: Path, *, exits: "Sequence[Exits]" = (), swapped: bool = False, places: bool = False
) -> Path:
    """The store of the small year.

    Args:
        folder: where it lies.
        exits: other exits than `EXITS`.
        swapped: whether the first respondent liked what the rest of us hear nothing of.
        places: whether participants live in municipalities.
    """
    place = an_empty_year(folder)
    workspace = a_workspace(place)
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        known = {row.key: row.id for row in interventions(session, number)}
        add_rows(session, change, Episode, list(_episodes(known, exits or EXITS, places=places)))
        add_rows(session, change, Answer, list(_answers(known["krus"], swapped=swapped)))
        add_rows(session, change, Mailing, list(_mailings(known["krus"])))
        add_rows(session, change, Money, list(_money(known)))
        add_rows(
            session,
            change,
            Activity,
            [{"goal": "möten", "label": "Möte i Åmål", "due": None, "done": date(2021, 5, 4)}],
        )
        add_rows(session, change, Assessment, list(_assessments()))
    workspace.close()
    return place


def opened(place: Path, lang: str = "sv") -> Workspace:
    """A workspace on the store, on 1 March 2022."""
    return a_workspace(place, lang=lang)


# intervention, sex, how many, of them in work, unknown outcome
Exits = tuple[str, str, int, int, int]
EXITS: tuple[Exits, ...] = (
    ("krus", "kvinna", 12, 5, 1),
    ("krus", "man", 6, 2, 0),
    ("navet", "kvinna", 7, 4, 0),
    ("navet", "man", 2, 1, 0),
    ("ön", "man", 3, 1, 1),
)
HOMES = {"krus": "Åmål", "ön": "Åmål", "navet": "Ängelholm"}


def _episodes(
    known: dict[str, int], groups: Sequence[Exits], *, places: bool
) -> Iterable[dict[str, object]]:
    number = 0
    for key, sex, exits, at_work, unknown in groups:
        for place in range(exits):
            number += 1
            works = None if place >= exits - unknown else 50 if place < at_work else 0
            yield _episode(
                known[key],
                number,
                sex,
                end_date=date(2021, 11, 30),
                exit_reason="enligt_plan",
                work_after=works,
                study_after=works and 0,
                plan_after=True,
                health_before=2 if place % 3 else None,
                health_after=2 + (place % 4 == 1) if place % 3 else None,
                municipality=HOMES[key] if places else None,
            )
    for place in range(3):
        yield _episode(
            known["krus"],
            100 + place,
            "kvinna",
            start_date=date(2020, 1, 7),
            end_date=date(2020, 11, 30),
            exit_reason="enligt_plan",
            study_after=50,
        )
    for place in range(6):
        yield _episode(known["krus"], 200 + place, "kvinna" if place else None)


def _episode(
    intervention: int, number: int, sex: str | None, **changes: object
) -> dict[str, object]:
    return {
        "intervention_id": intervention,
        "number": f"K-{number:03}",
        "sex": sex,
        "start_date": date(2021, 2, 1),
        "end_date": None,
        "exit_reason": None,
        "work_after": None,
        "study_after": None,
        "plan_after": None,
        "health_before": None,
        "health_after": None,
        "municipality": None,
        **changes,
    }


def _answers(intervention: int, *, swapped: bool) -> Iterable[dict[str, object]]:
    """Fourteen respondents; the third question was answered by three of them."""
    for form in range(14):
        for question in ("i1", "i2", "i3")[: 3 if form < 3 else 2]:
            likes = form % 5 if form else question == ("i3" if swapped else "i1")
            yield {
                "round": "höst",
                "date": date(2021, 10, 15),
                "respondent_group": "deltagare_avslut",
                "intervention_id": intervention,
                "form": str(form),
                "sex": "kvinna" if form < 11 else "man",
                "question": question,
                "value": 4 if likes else 1,
            }


def _mailings(intervention: int) -> Iterable[dict[str, object]]:
    """Those who ended answered in part; of the managers nobody did."""
    for group, number, day, place in (
        ("deltagare_avslut", 20, None, intervention),
        ("chefer", 8, date(2021, 10, 15), None),
    ):
        yield {
            "round": "höst",
            "respondent_group": group,
            "number": number,
            "date": day,
            "intervention_id": place,
        }


def _money(known: dict[str, int]) -> Iterable[dict[str, object]]:
    rows = (
        ("bidrag", None, "", 200000000, 200000000),
        ("individinsats", "krus", "", 100000000, 104000050),
        ("individinsats", "navet", "", 50000000, 40000000),
        ("individinsats", "ön", "", 10000000, None),
        ("individinsats", "ärlan", "", 0, 0),
        ("administration", None, "Kansli", 0, 500000),
    )
    for kind, key, name, budget, outcome in rows:
        yield {
            "year": 2021,
            "kind": kind,
            "intervention_id": known[key] if key else None,
            "label": name,
            "budget": budget,
            "outcome": outcome,
        }


def _assessments() -> Iterable[dict[str, object]]:
    yield {"goal": "samsyn", "period": "2021", "verdict": "delvis", "comment": COMMENT}
    yield {"goal": "arbete", "period": "2021", "verdict": None, "comment": "Åtta fick fast arbete."}
