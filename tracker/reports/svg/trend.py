"""Years side by side: points with intervals, joined where they can be compared."""

from tracker.reports.drawings import TrendDrawing, TrendPoint
from tracker.reports.svg.legend import draw_legend, draw_point, draw_upright
from tracker.reports.svg.paper import Paper, lines_of
from tracker.reports.svg.upright import LEFT, RIGHT, Field

TOP, FOOT = 40.0, 280.0
LINE = 14.0


def draw_trend(drawing: TrendDrawing) -> Paper:
    """The years with axis and legend."""
    paper = Paper()
    field = Field(drawing.up, TOP, FOOT)
    field.draw(paper)
    step = (RIGHT - LEFT) / len(drawing.points)
    places = [LEFT + step * (number + 0.5) for number in range(len(drawing.points))]
    for x, point in zip(places, drawing.points, strict=True):
        paper.text(x, FOOT + 18, point.label, "strong middle")
        _goal(paper, field, point, x, step)
    _joined(paper, field, drawing.points, places)
    for x, point in zip(places, drawing.points, strict=True):
        _point(paper, field, point, x, step)
    draw_legend(paper, drawing.legend, LEFT, FOOT + 44)
    return paper


def _goal(paper: Paper, field: Field, point: TrendPoint, x: float, step: float) -> None:
    if point.goal is not None:
        y, half = field.y(point.goal), min(step * 0.4, 40)
        paper.line("goal", x - half, y, x + half, y)


def _joined(
    paper: Paper, field: Field, points: tuple[TrendPoint, ...], places: list[float]
) -> None:
    for number, point in enumerate(points):
        before = points[number - 1]
        if point.is_joined and point.value is not None and before.value is not None:
            ends = (
                (places[number - 1], field.y(before.value)),
                (places[number], field.y(point.value)),
            )
            paper.path("line", list(ends))


def _point(paper: Paper, field: Field, point: TrendPoint, x: float, step: float) -> None:
    if point.value is None:
        for row, text in enumerate(lines_of(point.text, step - 8, 3, 12)):
            paper.text(x, FOOT - 46 + row * LINE, text, "small halo middle")
        return
    top = field.y(point.value)
    if point.low is not None and point.high is not None:
        top = field.y(point.high)
        draw_upright(paper, x, top, field.y(point.low))
    draw_point(paper, x, field.y(point.value))
    texts = point.text.split("\n")
    for row, text in enumerate(texts):
        kind = "strong halo middle" if row == 0 else "small halo middle"
        paper.text(x, top - 8 - LINE * (len(texts) - 1 - row), text, kind)
