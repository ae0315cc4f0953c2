"""A small association of persons by chance, and each of them as whoever reads could count them."""

import random
from datetime import date
from pathlib import Path
from typing import NamedTuple

from db.records import add_rows, begin_change
from db.tables import Episode
from db.tallies.board import interventions
from tests.factories import NOW, a_plan, a_workspace
from tracker.planning import apply_plan, create_store

INSATSER = {"krus": "KRUS", "navet": "Navet", "ön": "Ön"}
SEXES = {"kvinna": "Kvinnor", "man": "Män", None: "Kön okänt"}
PLACES = ("Lillby", "Storby")
OUTCOMES = {"arbete": 50, "inget": 0, "okänt": None}
BEGUN = (date(2019, 8, 1), date(2020, 2, 1), date(2021, 2, 1), date(2021, 10, 1))
ENDED = (date(2020, 11, 30), date(2021, 6, 30), date(2021, 12, 15), None)
PLAN = """
[plan]
id = "få-{year}"
association = "Samordningsförbundet Få"
year = {year}

[[insats]]
insats = "krus"
namn = "KRUS"
inriktning = "individ"

[[insats]]
insats = "navet"
namn = "Navet"
inriktning = "individ"

[[insats]]
insats = "ön"
namn = "Ön"
inriktning = "individ"

[[goal]]
id = "arbete"
level = "individ"
text = "30 % till arbete"
measure = "exits"
success = ["arbete", "studier"]
target = "0.30"

[[goal]]
id = "navet"
level = "individ"
text = "Hälften i Navet till arbete"
measure = "exits"
success = ["arbete", "studier"]
insatser = ["navet"]
target = "0.50"

[[goal]]
id = "fler"
level = "individ"
text = "Fler än året före till arbete"
measure = "exits"
success = ["arbete", "studier"]
target = "last_year"

[[goal]]
id = "deltagare"
level = "struktur"
text = "Minst 30 deltagare"
measure = "participants"
min = 30
"""


class Person(NamedTuple):
    """Everything about somebody that the publications tell of."""

    insats: str
    sex: str | None
    place: str
    begun: date
    ended: date | None
    outcome: str
    """Of nobody who is still there."""


ATOMS = tuple(
    Person(insats, sex, place, begun, ended, outcome)
    for insats in INSATSER
    for sex in SEXES
    for place in PLACES
    for begun in BEGUN
    for ended in ENDED
    if ended is None or ended > begun
    for outcome in (OUTCOMES if ended else ["okänt"])
)


def persons(seed: int) -> list[Person]:
    """Some groups that are large and some that are of one or a few."""
    chance = random.Random(seed)
    found: list[Person] = []
    for _ in range(chance.randint(8, 30)):
        found += [chance.choice(ATOMS)] * chance.choice((1, 1, 2, 3, 6, 9))
    crowd = [one for one in ATOMS if one.sex and one.insats != "ön"]
    return [*found, *chance.choices(crowd, k=chance.choice((0, 40, 80)))]


def a_store_of(folder: Path, found: list[Person]) -> Path:
    """The file of a store with those persons and the plans of two years."""
    place = folder / "few.db"
    plans = [a_plan(PLAN.format(year=year)) for year in (2020, 2021)]
    store = create_store(str(place), plans[0], controller="Få", actor="prov", now=lambda: NOW)
    apply_plan(store, plans[1], actor="prov", now=lambda: NOW)
    store.close()
    workspace = a_workspace(place)
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="prov", kind="import")
        known = {row.key: row.id for row in interventions(session, number)}
        rows = [_episode(known, at, one) for at, one in enumerate(found, start=1)]
        add_rows(session, change, Episode, rows)
    workspace.close()
    return place


def _episode(known: dict[str, int], at: int, one: Person) -> dict[str, object]:
    work = OUTCOMES[one.outcome]
    return {
        "intervention_id": known[one.insats],
        "number": f"F-{at:03}",
        "sex": one.sex,
        "municipality": one.place,
        "start_date": one.begun,
        "end_date": one.ended,
        "exit_reason": one.ended and "enligt_plan",
        "work_after": work,
        "study_after": None if work is None else 0,
    }
