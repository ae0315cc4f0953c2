"""The finished scorecard: every goal's figure, status and words, made in one place."""

from tracker.scorecard.card import GoalCard, LineCard, PartCard, Scorecard
from tracker.scorecard.making import default_period, make_scorecard

__all__ = ["GoalCard", "LineCard", "PartCard", "Scorecard", "default_period", "make_scorecard"]
