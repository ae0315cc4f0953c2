"""Answers that are missing: not filled in, unknown (*vet ej*) or declined (*vill ej*)."""

from collections.abc import Mapping

from tracker.demo.chance import Chance, Odds
from tracker.demo.people import Row

WHY = Odds({None: 0.5, "vet_ej": 0.36, "vill_ej": 0.14})
AT_ENTRY = {
    "sex": 0.0,
    "age_band": 0.01,
    "municipality": 0.02,
    "initiated_by": 0.03,
    "education": 0.07,
    "support_time": 0.09,
    "support_before": 0.05,
    "support_degree_before": 0.06,
    "work_before": 0.05,
    "study_before": 0.05,
    "seeking_before": 0.08,
    "health_before": 0.08,
    "ability_before": 0.08,
    "sick_leave_before": 0.09,
}
AT_EXIT = {
    "support_after": 0.06,
    "support_degree_after": 0.06,
    "work_kind_after": 0.06,
    "seeking_after": 0.08,
    "health_after": 0.1,
    "ability_after": 0.1,
    "sick_leave_after": 0.1,
    "next_step": 0.06,
    "plan_after": 0.05,
    "step_forward": 0.07,
    "may_contact": 0.05,
}
OCCUPATION = ("work_after", "study_after")
"""Known together or not at all, as a rule."""
OF_OCCUPATION = 0.05
ALL_OF_ABSENT = 0.22
"""Of those who stopped coming, how many left nothing known."""


def hide_at_entry(chance: Chance, row: Row) -> None:
    """Take away some of what was asked at the entry."""
    _hide_some(chance, row, AT_ENTRY)


def hide_at_exit(chance: Chance, row: Row) -> None:
    """Take away some of what was asked at the exit; of those who stopped coming, more."""
    if row["exit_reason"] == "uteblivit" and chance.happens(ALL_OF_ABSENT):
        for name in (*AT_EXIT, *OCCUPATION):
            row[name] = None
        return
    _hide_some(chance, row, AT_EXIT)
    if chance.happens(OF_OCCUPATION):
        for name in (*OCCUPATION, "work_kind_after"):
            hide(chance, row, name)
    elif chance.happens(OF_OCCUPATION / 2):
        hide(chance, row, "study_after")


def hide(chance: Chance, row: Row, name: str) -> None:
    """Take away one value and say why, or leave it as never filled in."""
    if row[name] is not None:
        row[name] = None
        row[f"{name}_why"] = chance.weighted(WHY)


def _hide_some(chance: Chance, row: Row, shares: Mapping[str, float]) -> None:
    for name, share in shares.items():
        if chance.happens(share):
            hide(chance, row, name)
