"""The bare `tracker`: opens the terminal screens."""

import sys
from dataclasses import replace
from pathlib import Path

from tracker.cli.options import Options, chosen_language, default_screens
from tracker.errors import UsageError
from tracker.problems import N_
from tracker.wording.language import LANGUAGES


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
    from tui.remembering import Memory

    memory = Memory(default_screens())
    if "lang" not in options.given:
        options = _as_chosen(options, memory.language)
    from tui.app import TrackerApp

    beginning = None
    if not is_there:
        from tracker.cli.beginning import Beginning

        beginning = Beginning(options)
    app = TrackerApp(options, beginning=beginning, memory=memory)
    app.run()
    return app.return_code or 0


def _as_chosen(options: Options, code: str) -> Options:
    """In the language that was chosen on the screens; as it is where none was."""
    return replace(options, language=chosen_language(code)) if code in LANGUAGES else options
