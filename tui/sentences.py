"""Errors as sentences for a screen; nothing else of an error is ever shown."""

from textual.worker import WorkerFailed

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


def place_of_error(error: BaseException | None) -> str:
    """The kind of a program error and the line that raised it, without any values."""
    if isinstance(error, WorkerFailed):
        error = error.error
    place, trace = "", error.__traceback__ if error else None
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        place, trace = f"{name}:{trace.tb_lineno}", trace.tb_next
    return f"{type(error).__name__} {place}".strip()
