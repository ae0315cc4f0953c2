"""The funnel: points between curves, each named where there is room."""

from tracker.reports.drawings import FunnelDrawing, FunnelPoint
from tracker.reports.svg.legend import draw_legend, draw_point
from tracker.reports.svg.paper import Paper, lines_of, wide
from tracker.reports.svg.upright import LEFT, RIGHT, Field

TOP, FOOT = 12.0, 330.0
SIZE = 12.0
NAME = 170.0
"""A name is at most so wide."""
Box = tuple[float, float, float, float]


def draw_funnel(drawing: FunnelDrawing) -> Paper:
    """The funnel with its axes and legend."""
    paper = Paper()
    field = Field(drawing.up, TOP, FOOT)
    field.draw(paper)
    for tick, text in drawing.across.ticks:
        paper.line("axis", _x(drawing, tick), FOOT, _x(drawing, tick), FOOT + 4)
        paper.text(_x(drawing, tick), FOOT + 18, text, "small middle")
    paper.text((LEFT + RIGHT) / 2, FOOT + 36, drawing.across.title, "small middle")
    _curves(paper, drawing, field)
    paper.line("line", LEFT, field.y(drawing.line), RIGHT, field.y(drawing.line))
    _points(paper, drawing, field)
    draw_legend(paper, drawing.legend, LEFT, FOOT + 60)
    return paper


def _x(drawing: FunnelDrawing, size: float) -> float:
    return LEFT + (RIGHT - LEFT) * drawing.across.place(size)


def _curves(paper: Paper, drawing: FunnelDrawing, field: Field) -> None:
    """Each limit as far as it lies within the field and below all, above none."""
    for kind, band in (("outer", drawing.outer), ("inner", drawing.inner)):
        for side in (0, 1):
            points = [
                (_x(drawing, size), field.y(ends[side]))
                for size, ends in zip(drawing.sizes, band, strict=True)
                if 0 < ends[side] <= drawing.up.high
            ]
            if len(points) > 1:
                paper.path(kind, points)


def _points(paper: Paper, drawing: FunnelDrawing, field: Field) -> None:
    """The points, then their names; a name that finds no free place is left to the table."""
    placed = [(one, _x(drawing, one.size), field.y(one.value)) for one in drawing.points]
    line = field.y(drawing.line)
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for _, x, y in placed]
    taken.append((LEFT, line - 2, RIGHT, line + 2))
    for one, x, y in placed:
        draw_point(paper, x, y, deviates=one.deviates)
    for one, x, y in sorted(placed, key=lambda place: not place[0].deviates):
        _name(paper, one, x, y, taken)


def _name(paper: Paper, point: FunnelPoint, x: float, y: float, taken: list[Box]) -> None:
    text = lines_of(point.label, NAME, 1, SIZE)[0]
    length = wide(text, SIZE)
    around = (
        (x + 10, y + 4, "", x + 10),
        (x - 10, y + 4, "end", x - 10 - length),
        (x, y - 11, "middle", x - length / 2),
        (x, y + 20, "middle", x - length / 2),
    )
    for left, base, anchor, start in around:
        box = (start, base - SIZE, start + length, base + 2)
        if start >= LEFT and box[2] <= RIGHT and not any(_meets(box, other) for other in taken):
            taken.append(box)
            paper.text(left, base, text, f"small halo {anchor}".strip())
            return


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
