"""The panes of the main screen: one registry. A new pane is one entry here and one loader.

What every pane can rely on, and keeps to:

- It is made as `Class(workspace, id=pane.id)` when its tab is first looked at; its module is loaded
  then, off the screen's thread. A loader imports and returns the class, nothing else.
- **Frozen values come down.** Of the reactives named in `GIVEN` those that the class declares are
  bound to the main screen and follow it: `period` (`Period | None`), `published` (`bool`),
  `scorecard`, `detail`, `problem`, and `store_version` (`int`), one more for every change that
  was saved anywhere: `watch_store_version` is where to read again.
  The keys for the period work in panes that declare `period`, `p` in those that declare
  `published`, both where `scorecard` is declared.
- **Messages go up.** After saving: `StoreChanged`. To show another pane: `ShowPane(id, subject)`; a
  pane with a method `show_subject(subject)` is told what was asked for.
- **Slow work stands in thread workers** (`@work(thread=True, exclusive=True)`), which post a
  message with finished values: `tui.screens.list_pane` does so for panes with a list.
  `tui.screens.progress` tells how far long work is, with cancel.
- An error is a `TrackerError`; `tui.widgets.empty_state` shows its sentence, and what is missing.
- When its tab is chosen the first widget in it that can be focused gets the keys.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget

from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.workspace import Workspace

GIVEN = ("scorecard", "detail", "problem", "period", "published", "store_version")
"""The reactives of the main screen that a pane may declare too."""


@dataclass(frozen=True)
class Pane:
    """A tab and what it shows."""

    id: str
    key: str
    """The key that goes there, as Textual names it."""
    title: str
    """Marked with `N_`."""
    load: "Callable[[], Callable[..., Widget]]"
    """Imports the class of the pane."""
    count: "Callable[[Workspace], int] | None" = None
    """How many things wait there; called in a worker after the goals are shown."""
    is_offered: "Callable[[Workspace], bool] | None" = None
    """Whether the store has anything for it; called in a worker. None: always."""


def goals() -> Callable[..., Widget]:
    """Mål."""
    from tui.screens.goals.pane import GoalsPane

    return GoalsPane


def register() -> Callable[..., Widget]:
    """Deltagare."""
    from tui.screens.register.pane import RegisterPane

    return RegisterPane


def due() -> Callable[..., Widget]:
    """Att göra."""
    from tui.screens.work.pane import WorkPane

    return WorkPane


def quality() -> Callable[..., Widget]:
    """Datakvalitet."""
    from tui.screens.quality.pane import QualityPane

    return QualityPane


def surveys() -> Callable[..., Widget]:
    """Enkäter."""
    from tui.screens.surveys.pane import SurveysPane

    return SurveysPane


def interventions() -> Callable[..., Widget]:
    """Insatser."""
    from tui.screens.board.interventions import InterventionsPane

    return InterventionsPane


def money() -> Callable[..., Widget]:
    """Ekonomi."""
    from tui.screens.board.economy import EconomyPane

    return EconomyPane


def report() -> Callable[..., Widget]:
    """Rapport."""
    from tui.screens.report.pane import ReportPane

    return ReportPane


def deliveries() -> Callable[..., Widget]:
    """Leveranser."""
    from tui.screens.deliveries.pane import DeliveriesPane

    return DeliveriesPane


def changes() -> Callable[..., Widget]:
    """Ändringslogg."""
    from tui.screens.change_log.pane import ChangeLogPane

    return ChangeLogPane


def settings() -> Callable[..., Widget]:
    """Inställningar."""
    from tui.screens.settings.pane import SettingsPane

    return SettingsPane


def count_due(workspace: "Workspace") -> int:
    """So many things are in the work list."""
    from tracker.worklist import due

    return len(due(workspace).items)


def count_findings(workspace: "Workspace") -> int:
    """So many errors and warnings that nobody has accepted."""
    from tracker.quality import count_open

    return count_open(workspace)


def has_counts(workspace: "Workspace") -> bool:
    """Whether interventions deliver counts to this store."""
    from tracker.store_sentences import store_sentences

    with store_sentences(), workspace.store.read() as session:
        from db.delivered import deliveries

        return bool(deliveries(session, workspace.association.id))


PANES: tuple[Pane, ...] = (
    Pane("goals", "1", N_("Goals"), goals),
    Pane("due", "2", N_("Work list"), due, count=count_due),
    Pane("register", "3", N_("Participants"), register),
    Pane("interventions", "4", N_("Interventions"), interventions),
    Pane("surveys", "5", N_("Surveys"), surveys),
    Pane("money", "6", N_("Economy"), money),
    Pane("quality", "7", N_("Data quality"), quality, count=count_findings),
    Pane("report", "8", N_("Report"), report),
    Pane("deliveries", "9", N_("Deliveries"), deliveries, is_offered=has_counts),
    Pane("changes", "0", N_("Change log"), changes),
    Pane("settings", "f2", N_("Settings"), settings),
)
"""In the order of the tabs; an entry is added when there is something to load.

The others by id and key: interventions 4, money 6, report 8, deliveries 9 (offered by
`has_counts`), settings f2.
"""
BY_ID = {pane.id: pane for pane in PANES}
