"""The goals over the years beside each other, and where what they count has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tracker.comparisons import TrendSeries, trend
from tracker.goals.definition import has_changed
from tracker.measures.figure import ON_PERSONS
from tracker.methods.numbering import goals_text
from tracker.periods import year_of
from tracker.plans.model import Plan
from tracker.privacy import known_to_readers, publish_trend
from tracker.privacy.counts import Count, Publication
from tracker.reports.cells import value_number
from tracker.reports.charts import trend_chart
from tracker.reports.drafts import DraftSection
from tracker.reports.flow_years import this_year, years_before
from tracker.reports.ledger import Ledger
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Table
from tracker.reports.numbered import Numbered
from tracker.scorecard import GoalCard, Scorecard, make_scorecard
from tracker.wording import Language
from tracker.wording.counted import listed
from tracker.wording.figures import value_text
from tracker.wording.status import HIDDEN

COMPARED = ON_PERSONS | {
    "money_share", "money_tolerance", "money_ceiling", "money_balance",
    "participants", "response_rate", "number",
}  # fmt: skip
CHANGED = "≠"
"""Behind a figure that another definition gives."""


@dataclass(frozen=True)
class Year:
    """The published scorecard of another year."""

    year: int
    card: Scorecard
    plan: Plan


def years_section(ledger: Ledger, goals: Sequence[Numbered]) -> DraftSection:
    """Up to three years before, each as its own plan defined the goal."""
    language = ledger.language
    earlier = list(_earlier(ledger, goals))
    heading = language.text("The goals over the years")
    changed = list(_changed(language, goals))
    rows = tuple(
        _row(language, one, earlier, ledger.plan)
        for one in goals
        if one.card.goal.measure in COMPARED and _is_known(one, earlier)
    )
    if not rows:
        none = language.text("There is no year before to stand beside this one.")
        return DraftSection(heading, (none, *changed), key="åren")
    columns = (
        Column(language.text("Goal"), width=46),
        *(Column(str(year.year), width=14, has_numbers=True) for year in earlier),
        Column(this_year(ledger), width=14, has_numbers=True),
    )
    notes = tuple(_notes(language, goals, earlier, rows))
    caption = language.text("The goals year by year")
    table = Table(caption, language.text("The years"), columns, rows, notes)
    charts = tuple(_charts(ledger, goals))
    told = _told(language, goals, earlier, ledger.plan)
    return DraftSection(heading, tuple(changed), (table,), key="åren", charts=charts, known=told)


def _told(
    language: Language, goals: Sequence[Numbered], earlier: Iterable[Year], plan: Plan
) -> dict[Count, str]:
    """The numbers of the goals in those years: they have passed a door of their own.

    Each with its goal and year; without, where it is another only since the goal counts another.
    """
    named = {one.card.goal.id: one for one in goals}
    told: dict[Count, str] = {}
    for year in earlier:
        for card in year.card.goals:
            place = _place(language, named.get(card.goal.id), year, plan)
            for count, reason in card.counts.items():
                if reason is None and count.start >= year.card.period.start:
                    told.setdefault(count, place)
    return told


def _place(language: Language, one: Numbered | None, year: Year, plan: Plan) -> str:
    if one is None:
        return str(year.year)
    if _is_other(one, year, plan):
        return ""
    return f"{goals_text(language, [(one.number, one.card)])}, {year.year}"


def _charts(ledger: Ledger, goals: Sequence[Numbered]) -> Iterable[Chart]:
    """The key goals on exits year by year; every goal of that kind where none is a key goal."""
    shares = [one.card.goal for one in goals if one.card.goal.measure == "exits"]
    for goal in [goal for goal in shares if goal.key] or shares:
        remembered = partial(known_to_readers, ledger.workspace)
        series = publish_trend(trend(ledger.workspace, goal.id), ledger.language, remembered)
        chart = trend_chart(ledger.language, series, last=ledger.period.last_day.year)
        if chart is not None:
            yield _with_breaks(ledger, chart, series)


def _with_breaks(ledger: Ledger, chart: Chart, series: TrendSeries) -> Chart:
    """The chart with a note that names the years in which the goal counted something else."""
    this = ledger.period.last_day.year
    drawn = [year for year in series.years if year.year <= this]
    now = next((year.goal for year in drawn if year.year == this), None)
    others = [
        str(year.year)
        for year in drawn
        if now is not None and has_changed(now, ledger.plan, year.goal, _plan(ledger, year.year))
    ]
    if not others:
        return chart
    language = ledger.language
    note = language.text(
        "What the goal counts was another in {years}, so those years cannot be compared.",
        years=listed(language, others),
    )
    return replace(chart, table=replace(chart.table, notes=(*chart.table.notes, note)))


def _plan(ledger: Ledger, year: int) -> Plan:
    return ledger.workspace.plan_for(year_of(year).last_day) or ledger.plan


def _notes(
    language: Language,
    goals: Iterable[Numbered],
    earlier: Iterable[Year],
    rows: Iterable[Sequence[AnyCell]],
) -> Iterable[str]:
    if any(cell.text.endswith(CHANGED) for row in rows for cell in row):
        yield language.text(
            "{mark} what the goal counts was another that year, so the years cannot be compared.",
            mark=CHANGED,
        )
    unplanned = [str(year.year) for year in earlier if year.plan.year != year.year]
    if unplanned:
        yield language.text(
            "Without a plan of its own, and counted by that of another year: {years}.",
            years=listed(language, unplanned),
        )
    if any(one.card.goal.measure not in COMPARED for one in goals):
        yield language.text(
            "Activities, registrations and the board's own assessments are of one year, and are "
            "not set beside those of others."
        )


def _earlier(ledger: Ledger, goals: Sequence[Numbered]) -> Iterable[Year]:
    """The years before; each knows what the report tells of this year and of the others."""
    told = Publication()
    for one in goals:
        told = told.beside(Publication(one.card.counts))
    for year in years_before(ledger):
        card = make_scorecard(
            ledger.workspace, year_of(year), published=True, ahead=False, beside=told
        )
        told = told.beside(card.publication or Publication())
        if any(_has_figure(one) for one in card.goals):
            yield Year(year, card, card.plan)


def _has_figure(card: GoalCard) -> bool:
    """Whether it would stand in the table, shown or hidden."""
    known = card.figure.value is not None or card.hidden is not None
    return known and card.goal.measure in COMPARED


def _is_known(one: Numbered, earlier: Sequence[Year]) -> bool:
    """Whether some earlier year has a figure of the goal."""
    cards = (year.card.goal(one.card.goal.id) for year in earlier)
    return any(card is not None and card.figure.value is not None for card in cards)


def _row(
    language: Language, one: Numbered, earlier: Sequence[Year], plan: Plan
) -> tuple[AnyCell, ...]:
    cells = (_cell(language, one, year, plan) for year in earlier)
    return (Cell(one.name), *cells, _figure(language, one.card))


def _cell(language: Language, one: Numbered, year: Year, plan: Plan) -> AnyCell:
    card = year.card.goal(one.card.goal.id)
    if card is None:
        return Cell()
    return _figure(language, card, f" {CHANGED}" if _is_other(one, year, plan) else "")


def _is_other(one: Numbered, year: Year, plan: Plan) -> bool:
    """Whether the goal counted something else in that year."""
    card = year.card.goal(one.card.goal.id)
    return card is not None and has_changed(one.card.goal, plan, card.goal, year.plan)


def _figure(language: Language, card: GoalCard, mark: str = "") -> AnyCell:
    """A figure of a year; of few persons no per cent."""
    if card.hidden is not None:
        text = language.text(HIDDEN[card.hidden], min_show=card.reading.min_show)
        return Hidden(card.hidden, text)
    figure = card.figure
    if figure.value is None:
        return Cell()
    if figure.persons is not None and figure.persons < card.reading.min_judge:
        return Cell(language.text("too few"))
    text = value_text(language, card.goal, figure)
    return Cell(text + mark, value_number(card.goal, figure))


def _changed(language: Language, goals: Sequence[Numbered]) -> Iterable[str]:
    """Goals whose definition is another than the year before."""
    found = [(one.number, one.card) for one in goals if "definition_changed" in one.card.flags]
    if found:
        yield language.text(
            "What these goals count has changed since the year before: {goals}.",
            goals=goals_text(language, found),
        )
