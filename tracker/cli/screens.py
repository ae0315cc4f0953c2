"""The bare `tracker`: opens the terminal screens."""

import sys
from pathlib import Path

from tracker.cli.options import Options, default_screens
from tracker.errors import UsageError
from tracker.problems import N_


def open_screens(options: Options) -> int:
    """Open the terminal screens on the store; where there is none, the first start.

    Returns:
        The exit code: 1 when an error in the program ended it.

    Raises:
        UsageError: there is no store yet, and nobody to ask; the sentence says how to get one.
    """
    is_there = "://" in options.where or Path(options.where).exists()
    if not is_there and not sys.stdin.isatty():
        raise UsageError(
            N_(
                "There is no store at {where}.\n"
                "Look around in made-up data: tracker demo\n"
                "Begin with a plan of your own: tracker init PLAN"
            ),
            where=options.where,
        )
    from tui.app import TrackerApp
    from tui.remembering import Memory

    beginning = None
    if not is_there:
        from tracker.cli.beginning import Beginning

        beginning = Beginning(options)
    app = TrackerApp(options, beginning=beginning, memory=Memory(default_screens()))
    app.run()
    return app.return_code or 0
