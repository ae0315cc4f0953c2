"""How it went some months after the exit, with those of whom nothing is known."""

from collections.abc import Iterable
from datetime import timedelta

from db.tallies.board import InterventionRow
from db.tallies.followed import FollowedTally, followed
from tracker.periods import Period, first_reaching
from tracker.privacy.counts import Sum
from tracker.problems import N_
from tracker.reports.drafts import DraftCell, DraftSection, DraftTable
from tracker.reports.layout import number_cell, numbers, share_cell
from tracker.reports.ledger import Ledger
from tracker.reports.model import Cell, Column

USUAL = (3, 6)
"""Months after the exit where an intervention says nothing else."""


def later_section(ledger: Ledger) -> DraftSection:
    """One row for each horizon at which some intervention follows up."""
    language = ledger.language
    heading = language.text("After the exit")
    found = {months: tally for months, tally in _by_horizon(ledger) if tally.due}
    elsewhere: tuple[str, ...] = ()
    if ledger.rests_on() is not None:
        elsewhere = (
            language.text("What deliveries tell of follow-ups stands with the goals, not here."),
        )
    if not found:
        none = language.text("No follow-up was due in the period.")
        return DraftSection(heading, elsewhere or (none,), key="uppföljningar")
    said = language.text(
        "A follow-up belongs to the period in which its day falls, whenever the exit was. Those "
        "who have died are left out."
    )
    texts = (said, *elsewhere)
    return DraftSection(heading, texts, (_table(ledger, found),), key="uppföljningar")


def _by_horizon(ledger: Ledger) -> Iterable[tuple[int, FollowedTally]]:
    horizons = sorted({months for row in ledger.chosen for months in horizons_of(row)})
    for months in horizons:
        asked = [row for row in ledger.chosen if months in horizons_of(row)]
        scope = ledger.scope(_exit_days(ledger, months), asked)
        tallies = (tally for _, tally in followed(ledger.session, scope, months))
        yield months, sum(tallies, FollowedTally())


def horizons_of(row: InterventionRow) -> tuple[int, ...]:
    """The months after the exit at which an intervention follows up."""
    if not row.follow_up_months:
        return USUAL
    return tuple(int(months) for months in row.follow_up_months.split("+"))


def _exit_days(ledger: Ledger, months: int) -> Period:
    """The days of exits whose horizon lies in the period and has come."""
    tomorrow = ledger.workspace.today + timedelta(days=1)
    end = max(ledger.period.start, min(ledger.period.end, tomorrow))
    first, last = (first_reaching(day, months) for day in (ledger.period.start, end))
    return Period(first, last, "")


def _table(ledger: Ledger, found: dict[int, FollowedTally]) -> DraftTable:
    language, fewest = ledger.language, ledger.plan.settings.min_judge
    rows: list[tuple[DraftCell, ...]] = []
    sums: list[Sum] = []
    for months, tally in found.items():
        name = f"uppföljning:{months}"
        due = ledger.count(name, tally.due, of="eligible")
        answered = ledger.count(name, tally.answered, of="n")
        silent = [
            ledger.count(name, number, of="missing", part=part)
            for part, number in (
                ("ej_nådd", tally.not_reached),
                ("avböjt", tally.declined),
                ("inget", tally.nothing),
            )
        ]
        working = ledger.count(name, tally.working, of="x", part="arbete_eller_studier")
        without = ledger.count(name, tally.without_support, of="x", part="ingen")
        counted = (due, answered, *silent)
        rows.append(
            (
                Cell(language.plural("{number} month", "{number} months", months)),
                *(number_cell(language, one) for one in counted),
                number_cell(language, working),
                share_cell(language, working, answered, fewest),
                number_cell(language, without),
                share_cell(language, without, answered, fewest),
            )
        )
        sums.append(Sum(due, (answered, *silent)))
    columns = (
        Column(language.text("After the exit"), width=16),
        *numbers(
            language,
            *(N_("Due"), N_("Answered"), N_("Not reached"), N_("Declined")),
            *(N_("Nothing registered"), N_("Work or study"), N_("Share at work or studies")),
            *(N_("No public support"), N_("Share without support")),
        ),
    )
    caption = language.text("Follow-ups that were due")
    note = language.text(
        "Shares are of those who answered. Those who did not may have fared otherwise."
    )
    return DraftTable(caption, caption, columns, tuple(rows), (note,), sums=tuple(sums))
