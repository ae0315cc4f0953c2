"""The command line: reads arguments, calls one use case, prints what it gives.

Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 the data does not allow it, 2 wrong usage
or configuration, 3 store busy, 130 interrupted.
"""

from tracker.cli.main import main

__all__ = ["main"]
