"""The example of `docs/method.md`: four goals of a shipped plan over a year made up for it.

`python -m tests.usecases.noted` writes the document again, after a look at what has changed.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from db.records import add_rows, begin_change
from db.tables import Answer, Episode, Mailing
from db.tallies.board import interventions
from tests.factories import NOW, a_store, a_workspace
from tracker.methods import NoteSection, method_note
from tracker.periods import parse_period
from tracker.plans import load
from tracker.reports.formats.markdown import escaped
from tracker.scorecard import Scorecard, make_scorecard
from tracker.wording import language

PLACE = Path(__file__).parents[2] / "docs" / "method.md"
GOALS = ("stöd-inflytande", "redo-arbete-studier", "arbete-studier", "medel-individinsatser")
EXITS, AT_WORK, UNKNOWN, HANDED_OUT, ANSWERED = 112, 37, 14, 60, 45
INTRODUCTION = f"""\
# The method note

Every report ends with a note on how its figures were made; `tracker method` prints the whole of it,
with the definition of every goal. It is generated from the settings in force, the plan and the
figures, so it cannot say anything else than what was done. `tracker/methods` makes it.

The example below has four goals of the shipped plan `kalmar-2021` and a year made up for it:
{EXITS} exits, {AT_WORK} of them to work and {UNKNOWN} unknown;
{ANSWERED} of {HANDED_OUT} forms answered.

A test fails when the note has changed; `python -m tests.usecases.noted` writes this file again.
"""


def an_example(folder: Path) -> Path:
    """The store of the example."""
    plan = load("kalmar-2021")
    goals = tuple(goal for goal in plan.goals if goal.id in GOALS)
    assert len(goals) == len(GOALS), [goal.id for goal in plan.goals]
    place = a_store(folder, replace(plan, goals=goals))
    workspace = a_workspace(place)
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=NOW, by="anna", kind="log")
        chosen = interventions(session, number)[0].id
        add_rows(session, change, Episode, list(_exits(chosen)))
        add_rows(session, change, Answer, list(_answers(chosen)))
        handed_out = {"round": "höst", "date": date(2021, 10, 15), "number": HANDED_OUT}
        group = {"respondent_group": "deltagare_avslut", "intervention_id": chosen}
        add_rows(session, change, Mailing, [{**handed_out, **group}])
    workspace.close()
    return place


def published(place: Path) -> Scorecard:
    """The published scorecard of the example."""
    workspace = a_workspace(place)
    try:
        return make_scorecard(workspace, parse_period("2021"), by=("kön",), published=True)
    finally:
        workspace.close()


def document(scorecard: Scorecard) -> str:
    """The text of `docs/method.md`."""
    parts = [INTRODUCTION.rstrip()]
    for code, heading in (("en", "## In English"), ("sv", "## På svenska")):
        parts.append(heading)
        for section in method_note(scorecard, language("sv" if code == "sv" else "en")):
            parts.extend(_lines(section))
    return "\n\n".join(parts) + "\n"


def _lines(section: NoteSection) -> Iterable[str]:
    yield f"{'#' * (section.level + 2)} {escaped(section.heading)}"
    yield from (escaped(paragraph) for paragraph in section.paragraphs)


def _exits(intervention: int) -> Iterable[dict[str, object]]:
    for number in range(EXITS):
        known = number < EXITS - UNKNOWN
        yield {
            "intervention_id": intervention,
            "number": f"K-{number:03}",
            "sex": "kvinna" if number % 2 else "man",
            "start_date": date(2021, 1, 11),
            "end_date": date(2021, 11, 30),
            "exit_reason": "enligt_plan",
            "work_after": (50 if number < AT_WORK else 0) if known else None,
            "study_after": 0 if known else None,
        }


def _answers(intervention: int) -> Iterable[dict[str, object]]:
    for form in range(ANSWERED):
        for question in ("i1", "i2", "i3", "i4", "i5", "i6", "i7"):
            yield {
                "round": "höst",
                "date": date(2021, 10, 15),
                "respondent_group": "deltagare_avslut",
                "intervention_id": intervention,
                "form": str(form),
                "sex": "kvinna" if form % 2 else "man",
                "question": question,
                "value": 2 if form % 9 == 0 else 4,
            }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PLACE.write_text(document(published(an_example(Path(made)))), encoding="utf-8")
