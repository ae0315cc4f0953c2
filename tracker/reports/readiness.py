"""What is missing before a report can be published, and where it is put right."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.published import published_by_sex
from tracker.goals.flags import plan_flags
from tracker.measures.participant_flow import FLOW
from tracker.periods import Period
from tracker.quality import count_open
from tracker.store_sentences import store_sentences
from tracker.worklist.delivered import delivery_lines
from tracker.workspace import Workspace

_, NEW, _, _ = FLOW


@dataclass(frozen=True)
class Remark:
    """One thing to look at first."""

    sentence: str
    """In the user's language."""
    pane: str = ""
    """The id of the pane where it is put right; empty: another period, or waiting."""


def remarks(workspace: Workspace, period: Period) -> tuple[Remark, ...]:
    """Everything to look at before the period is published; () where nothing is missing."""
    return tuple(_remarks(workspace, period))


def _remarks(workspace: Workspace, period: Period) -> Iterator[Remark]:
    language = workspace.language
    if period.is_open(workspace.today):
        day = language.day(period.last_day)
        yield Remark(
            language.text(
                "The period is not over: it ends on {day}, and figures will change.", day=day
            )
        )
    plan = workspace.plan_for(period.last_day)
    if plan is not None and "other_plan" in plan_flags(plan, period):
        yield Remark(
            language.text(
                "The period has no plan of its own: it is judged by that of another year."
            )
        )
    if found := count_open(workspace):
        yield Remark(
            language.plural(
                "{number} warning about data quality is open.",
                "{number} warnings about data quality are open.",
                found,
            ),
            "quality",
        )
    if _is_after_later(workspace, period):
        yield Remark(
            language.text(
                "Later days have been published already: more may have to be hidden here than if "
                "the reports were made in order of time."
            )
        )
    missing = sum(line.is_waited_for for line in delivery_lines(workspace, period))
    if missing:
        yield Remark(
            language.plural(
                "{number} delivery has not come.", "{number} deliveries have not come.", missing
            ),
            "deliveries",
        )


def _is_after_later(workspace: Workspace, period: Period) -> bool:
    """Whether a report of later days has been handed out, and none of these.

    Every report tells the flow by sex; of years before its own it tells totals alone.
    """
    with store_sentences(), workspace.store.read() as session:
        days = published_by_sex(session, workspace.association.id, NEW)
    told = (period.start, period.end) in days
    return not told and any(start >= period.end for start, _ in days)
