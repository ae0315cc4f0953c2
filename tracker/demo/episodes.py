"""The rows of *deltaganden*, intervention by intervention."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect

from db.tables import Episode
from tracker.demo.chance import Chance
from tracker.demo.missing import hide_at_entry, hide_at_exit
from tracker.demo.outcomes import outcome_at_exit
from tracker.demo.people import Row, person_at_entry
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.demo.spans import Span, recorded, spans_of

BELONGS = ("id", "association_id", "recorded_in")
EMPTY: dict[str, Any] = {
    name: None
    for name in inspect(Episode).columns.keys()  # noqa: SIM118 - iterating gives columns
    if name not in BELONGS
}


def episodes_of(setting: Setting, site: Site, intervention_id: int) -> Iterator[Row]:
    """The episodes of an intervention, numbered in the order in which they began."""
    chance = setting.chance("episodes", site.key)
    for number, span in enumerate(spans_of(setting, site), 1):
        row = {**EMPTY, "intervention_id": intervention_id}
        row["number"] = f"{site.prefix}-{number:03}"
        _fill(chance, setting, site, span, row)
        yield row


def _fill(chance: Chance, setting: Setting, site: Site, span: Span, row: Row) -> None:
    by = f"koordinator {site.key}"
    row |= {"start_date": span.start, "voided": span.voided, "recorded_by": by}
    row["recorded_at"] = recorded(chance, span.start, setting)
    nearness = person_at_entry(chance, site, row)
    if span.end is not None:
        row |= {"end_date": span.end, "exit_reason": span.reason, "exit_recorded_by": by}
        entered = recorded(chance, span.end, setting)
        row["exit_recorded_at"] = max(entered, row["recorded_at"])
        outcome_at_exit(chance, site, row, nearness, setting.plan.year)
        hide_at_exit(chance, row)
    hide_at_entry(chance, row)
