"""The participants of the years before beside those of this one: totals that add up each year."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.tallies.years import years_with_data
from tracker.periods import year_of
from tracker.privacy.counts import Count, Sum
from tracker.problems import N_
from tracker.reports.drafts import DraftCell, DraftTable
from tracker.reports.layout import number_cell
from tracker.reports.ledger import Ledger
from tracker.reports.model import Cell, Column
from tracker.reports.participants import flow_counts, taking_part

ROWS = (
    N_("Participants"),
    N_("Ongoing at start"),
    N_("New"),
    N_("Ended"),
    N_("Ongoing at end"),
)
MOST = 3
"""Years before this one."""
Row = tuple[Count, ...]


def years_before(ledger: Ledger) -> list[int]:
    """The years before this one that hold data, or have a plan; at most three."""
    this = ledger.period.start.year
    held = years_with_data(ledger.session, ledger.frame.association_id, ledger.workspace.today)
    planned = {plan.year for plan in ledger.workspace.plans}
    return [year for year in range(this - MOST, this) if year in held or year in planned]


def this_year(ledger: Ledger) -> str:
    """The year of the report, or its years."""
    first, last = ledger.period.start.year, ledger.period.last_day.year
    return str(last) if first == last else f"{first}–{last}"


def flow_years(ledger: Ledger) -> DraftTable | None:
    """The flow of each year that is known of every intervention; None where no other year is.

    A year with so few that they may not be told is left out: it would hide some of this one.
    """
    ledgers = {year: _of_year(ledger, year) for year in years_before(ledger)}
    found = [(str(year), _counts(one)) for year, one in ledgers.items() if _is_whole(one)]
    few = ledger.plan.settings.min_show
    found = [(year, row) for year, row in found if not any(0 < one.value < few for one in row)]
    if not found or not _is_whole(ledger):
        return None
    found.append((this_year(ledger), _counts(ledger)))
    language = ledger.language
    columns = (
        Column(language.text("Participants"), width=40),
        *(Column(year, width=14, has_numbers=True) for year, _ in found),
    )
    rows: tuple[tuple[DraftCell, ...], ...] = tuple(
        (Cell(language.text(name)), *(number_cell(language, row[place]) for _, row in found))
        for place, name in enumerate(ROWS)
    )
    caption = language.text("Participants year by year")
    return DraftTable(caption, caption, columns, rows, sums=tuple(_sums(found)))


def _of_year(ledger: Ledger, year: int) -> Ledger:
    """The same association in another year."""
    period = year_of(year)
    return replace(ledger, period=period, frame=replace(ledger.frame, period=period), kept={})


def _is_whole(ledger: Ledger) -> bool:
    """Whether somebody took part, and every intervention that ran tells how many."""
    if not taking_part(ledger).value:
        return False
    days = ledger.period
    running = (row.key for row in ledger.chosen if row.runs_in(days.start, days.end))
    return ledger.rests_on() is None or all((key, None) in ledger.flows() for key in running)


def _counts(ledger: Ledger) -> Row:
    return (taking_part(ledger), *flow_counts(ledger))


def _sums(found: Sequence[tuple[str, Row]]) -> Iterable[Sum]:
    """That the flow of each year adds up, as far as it does."""
    for _, row in found:
        whole, *parts = row
        for pair in ((parts[0], parts[1]), (parts[2], parts[3])):
            if whole.value == sum(one.value for one in pair):
                yield Sum(whole, pair)
