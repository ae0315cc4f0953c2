"""What the workers of the screens do: open the store, make cards; an error becomes a sentence."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from tracker.errors import TrackerError
from tracker.store_sentences import store_sentences
from tui.source import Source

if TYPE_CHECKING:
    from tracker.periods import Period
    from tracker.scorecard import GoalCard, Scorecard
    from tracker.workspace import Workspace

SPLITS = ("kön", "insats")


@dataclass
class Made(Message):
    """What came of opening the store and making the scorecard."""

    workspace: "Workspace | None"
    scorecard: "Scorecard | None" = None
    error: TrackerError | None = None


@dataclass
class DetailMade(Message):
    """The card of one goal with its splits."""

    card: "GoalCard"


def remembered(label: str) -> "Period | None":
    """The period that was shown when the screens were left; None: the usual one."""
    from tracker.periods import parse_period

    try:
        return parse_period(label) if label else None
    except TrackerError:
        return None


def made(
    source: Source,
    workspace: "Workspace | None",
    period: "Period | None" = None,
    *,
    published: bool = False,
) -> Made:
    """Open the store unless it is open, and make the scorecard."""
    from tracker.scorecard import make_scorecard
    from tui.screens import goals  # noqa: F401 - loaded here, so that the screen need not wait

    try:
        with store_sentences():
            workspace = workspace or source.open()
            return Made(workspace, make_scorecard(workspace, period, published=published))
    except TrackerError as error:
        return Made(workspace, error=error)


def detail_made(
    workspace: "Workspace", scorecard: "Scorecard", goal_id: str
) -> DetailMade | TrackerError:
    """Make the card of one goal with its splits."""
    from tracker.comparisons.sexes import gap_words
    from tracker.scorecard import make_scorecard

    try:
        with store_sentences():
            found = make_scorecard(
                workspace,
                scorecard.period,
                by=SPLITS,
                only=goal_id,
                published=scorecard.published,
            )
            (card,) = found.goals
            gap = gap_words(workspace, card, scorecard.period)
    except TrackerError as error:
        return error
    return DetailMade(replace(card, gap=gap))
