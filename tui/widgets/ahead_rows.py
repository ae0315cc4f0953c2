"""What is ahead of a goal, and what was before it: band, words, two bars beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from tracker.goals.status import Status
from tracker.outlook import Forecast, LastPeriod
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.earlier import difference_text, earlier_text
from tracker.wording.pictures import band_picture
from tracker.wording.status import HIDDEN
from tui.widgets.bar import Bar
from tui.widgets.figure_row import FigureRow
from tui.widgets.pictured import Pictured
from tui.widgets.prose import Prose
from tui.widgets.rows import HALF, bar_of, facts_of

if TYPE_CHECKING:
    from tracker.watch import Watch, WatchedGoal

WATCH_SIGNS = {"quiet": "○", "below": "▼", "above": "▲", "too_few": "·"}


@dataclass(frozen=True)
class Signal:
    """What the early warning says of one goal."""

    sign: str
    sentence: str


def signal_of(watched: "WatchedGoal") -> Signal:
    """The signal of a watched goal, quiet ones too."""
    return Signal(_sign(watched), watched.sentence)


def _sign(watched: "WatchedGoal") -> str:
    """What no longer holds has the sign of what is quiet."""
    is_past = watched.since is not None and not watched.still
    return WATCH_SIGNS["quiet" if is_past else watched.state]


def watch_line(language: Language, found: "Watch | None") -> str:
    """One line where something was signalled; empty else."""
    if found is None or not found.alarms:
        return ""
    signs = "  ".join(_signalled(language, each) for each in found.alarms)
    watched = language.plural(
        "{number} goal is watched.", "{number} goals are watched.", len(found.goals)
    )
    said = language.text("Early signal: {signs}.", signs=signs)
    return f"{said} {watched}"


def _signalled(language: Language, watched: "WatchedGoal") -> str:
    goal = watched.goal.text.rstrip(".")
    if not watched.still:
        goal = language.text("{goal} (fits the goal again)", goal=goal)
    return f"{_sign(watched)} {goal}"


def ahead(language: Language, card: GoalCard, signal: Signal | None) -> Iterator[Visual]:
    """Forecast with its band, early warning, clarity, call-backs."""
    if card.forecast is not None:
        yield from _forecast(language, card, card.forecast)
    if signal is not None:
        yield Prose(f"{signal.sign} {signal.sentence}")
    for found in (card.clarity, card.call_backs):
        if found is not None and found.sentence:
            yield Prose(found.sentence)


def _forecast(language: Language, card: GoalCard, forecast: Forecast) -> Iterator[Visual]:
    if forecast.short:
        yield Prose(forecast.short[:1].upper() + forecast.short[1:] + ".", "bold")
    goal, figure = card.goal, card.figure
    yield Pictured(lambda width: band_picture(language, goal, figure, forecast, width))
    if forecast.sentence:
        yield Prose(forecast.sentence)


def before(language: Language, card: GoalCard) -> Iterator[Visual]:
    """The same days a year earlier: both bars on one scale, then the difference in words."""
    last, then = card.last_period, card.before
    hidden = (last and last.hidden) or (then and then.hidden)
    if hidden:
        said = language.text(HIDDEN[hidden], min_show=card.reading.min_show)
        yield Prose(f"▒ {said}.")
    elif last is not None and last.sentence:
        yield from _both(language, card, last)
        yield Prose(last.sentence)
    elif then is not None:
        yield Prose(earlier_text(language, card.goal, then.figure))
        yield Prose(difference_text(language, card.figure, then.figure, then.low, then.high))


def _both(language: Language, card: GoalCard, last: LastPeriod) -> Iterator[Visual]:
    """This period above the one before; no goal line where the goal was another."""
    bar = bar_of(card, card.figure, card.status)
    earlier = bar_of(card, last.figure, Status.NO_TARGET)
    if bar is None or earlier is None:
        return
    facts = facts_of(language, card, card.figure, card.status)
    yield _row(language.text("This period"), facts, bar)
    yield _row(last.label, facts_of(language, card, last.figure, Status.NO_TARGET), earlier)
    yield Content("")


def _row(name: str, facts: tuple[str, ...], bar: Bar) -> FigureRow:
    return FigureRow("", name, "", "", facts, bar, HALF)
