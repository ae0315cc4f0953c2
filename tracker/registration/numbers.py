"""The next running number, and episodes that may be the same one twice."""

import re

from sqlmodel import Session

from db.existing import alike, interventions, is_taken, last_number, longest_numbers
from tracker.errors import DataError
from tracker.problems import N_
from tracker.registration.writing import reading
from tracker.validation.checking import Draft, check_row
from tracker.validation.fields import echo
from tracker.validation.participants import EPISODES
from tracker.workspace import Workspace

FIRST = 3
"""Digits of the first running number of an intervention."""
LOOKED_AT = 200
"""Numbers among which the highest is looked for: some may end in letters."""
_NUMBERED = re.compile(r"(.*?)(\d+)")


def next_number(session: Session, association_id: int, insats: str) -> str:
    """The running number to propose: K-078 after K-077, in the pattern of the last one.

    Raises:
        DataError: there is no such intervention.
    """
    places = {row.key: row for row in interventions(session, association_id)}
    place = places.get(insats)
    if place is None:
        raise DataError(N_("There is no intervention {insats}."), insats=echo(insats))
    last = last_number(session, place.id)
    found = _NUMBERED.fullmatch(last or "")
    beginning, digits = (found[1], len(found[2])) if found else (_beginning(insats), FIRST)
    longest = longest_numbers(session, place.id, beginning, LOOKED_AT)
    endings = [number[len(beginning) :] for number in longest]
    next_one = max((int(each) for each in endings if each.isdecimal()), default=0) + 1
    while is_taken(session, place.id, number := f"{beginning}{next_one:0{digits}}"):
        next_one += 1
    return number


def possible_duplicates(workspace: Workspace, draft: Draft) -> list[str]:
    """Running numbers with the same intervention, sex, age band and start as a draft."""
    with reading(workspace) as opened:
        values = check_row(EPISODES, draft, opened.context).values
        if any(values[name] is None for name in ("intervention_id", "sex", "start_date")):
            return []
        return [number for number in alike(opened.session, values) if number != values["number"]]


def _beginning(insats: str) -> str:
    """K- for krus; letters that a running number cannot hold are left out."""
    letters = [letter for letter in insats.upper() if re.fullmatch("[A-Z0-9]", letter)]
    return f"{letters[0]}-" if letters and letters[0].isalpha() else "D-"
