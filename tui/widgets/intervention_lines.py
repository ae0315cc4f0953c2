"""What the pane Insatser lists: interventions, and the goals that concern the marked one."""

from collections.abc import Iterator
from dataclasses import replace

from textual.content import Content
from textual.visual import Visual

from tracker.board.interventions import InterventionView
from tracker.problems import N_
from tracker.scorecard import GoalCard
from tracker.wording.status import SIGNS
from tui.widgets.line_table import Column, Line
from tui.widgets.named_value import NamedValue
from tui.widgets.prose import Prose

WIDEST = 24
COLUMNS = (
    Column(N_("Intervention"), 0, 0),
    Column(N_("Ongoing"), 8, 8, right=True),
    Column(N_("New"), 5, 5, right=True),
    Column(N_("Ended"), 9, 9, right=True),
    Column(N_("Planned"), 9, 9, right=True),
    Column(N_("Median"), -1, 6, right=True),
    Column(N_("Budget"), 10, 10, right=True),
)
GOAL_COLUMNS = (
    Column("", 2, 2),
    Column(N_("Goals that concern it"), 0, 0),
    Column(N_("Status"), 0, 0),
)


def intervention_line(view: InterventionView) -> Line:
    """An intervention; what does not run in the period is dimmed, and says so."""
    name = f"{view.name} ({view.aside})" if view.aside else view.name
    return Line((name, *view.cells), dim=bool(view.aside))


def goal_line(card: GoalCard) -> Line:
    """A goal and how it stands."""
    return Line((SIGNS[card.status], card.goal.text, card.label))


def fact_lines(view: InterventionView | None) -> Iterator[Visual]:
    """Everything about an intervention, a line each."""
    if view is None:
        return
    yield Prose(f"{view.name} · {view.insats}", "bold")
    if view.aside:
        yield Prose(view.aside)
    yield Content("")
    for name, said in view.facts:
        yield NamedValue(name, said, WIDEST)


def waiting(view: InterventionView) -> InterventionView:
    """An intervention whose numbers are being counted."""
    return replace(view, cells=("…",) * len(view.cells), facts=())


def matches(view: InterventionView, wanted: str) -> bool:
    """Whether every word that is looked for stands in the name or the short id."""
    said = f"{view.name} {view.insats}".casefold()
    return all(word in said for word in wanted.casefold().split())
