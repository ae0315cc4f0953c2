"""The participant flow as it may be published.

A whole intervention is hidden when it had few participants. Parts smaller than an intervention,
such as women and men, are hidden when any of their numbers is small, since the number that ended
is also the base of the goals on exits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.goals.status import Status
from tracker.periods import Period
from tracker.privacy.counts import Count, Rule, Sum, publish_counts
from tracker.privacy.figures import UNKNOWN, Remembered, nothing_remembered, reason_of
from tracker.privacy.hiding import Reason
from tracker.wording import Language
from tracker.wording.status import status_label

if TYPE_CHECKING:
    from tracker.flow import Flow, FlowRow

PARTICIPANTS = "deltagare"
NUMBERS = ("pågående_vid_start", "påbörjade", "avslutade", "pågående_vid_slut")


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


def publish_flow(
    flow: "Flow", min_show: int, language: Language, remembered: Remembered = nothing_remembered
) -> PublishedFlow:
    """The flow as readers may see it; ask for it by one split at a time."""
    rows = tuple(
        PublishedRow(" · ".join(row.names), _numbers(row))
        if reason is None
        else _hidden(row, reason, min_show, language)
        for row, reason in zip(flow.rows, _reasons(flow, min_show, remembered), strict=True)
    )
    ended = flow.lengths["count"]
    return PublishedFlow(
        period=flow.period,
        rows=rows,
        total=PublishedRow(flow.total_name, _numbers(flow.total)),
        median_days=flow.lengths["median"] if ended >= min_show else None,
    )


def _reasons(flow: "Flow", min_show: int, remembered: Remembered) -> list[Reason | None]:
    """Why each row is hidden: the rows are the total together, and each adds up in itself."""
    wholes = all(row.insats is not None and len(row.names) == 1 for row in flow.rows)
    by_sex = any(row.sex is not None for row in flow.rows)
    total = tuple(_counts(flow, flow.total, {}, whole=wholes))
    cells = [
        tuple(_counts(flow, row, _place(row, by_sex=by_sex), whole=wholes)) for row in flow.rows
    ]
    columns = zip(total, *cells, strict=True) if cells else ()
    sums = [Sum(whole, tuple(parts)) for whole, *parts in columns]
    if not wholes:
        sums += [one for cell in (total, *cells) for one in _within(cell)]
    counts = list(dict.fromkeys(count for cell in (total, *cells) for count in cell))
    reasons = publish_counts(
        counts,
        sums,
        rule=Rule(min_show),
        earlier=remembered(counts),
        together=(total, *cells),
        totals=frozenset(total),
    )
    return [reason_of(reasons, cell) for cell in cells]


def _place(row: "FlowRow", *, by_sex: bool) -> dict[str, str]:
    """What a row is of, in the names of a count."""
    place = {} if row.insats is None else {"insats": row.insats}
    if by_sex:
        place["sex"] = row.sex or UNKNOWN
    elif row.insats is None:
        place["municipality"] = row.names[-1]
    return place


def _counts(flow: "Flow", row: "FlowRow", place: dict[str, str], *, whole: bool) -> Iterable[Count]:
    period = flow.period
    participants = row.ongoing_start + row.new
    yield Count(PARTICIPANTS, period.start, period.end, participants, **place)
    if not whole:
        for name, number in zip(NUMBERS, _numbers(row), strict=True):
            yield Count(name, period.start, period.end, number, **place)


def _within(cell: Sequence[Count]) -> Iterable[Sum]:
    """Ongoing at start and new are all participants, and so are ended and ongoing at end."""
    participants, start, new, ended, end = cell
    yield Sum(participants, (start, new))
    yield Sum(participants, (ended, end))


def _numbers(row: "FlowRow") -> tuple[int, int, int, int]:
    return row.ongoing_start, row.new, row.ended, row.ongoing_end


def _hidden(row: "FlowRow", reason: Reason, min_show: int, language: Language) -> PublishedRow:
    label = status_label(language, Status.SUPPRESSED, hidden=reason, min_show=min_show)
    return PublishedRow(" · ".join(row.names), None, reason, label)
