"""The application without a store, as the command line opens it the first time."""

from tests.factories import TODAY
from tracker.cli.beginning import Beginning
from tracker.cli.options import Options
from tracker.wording import language
from tui.app import TrackerApp


def first_start(place, lang="sv", **more):
    """The first start, with a new store proposed at a place."""
    options = Options(str(place), language(lang), "anna", TODAY)
    return TrackerApp(options, ascii_only=False, beginning=Beginning(options), **more)
