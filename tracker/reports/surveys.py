"""The surveys: how many answered in each group, and each indicator's own share."""

from collections.abc import Iterable, Sequence

from db.codes import RespondentGroup
from db.tallies.surveys import answers_by_respondent
from tracker.measures.handed_out import handed_out
from tracker.measures.surveys import scales_of
from tracker.privacy.counts import Sum
from tracker.problems import N_
from tracker.reports.drafts import DraftCell, DraftSection, DraftTable
from tracker.reports.goals import indicator_table
from tracker.reports.layout import number_cell, numbers, share_cell
from tracker.reports.ledger import Ledger
from tracker.reports.model import Cell, Column, Table
from tracker.reports.numbered import Numbered
from tracker.scorecard import Scorecard
from tracker.wording.labels import label


def survey_section(ledger: Ledger, scorecard: Scorecard, goals: Sequence[Numbered]) -> DraftSection:
    """Response rates and indicators; a sentence where nobody has answered."""
    language = ledger.language
    heading = language.text("The surveys")
    tables: list[Table | DraftTable] = list(_responses(ledger))
    indicators = indicator_table(language, scorecard, goals)
    if indicators is not None:
        tables.append(indicators)
    said = () if tables else (language.text("No survey answers are dated in the period."),)
    return DraftSection(heading, said, tuple(tables), key="enkäter")


def _responses(ledger: Ledger) -> Iterable[DraftTable]:
    """How many were asked and how many answered, group by group."""
    language, fewest = ledger.language, ledger.plan.settings.min_judge
    rows: list[tuple[DraftCell, ...]] = []
    sums: list[Sum] = []
    interventions = tuple(row.id for row in ledger.chosen) if ledger.insats else None
    scope = ledger.frame.scope(interventions)
    for group in RespondentGroup:
        cells = answers_by_respondent(
            ledger.session, scope, (group,), scales_of(ledger.plan.questions), ()
        )
        answered = sum(respondents.respondents for _, respondents in cells)
        asked = handed_out(ledger.frame, interventions, (group,))
        if not answered and not asked:
            continue
        n = ledger.count(f"enkät:{group}", answered, of="n")
        name = Cell(label(language, RespondentGroup, group))
        if asked is None or asked < answered:
            unknown = Cell(language.text("not known"))
            rows.append((name, unknown, number_cell(language, n), Cell()))
            continue
        whole = ledger.count(f"enkät:{group}", asked, of="eligible")
        silent = ledger.count(f"enkät:{group}", asked - answered, of="missing")
        sums.append(Sum(whole, (n, silent)))
        rows.append(
            (name, number_cell(language, whole), number_cell(language, n),
             share_cell(language, n, whole, fewest))
        )  # fmt: skip
    if rows:
        columns = (
            Column(language.text("Respondents"), width=40),
            *numbers(language, N_("Handed out"), N_("Answered"), N_("Response rate"), width=14),
        )
        caption = language.text("How many answered")
        yield DraftTable(caption, caption, columns, tuple(rows), sums=tuple(sums))
