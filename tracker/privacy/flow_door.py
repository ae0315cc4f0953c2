"""The participant flow as it may be published.

A whole intervention is hidden when it had few participants. Parts smaller than an intervention,
such as women and men, are hidden when any of their numbers is small, since the number that ended
is also the base of the goals on exits.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.periods import Period
from tracker.privacy.hiding import Groups, Reason, hidden_parts
from tracker.wording import Language
from tracker.wording.status import status_label

if TYPE_CHECKING:
    from tracker.flow import Flow, FlowRow


@dataclass(frozen=True)
class PublishedRow:
    """One row of the flow: its numbers, or why they are hidden."""

    name: str
    numbers: tuple[int, int, int, int] | None
    """Ongoing at start, new, ended, ongoing at end."""
    hidden: Reason | None = None
    label: str = ""
    """The reason in words."""


@dataclass(frozen=True)
class PublishedFlow:
    """The flow of a period as readers may see it."""

    period: Period
    rows: tuple[PublishedRow, ...]
    total: PublishedRow
    median_days: float | None
    """Median length of what ended; None where few ended. The extremes are single persons."""


def publish_flow(flow: "Flow", min_show: int, language: Language) -> PublishedFlow:
    """The flow as readers may see it; ask for it by one split at a time."""
    wholes = all(_is_whole(row) for row in flow.rows)
    groups = [_groups(row, whole=wholes) for row in flow.rows]
    reasons = hidden_parts(groups, _groups(flow.total, whole=wholes), min_show)
    rows = tuple(
        PublishedRow(" · ".join(row.names), _numbers(row))
        if reason is None
        else _hidden(row, reason, min_show, language)
        for row, reason in zip(flow.rows, reasons, strict=True)
    )
    ended = flow.lengths["count"]
    return PublishedFlow(
        period=flow.period,
        rows=rows,
        total=PublishedRow(flow.total_name, _numbers(flow.total)),
        median_days=flow.lengths["median"] if ended >= min_show else None,
    )


def _is_whole(row: "FlowRow") -> bool:
    return row.insats is not None and len(row.names) == 1


def _groups(row: "FlowRow", *, whole: bool) -> Groups:
    participants = row.ongoing_start + row.new
    return (participants,) if whole else (participants, *_numbers(row))


def _numbers(row: "FlowRow") -> tuple[int, int, int, int]:
    return row.ongoing_start, row.new, row.ended, row.ongoing_end


def _hidden(row: "FlowRow", reason: Reason, min_show: int, language: Language) -> PublishedRow:
    label = status_label(language, Status.SUPPRESSED, hidden=reason, min_show=min_show)
    return PublishedRow(" · ".join(row.names), None, reason, label)
