"""The outlook of a goal as it may be published: what is to come, and the year before."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.measures.differences import Difference
from tracker.measures.figure import Figure
from tracker.outlook import Forecast, LastPeriod
from tracker.privacy.hiding import Reason, is_small
from tracker.privacy.persons import tells_of_few
from tracker.wording import Language

if TYPE_CHECKING:
    from tracker.scorecard.card import GoalCard


def publish_outlook(card: "GoalCard", language: Language, why: Reason | None = None) -> "GoalCard":
    """Hide a forecast that counts few who are there, and a year before that may not be told.

    Args:
        card: with its outlook as it is.
        language: the reader's.
        why: why the figure of the year before is hidden; None: it is not.
    """
    few = card.reading.min_show
    if card.last_period is not None and tells_of_few(card.last_period.figure, few):
        why = why or "small"
    return replace(
        card,
        forecast=_publish_forecast(card.forecast, few),
        last_period=_publish_last_period(card.last_period, why, language),
    )


def without_outlook(card: "GoalCard") -> "GoalCard":
    """A card of which nothing may be known."""
    return replace(card, forecast=None, clarity=None, call_backs=None, last_period=None)


def _publish_forecast(forecast: Forecast | None, few: int) -> Forecast | None:
    if forecast is None or is_small((forecast.remaining,), few):
        return None
    return forecast


def _publish_last_period(
    last: LastPeriod | None, why: Reason | None, language: Language
) -> LastPeriod | None:
    if last is None or why is None:
        return last
    sentence = language.text("The year before is not shown: it rests on too few persons.")
    if why != "small":
        sentence = language.text("The year before is not shown: another figure would be told.")
    return replace(last, figure=Figure(), difference=Difference(), sentence=sentence, hidden=why)
