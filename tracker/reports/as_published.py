"""The interventions of a period as readers see them: each number as the report prints it."""

from tracker.board.interventions import InterventionView, intervention_views
from tracker.board.readers import Readers
from tracker.periods import Period
from tracker.privacy.counts import Publication
from tracker.reports.interventions import SECTION
from tracker.reports.making import cells_of, make_report, notes_of
from tracker.reports.model import Report
from tracker.scorecard.making import plan_of
from tracker.store_sentences import store_sentences
from tracker.wording import Language
from tracker.workspace import Workspace


def published_interventions(workspace: Workspace, period: Period) -> tuple[InterventionView, ...]:
    """The interventions with the numbers that the report of these days would print.

    The whole report is judged for it: what may be shown depends on everything beside it.

    Raises:
        DataError: the association has no plan.
    """
    with store_sentences():
        report = make_report(workspace, period)
    fewest = plan_of(workspace, period).settings.min_show
    return intervention_views(workspace, period, readers_of(report, workspace.language, fewest))


def readers_of(report: Report, language: Language, fewest: int) -> Readers:
    """What a report shows of each number of participants, and what stands for the others."""
    told = report.publication or Publication()
    return Readers(
        told.reasons,
        cells_of(language),
        notes_of(language, fewest),
        _has_sexes(report, language),
        fewest,
    )


def _has_sexes(report: Report, language: Language) -> bool:
    """Whether women and men have columns: they go where most of them would be hidden."""
    tables = [
        one for section in report.sections if section.key == SECTION for one in section.tables
    ]
    return any(column.heading == language.text("Women") for one in tables for column in one.columns)
