"""Errors as sentences for a screen; nothing else of an error is ever shown."""

from tracker.errors import TrackerError
from tracker.wording import Language

MOST = 5
"""So many problems are listed; the rest are counted."""


def sentence_of(language: Language, error: TrackerError) -> str:
    """The sentence of an error, below it the first of its problems, each on a line."""
    lines = [language.text(error.message, **error.params)]
    lines += [language.problem(problem) for problem in error.problems[:MOST]]
    rest = len(error.problems) - MOST
    if rest > 0:
        lines.append(language.plural("… and {number} more.", "… and {number} more.", rest))
    return "\n".join(lines)
