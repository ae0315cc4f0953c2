"""The one door for published figures: nobody can be found in what has passed it."""

from tracker.privacy.door import publish

__all__ = ["publish"]
