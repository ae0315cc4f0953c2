"""Years beside each other as a chart."""

from dataclasses import replace
from fractions import Fraction

from tracker.comparisons import TrendSeries, TrendYear
from tracker.measures.figure import Reading
from tracker.reports.cells import value_number
from tracker.reports.charts.axes import share_axis
from tracker.reports.charts.bars import SHARES, figure_headings, share_cell
from tracker.reports.charts.telling import named, sentence
from tracker.reports.drawings import LegendSign, TrendDrawing, TrendPoint
from tracker.reports.model import AnyCell, Cell, Chart, Hidden, Table
from tracker.wording import Language
from tracker.wording.figures import goal_interval_text, target_text, value_text

FEWEST = 2
ROOM = 1.1
"""Above the highest there is room for its number."""


def trend_chart(
    language: Language, series: TrendSeries, caption: str = "", last: int | None = None
) -> Chart | None:
    """The years of a published series; None of goals that are no shares, or of one year alone.

    Args:
        language: the reader's.
        series: the years.
        caption: what stands at the chart.
        last: the last year that is drawn, by default the latest.

    Raises:
        ValueError: the series has not passed the door for what is published.
    """
    if not series.published:
        raise ValueError("a chart is made of a published series only")
    if last is not None:
        kept = tuple(year for year in series.years if year.year <= last)
        is_whole = len(kept) == len(series.years)
        series = replace(series, years=kept, sentence=series.sentence if is_whole else "")
    points = tuple(_points(language, series))
    drawn = [point for point in points if point.value is not None]
    if series.goal.measure not in SHARES or len(drawn) < FEWEST:
        return None
    caption = caption or language.text("Year by year: {goal}", goal=series.goal.text)
    name = language.text("Trend, {goal}", goal=series.goal.text)
    told = " ".join(named(point.label, " ".join(point.text.split("\n"))) for point in points)
    highest = max(
        end for one in drawn for end in (one.value, one.high, one.goal) if end is not None
    )
    return Chart(
        caption=caption,
        name=name,
        description=f"{sentence(caption)} {told} {series.sentence}".strip(),
        drawing=TrendDrawing(
            share_axis(language, min(highest * ROOM, 1.0)),
            points,
            _legend(language, series, points),
        ),
        table=_table(language, series, caption, name, points),
    )


def _points(language: Language, series: TrendSeries) -> list[TrendPoint]:
    made: list[TrendPoint] = []
    for year in series.years:
        is_joined = bool(made) and made[-1].value is not None and not year.after_break
        made.append(_point(language, series, year, is_joined=is_joined))
    return made


def _point(
    language: Language, series: TrendSeries, year: TrendYear, *, is_joined: bool
) -> TrendPoint:
    target = year.goal.target if isinstance(year.goal.target, Fraction) else None
    goal = None if target is None else float(target)
    if year.hidden is not None or is_few(year, series.reading) or year.figure.value is None:
        return TrendPoint(str(year.year), year.label, goal=goal)
    shown = value_text(language, year.goal, year.figure)
    interval = goal_interval_text(language, year.goal, year.figure)
    text = f"{shown}\n({interval})" if interval else shown
    figure = year.figure
    return TrendPoint(
        str(year.year),
        text,
        float(year.figure.value),
        None if figure.low is None else float(figure.low),
        None if figure.high is None else float(figure.high),
        goal,
        is_joined,
    )


def is_few(year: TrendYear, reading: Reading) -> bool:
    """Whether the year rests on too few to show more than the fact."""
    return year.figure.persons is not None and year.figure.persons < reading.min_judge


def _legend(
    language: Language, series: TrendSeries, points: tuple[TrendPoint, ...]
) -> tuple[tuple[LegendSign, str], ...]:
    found: list[tuple[LegendSign, str]] = [("inside", language.text("Outcome"))]
    if any(point.low is not None for point in points):
        level = language.percent(Fraction(str(series.reading.confidence)))
        said = language.text("Uncertainty interval ({confidence})", confidence=level)
        found.append(("upright", said))
    if any(point.goal is not None for point in points):
        found.append(("aim", language.text("Target")))
    return tuple(found)


def _table(
    language: Language, series: TrendSeries, caption: str, name: str, points: tuple[TrendPoint, ...]
) -> Table:
    rows = tuple(
        _row(language, year, point) for year, point in zip(series.years, points, strict=True)
    )
    return Table(caption, name, figure_headings(language, language.text("Year")), rows)


def _row(language: Language, year: TrendYear, point: TrendPoint) -> tuple[AnyCell, ...]:
    target = share_cell(language, point.goal)
    goal = Cell(target_text(language, year.goal), target.number)
    if year.hidden is not None:
        return (Cell(point.label), *[Hidden(year.hidden, year.label)] * 3, goal)
    if point.value is None:
        return (Cell(point.label), Cell(), Cell(), Cell(), goal)
    value = Cell(value_text(language, year.goal, year.figure), value_number(year.goal, year.figure))
    ends = (share_cell(language, point.low), share_cell(language, point.high))
    return (Cell(point.label), value, *ends, goal)
