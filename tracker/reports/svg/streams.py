"""Streams from states before to states after, broad as their numbers."""

from collections.abc import Sequence

from tracker.reports.drawings import StreamDrawing
from tracker.reports.svg.paper import WIDTH, Paper, lines_of

SIDE = 205.0
"""Room for the names on each side."""
NODE = 12.0
TOP = 28.0
FIELD = 300.0
LEAST = 30.0
"""Between the middles of two states: their names never cover each other."""
LINE = 14.0


def draw_streams(drawing: StreamDrawing) -> Paper:
    """Both sides with their names, and the streams between them."""
    paper = Paper()
    left, right = SIDE, WIDTH - SIDE
    paper.text(left, 14, drawing.before_title, "strong end")
    paper.text(right, 14, drawing.after_title, "strong")
    total = sum(stream.amount for stream in drawing.streams)
    scale = FIELD / total
    before = _sums([(one.before, one.amount) for one in drawing.streams], len(drawing.before))
    after = _sums([(one.after, one.amount) for one in drawing.streams], len(drawing.after))
    starts, ends = _places(before, scale), _places(after, scale)
    _ribbons(paper, drawing, scale, (starts, ends))
    _side(
        paper,
        drawing.before,
        [(y, size * scale) for y, size in zip(starts, before, strict=True)],
        left - NODE,
        "end",
    )
    _side(
        paper,
        drawing.after,
        [(y, size * scale) for y, size in zip(ends, after, strict=True)],
        right,
        "",
    )
    return paper


def _sums(found: Sequence[tuple[int, float]], number: int) -> list[float]:
    return [sum(amount for place, amount in found if place == at) for at in range(number)]


def _places(sums: list[float], scale: float) -> list[float]:
    """Where each state begins; small ones keep a distance for their names."""
    places, y = [], TOP
    for size in sums:
        places.append(y)
        if size:
            y += max(size * scale + 8, LEAST)
    return places


def _ribbons(
    paper: Paper, drawing: StreamDrawing, scale: float, places: tuple[list[float], list[float]]
) -> None:
    starts, ends = list(places[0]), list(places[1])
    left, right = SIDE, WIDTH - SIDE
    middle = (left + right) / 2
    for one in drawing.streams:
        broad = one.amount * scale
        y1, y2 = starts[one.before], ends[one.after]
        starts[one.before] += broad
        ends[one.after] += broad
        paper.shape(
            "path",
            "stream",
            d=f"M{left:.1f},{y1:.1f} C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} "
            f"{right:.1f},{y2:.1f} L{right:.1f},{y2 + broad:.1f} C{middle:.1f},{y2 + broad:.1f} "
            f"{middle:.1f},{y1 + broad:.1f} {left:.1f},{y1 + broad:.1f} Z",
        )


def _side(
    paper: Paper,
    names: Sequence[str],
    places: Sequence[tuple[float, float]],
    x: float,
    anchor: str,
) -> None:
    for name, (y, broad) in zip(names, places, strict=True):
        if not name:
            continue
        paper.shape("rect", "node", x=x, y=y, width=NODE, height=max(broad, 1))
        texts = lines_of(name, SIDE - NODE - 10, 2, 12.5)
        first = y + max(broad, 1) / 2 + 4 - LINE * (len(texts) - 1) / 2
        for row, text in enumerate(texts):
            paper.text(x - 6 if anchor else x + NODE + 6, first + LINE * row, text, anchor)
        paper.below(max(y + broad, first + LINE * len(texts)) + 4)
