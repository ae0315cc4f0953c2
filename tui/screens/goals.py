"""The pane Mål: how each goal of the plan stands."""

from textual.widget import Widget


class GoalsPane(Widget):
    """The dashboard."""
