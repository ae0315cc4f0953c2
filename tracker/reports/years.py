"""The goals over the years beside each other, and where what they count has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from db.tallies.years import years_with_data
from tracker.comparisons import trend
from tracker.goals.definition import has_changed
from tracker.measures.figure import ON_PERSONS
from tracker.periods import year_of
from tracker.plans.model import Plan
from tracker.privacy import earlier_publications, publish_trend
from tracker.privacy.counts import Count
from tracker.reports.cells import value_number
from tracker.reports.charts import trend_chart
from tracker.reports.drafts import DraftSection
from tracker.reports.goals import Numbered
from tracker.reports.ledger import Ledger
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Table
from tracker.scorecard import GoalCard, Scorecard, make_scorecard
from tracker.wording import Language
from tracker.wording.figures import value_text
from tracker.wording.status import HIDDEN

MOST = 3
"""Years before this one."""
COMPARED = ON_PERSONS | {"money_share", "participants", "money_balance", "response_rate"}
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
    earlier = list(_earlier(ledger))
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
        Column(str(ledger.period.last_day.year), width=14, has_numbers=True),
    )
    marked = any(cell.text.endswith(CHANGED) for row in rows for cell in row)
    notes = _notes(language) if marked else ()
    table = Table(heading, language.text("The years"), columns, rows, notes)
    charts = tuple(_charts(ledger, goals))
    told = _told(earlier)
    return DraftSection(heading, tuple(changed), (table,), key="åren", charts=charts, known=told)


def _told(earlier: Iterable[Year]) -> dict[Count, str]:
    """The numbers of the goals in those years: they have passed a door of their own."""
    return {
        count: str(year.year)
        for year in earlier
        if year.card.publication is not None
        for count, reason in year.card.publication.reasons.items()
        if reason is None and count.start >= year.card.period.start
    }


def _charts(ledger: Ledger, goals: Sequence[Numbered]) -> Iterable[Chart]:
    """The key goals on exits year by year; every goal of that kind where none is a key goal."""
    shares = [one.card.goal for one in goals if one.card.goal.measure == "exits"]
    for goal in [goal for goal in shares if goal.key] or shares:
        remembered = partial(earlier_publications, ledger.workspace)
        series = publish_trend(trend(ledger.workspace, goal.id), ledger.language, remembered)
        chart = trend_chart(ledger.language, series, last=ledger.period.last_day.year)
        if chart is not None:
            yield chart


def _notes(language: Language) -> tuple[str, ...]:
    return (
        language.text(
            "{mark} what the goal counts was another that year, so the years cannot be compared.",
            mark=CHANGED,
        ),
    )


def _earlier(ledger: Ledger) -> Iterable[Year]:
    this = ledger.period.last_day.year
    held = years_with_data(ledger.session, ledger.frame.association_id, ledger.workspace.today)
    planned = {plan.year for plan in ledger.workspace.plans}
    for year in range(this - MOST, this):
        if year in held or year in planned:
            card = make_scorecard(ledger.workspace, year_of(year), published=True, ahead=False)
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
    other = has_changed(one.card.goal, plan, card.goal, year.plan)
    return _figure(language, card, f" {CHANGED}" if other else "")


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
    names = [str(one.number) for one in goals if "definition_changed" in one.card.flags]
    if names:
        yield language.text(
            "What these goals count has changed since the year before: {goals}.",
            goals=", ".join(names),
        )
