"""Umeåregionen's social redovisning for 2022: published counts give the published shares.

Counts come in a delivery from the intervention owner, answers as rows. Intervals are those of
an independent calculation (R, prop.test without correction, in per cent with one decimal). The
published 19 % for studies does not follow from its parts, 27 of 179, and is shown as 15 %.
"""

from datetime import UTC, date, datetime

import pytest

from db.records import add_rows, begin_change
from db.tables import Answer
from tracker.goals import Status
from tracker.periods import year_of
from tracker.planning import create_store
from tracker.plans import read_text
from tracker.reports.formats.markdown import to_markdown
from tracker.reports.making import make_report
from tracker.scorecard import make_scorecard
from tracker.transfer.importing import import_files
from tracker.wording import language
from tracker.wording.figures import share_text
from tracker.workspace import open_workspace

OUTCOMES = {
    "genomströmning": ("0.40", 271, 705),
    "positiv": ("0.80", 179, 271),
    "arbete": ("0.35", 68, 179),
    "studier": ("0.25", 27, 179),
}
ANSWERS = {
    "delaktig": ("deltagare_avslut", 117, 133),
    "team": ("deltagare_avslut", 127, 133),
    "bemötande": ("deltagare_avslut", 128, 132),
    "betydelse": ("deltagare_avslut", 119, 132),
    "medskapare": ("insatspersonal", 75, 95),
}
EXPECTED = {
    "genomströmning": ("38,4", 34.9, 42.1, Status.NOT_MET_UNCLEAR),
    "positiv": ("66,1", 60.2, 71.4, Status.NOT_MET_CLEAR),
    "arbete": ("38,0", 31.2, 45.3, Status.MET_UNCLEAR),
    "studier": ("15,1", 10.6, 21.1, Status.NOT_MET_CLEAR),
    "delaktig": ("88,0", 81.4, 92.5, Status.MET_CLEAR),
    "team": ("95,5", 90.5, 97.9, Status.MET_CLEAR),
    "bemötande": ("97,0", 92.5, 98.8, Status.MET_CLEAR),
    "betydelse": ("90,2", 83.9, 94.2, Status.MET_CLEAR),
    "medskapare": ("79", 69.7, 85.9, Status.NOT_MET_UNCLEAR),
}
PLAN = """
[plan]
id = "umea-2022"
association = "Samordningsförbundet Umeåregionen"
year = 2022

[[insats]]
insats = "alla"
namn = "Alla insatser"
inriktning = "individ"
"""


def _plan_text():
    goals = [
        f'[[goal]]\nid = "{key}"\nlevel = "individ"\ntext = "{key}"\nmeasure = "exits"\n'
        f'success = ["arbete"]\ntarget = "{target}"\n'
        for key, (target, _, _) in OUTCOMES.items()
    ]
    asked = [
        f'[[question]]\nid = "{key}"\nsteps = 4\npositive = [3, 4]\ngroups = ["{group}"]\n'
        f'[[goal]]\nid = "{key}"\nlevel = "individ"\ntext = "{key}"\nmeasure = "survey"\n'
        f'questions = ["{key}"]\ngroups = ["{group}"]\ntarget = "0.80"\n'
        for key, (group, _, _) in ANSWERS.items()
    ]
    return "\n".join([PLAN, *goals, *asked])


def _now():
    return datetime(2023, 3, 1, tzinfo=UTC)


def _answers(association):
    for key, (group, positive, n) in ANSWERS.items():
        for form in range(n):
            yield {
                "association_id": association,
                "round": "2022",
                "date": date(2022, 10, 3),
                "respondent_group": group,
                "form": str(form),
                "question": key,
                "value": 4 if form < positive else 2,
            }


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A store with the counts of a delivery and answers as rows."""
    plan, problems = read_text(_plan_text(), "umea.toml")
    assert problems == []
    where = str(tmp_path_factory.mktemp("umea") / "umea.db")
    create_store(where, plan, controller=None, actor="prov", now=_now).close()
    workspace = open_workspace(
        where, language=language("sv"), actor="prov", today=date(2023, 3, 1), now=_now
    )
    place = tmp_path_factory.mktemp("leverans") / "leverans.csv"
    place.write_text(_delivery(), encoding="utf-8")
    assert not import_files(workspace, "antal", [place]).plan.rejected
    with workspace.store.write() as session:
        number = workspace.association.id
        change = begin_change(session, association_id=number, at=_now(), by="prov", kind="import")
        add_rows(session, change, Answer, list(_answers(number)))
    yield workspace
    workspace.close()


def _delivery():
    """The counts as their owner sends them."""
    days = "2022-01-01;2022-12-31;alla"
    rows = [f"{days};{key};{x};{n};0" for key, (_, x, n) in OUTCOMES.items()]
    sent = "umea-2022-l1;umea-2022;2023-01-20"
    head = "från;till;insats;mått;täljare;nämnare;saknas;leverans;plan;skapad"
    return "\n".join([head, *(f"{row};{sent}" for row in rows)])


@pytest.fixture(scope="module")
def scorecard(workspace):
    """The scorecard of 2022 from delivered counts and answers."""
    return make_scorecard(workspace, year_of(2022))


@pytest.mark.parametrize("key", EXPECTED)
def test_the_published_counts_give_the_published_share(scorecard, key):
    shown, low, high, status = EXPECTED[key]
    figure = scorecard.goal(key).figure
    assert share_text(language("sv"), figure.value, figure.n) == f"{shown}\N{NO-BREAK SPACE}%"
    assert round(figure.low * 100, 1) == pytest.approx(low)
    assert round(figure.high * 100, 1) == pytest.approx(high)
    assert scorecard.goal(key).status == status


def test_a_share_that_does_not_follow_from_its_parts_is_shown_as_what_they_give(scorecard):
    figure = scorecard.goal("studier").figure
    assert (figure.x, figure.n) == (27, 179)
    assert language("sv").percent(figure.value) == "15\N{NO-BREAK SPACE}%"


def test_the_report_has_the_published_figures_and_on_how_many_interventions_they_rest(workspace):
    written = to_markdown(make_report(workspace, year_of(2022))).decode()
    for key, (_, x, n) in OUTCOMES.items():
        row = next(line for line in written.splitlines() if f"| {key} |" in line)
        assert f"{x} av {n}" in row
        assert f"{EXPECTED[key][0]}\N{NO-BREAK SPACE}%" in row
    for key, (_, x, n) in ANSWERS.items():
        row = next(line for line in written.splitlines() if f"| {key} |" in line)
        assert f"{x} av {n}" in row
    assert written.count("siffran bygger på 1 insats.") == len(OUTCOMES)
