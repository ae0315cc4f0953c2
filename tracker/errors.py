"""Program errors with a ready sentence and an exit code; only `tracker.cli` prints them.

TrackerError
├── DataError      1  the data does not allow it
├── UsageError     2  wrong usage or configuration
└── StoreBusyError 3  store busy or unreachable, try again
"""

from typing import Any

from tracker.problems import Problem


class TrackerError(Exception):
    """Base of all expected errors: a sentence marked with `N_`, its values, an exit code."""

    exit_code = 1

    def __init__(self, message: str, *, problems: tuple[Problem, ...] = (), **params: Any) -> None:
        super().__init__(message)
        self.message = message
        self.params = params
        self.problems = problems


class DataError(TrackerError):
    """The data does not allow it: rejected rows, a failed check, no such goal."""

    exit_code = 1


class UsageError(TrackerError):
    """Wrong usage or configuration; names the file, the key, the line and the nearest known key."""

    exit_code = 2


class StoreBusyError(TrackerError):
    """The store is busy or cannot be reached; trying again may help."""

    exit_code = 3
