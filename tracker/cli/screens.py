"""The bare `tracker`: opens the terminal screens."""

from tracker.cli.options import Options


def open_screens(options: Options) -> None:
    """Open the terminal screens on the store."""
    from tui.app import TrackerApp

    TrackerApp(options).run()
