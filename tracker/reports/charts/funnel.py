"""The funnel of interventions: each by its size and share, between the limits of chance."""

from tracker.comparisons import Comparison, Unit
from tracker.reports.charts.axes import count_axis, share_axis
from tracker.reports.charts.telling import named, sentence
from tracker.reports.drawings import FunnelDrawing, FunnelPoint, LegendSign
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Number, Table
from tracker.wording import Language
from tracker.wording.figures import fact_text, value_decimals, value_text
from tracker.wording.pictures import Curves, curves_of
from tracker.wording.pictures.names import short_names

FURTHER = 1.08
"""The axis reaches so much beyond the largest intervention."""
KEPT = 8
"""Every so many points of a curve are drawn."""


def funnel_chart(language: Language, made: Comparison, caption: str = "") -> Chart | None:
    """The funnel of a published comparison; None where it has none.

    Raises:
        ValueError: the comparison has not passed the door for what is published.
    """
    if not made.published:
        raise ValueError("a chart is made of a published comparison only")
    curves = curves_of(made)
    if curves is None or made.line is None:
        return None
    caption = caption or language.text("Interventions beside each other: {goal}", goal=_goal(made))
    name = language.text("Funnel, {goal}", goal=_goal(made))
    rows = tuple(_row(language, made, unit) for unit in made.units)
    return Chart(
        caption=caption,
        name=name,
        description=_told(language, made, caption),
        drawing=_drawing(language, made, curves),
        table=Table(caption, name, _headings(language), rows),
    )


def _goal(made: Comparison) -> str:
    return made.goal.text


def _drawn(made: Comparison) -> list[Unit]:
    return [unit for unit in made.units if unit.limits_95 is not None and unit.hidden is None]


def _drawing(language: Language, made: Comparison, curves: Curves) -> FunnelDrawing:
    names = short_names(unit.name for unit in made.units)
    points = tuple(
        FunnelPoint(
            names[unit.name],
            float(unit.figure.n or 0),
            float(unit.figure.value or 0),
            deviates=unit.mark in ("may_deviate", "deviates"),
        )
        for unit in _drawn(made)
    )
    line = float(made.line or 0)
    largest = max(point.size for point in points) * FURTHER
    across = count_axis(language, largest, language.text("Number of exits"))
    places = range(0, len(curves.sizes), KEPT)
    middle = curves.at(max(across.high / 6, curves.sizes[0]))[1][1]
    highest = max(*(point.value for point in points), line, middle)
    return FunnelDrawing(
        across=across,
        up=share_axis(language, highest),
        points=points,
        sizes=tuple(curves.sizes[place] for place in places),
        inner=tuple(curves.inner[place] for place in places),
        outer=tuple(curves.outer[place] for place in places),
        line=line,
        legend=_legend(language, made, points),
    )


def _legend(
    language: Language, made: Comparison, points: tuple[FunnelPoint, ...]
) -> tuple[tuple[LegendSign, str], ...]:
    whole = language.text("The association's total")
    found: list[tuple[LegendSign, str]] = [
        ("line", language.text("Target") if made.against == "goal" else whole),
        ("inner", language.text("What chance explains, 95 %")),
        ("outer", language.text("What chance explains, 99.8 %")),
    ]
    if any(not point.deviates for point in points):
        found.append(("inside", language.text("Within what chance explains")))
    if any(point.deviates for point in points):
        found.append(("deviates", language.text("Deviates, or may deviate")))
    return tuple(found)


def _headings(language: Language) -> tuple[Column, ...]:
    return (
        Column(language.text("Intervention"), width=34),
        Column(language.text("Number of exits"), width=14, has_numbers=True),
        Column(language.text("Outcome"), width=24),
        Column(language.text("Value"), width=12, has_numbers=True),
        Column(language.text("Against the line"), width=34),
    )


def _row(language: Language, made: Comparison, unit: Unit) -> tuple[AnyCell, ...]:
    if unit.hidden is not None:
        return (Cell(unit.name), *[Hidden(unit.hidden, unit.label)] * 4)
    figure = unit.figure
    size = Cell(language.number(figure.n or 0), Number(figure.n or 0))
    fact = Cell(fact_text(language, made.goal, figure))
    if unit.mark == "too_few" or figure.value is None:
        return (Cell(unit.name), size, fact, Cell(), Cell(unit.label))
    number = Number(figure.value, "share", value_decimals(made.goal, figure))
    value = Cell(value_text(language, made.goal, figure), number)
    return (Cell(unit.name), size, fact, value, Cell(unit.label))


def _told(language: Language, made: Comparison, caption: str) -> str:
    """The chart in words: the line, then each intervention with its place."""
    said = [sentence(caption), *(_unit_told(language, made, unit) for unit in made.units)]
    if made.line is not None:
        line = language.text("The line lies at {share}.", share=language.percent(made.line, 1))
        said.insert(1, line)
    return " ".join(said)


def _unit_told(language: Language, made: Comparison, unit: Unit) -> str:
    if unit.hidden is not None:
        return named(unit.name, unit.label)
    fact = fact_text(language, made.goal, unit.figure)
    if unit.mark == "too_few" or unit.figure.value is None:
        parts = [fact, unit.label]
    else:
        parts = [f"{fact} ({value_text(language, made.goal, unit.figure)})", unit.label]
    return named(unit.name, ", ".join(part for part in parts if part))
