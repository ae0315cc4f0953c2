"""The bare `tracker`: opens the terminal screens."""

from pathlib import Path

from tracker.cli.options import Options
from tracker.errors import UsageError
from tracker.problems import N_


def open_screens(options: Options) -> None:
    """Open the terminal screens on the store.

    Raises:
        UsageError: there is no store yet; the sentence says how to get one.
    """
    if "://" not in options.where and not Path(options.where).exists():
        raise UsageError(
            N_(
                "There is no store at {where}.\n"
                "Look around in made-up data: tracker demo\n"
                "Begin with a plan of your own: tracker init PLAN"
            ),
            where=options.where,
        )
    from tui.app import TrackerApp

    TrackerApp(options).run()
