"""Every text and number a person sees, in Swedish and English."""

from tracker.wording.language import Language, language

__all__ = ["Language", "language"]
