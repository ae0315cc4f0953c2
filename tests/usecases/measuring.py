"""A store for measures: a plan with the goals of a test, and rows saved one by one."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.factories import PLAN, a_plan, a_store, a_workspace
from tracker.periods import parse_period
from tracker.registration import save
from tracker.scorecard import GoalCard, make_scorecard

HEAD = PLAN[: PLAN.index("[[goal]]")]


def goal_card(
    folder: Path,
    goal: str,
    rows: list[tuple[str, dict[str, str]]],
    *,
    period: str = "2021",
    today: date = date(2022, 3, 1),
    by: tuple[str, ...] = (),
    head: str = HEAD,
) -> GoalCard:
    """The card of the goal `m`, whose keys are given, over the rows."""
    text = f'{head}\n[[goal]]\nid = "m"\nlevel = "individ"\ntext = "målet"\n{goal}\n'
    workspace = a_workspace(a_store(folder, a_plan(text)), today=today)
    try:
        for kind, draft in rows:
            save(workspace, kind, draft)
        return make_scorecard(workspace, parse_period(period), by=by).goals[0]
    finally:
        workspace.close()


def money(slag: str, utfall: str, insats: str = "", **changes: str) -> tuple[str, dict[str, str]]:
    """A row of `ekonomi` for 2021."""
    return "ekonomi", {"år": "2021", "slag": slag, "insats": insats, "utfall": utfall, **changes}


def count(mått: str, **changes: str) -> tuple[str, dict[str, str]]:
    """A row of `antal` for all of 2021 in KRUS."""
    days = {"från": "2021-01-01", "till": "2021-12-31", "insats": "krus"}
    return "antal", {**days, "mått": mått, "saknas": "0", **changes}


def answer(svar: int, fråga: str, värde: str, **changes: str) -> tuple[str, dict[str, str]]:
    """A row of `enkätsvar` of the autumn round."""
    draft = {
        "omgång": "2021-höst", "datum": "2021-10-15", "grupp": "deltagare_avslut",
        "svar": str(svar), "insats": "krus", "kön": "kvinna", "fråga": fråga, "värde": värde,
    }  # fmt: skip
    return "enkätsvar", {**draft, **changes}


def share(x: int, n: int) -> Fraction:
    """x of n."""
    return Fraction(x, n)
