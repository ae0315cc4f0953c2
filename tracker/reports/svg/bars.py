"""Goals as bars: the name above, the figure and its status beside."""

from tracker.reports.drawings import Axis, Bar, GoalBars
from tracker.reports.svg.legend import draw_goal, draw_interval, draw_legend
from tracker.reports.svg.paper import WIDTH, Paper, lines_of

LEFT, RIGHT = 4.0, 410.0
"""Where the axis begins and ends; the figures stand to the right of it."""
BESIDE = 430.0
LINE = 15.0
THICK = 14.0
GAP = 6.0
"""Between goals."""


def draw_bars(drawing: GoalBars) -> Paper:
    """The bars with their axis and legend."""
    paper = Paper()
    rows = [(bar, lines_of(bar.label, WIDTH - LEFT, 2)) for bar in drawing.bars]
    tops, y = [], 0.0
    for bar, names in rows:
        tops.append(y)
        y += len(names) * LINE + GAP + _beside_height(bar)
    for tick, text in drawing.axis.ticks:
        x = _x(drawing.axis, tick)
        for top, (bar, names) in zip(tops, rows, strict=True):
            above = top + len(names) * LINE + 4
            paper.line("rule", x, above, x, above + _beside_height(bar) - 4)
        paper.text(x, y + 12, text, f"small {_anchor(drawing.axis, tick)}")
    for top, (bar, names) in zip(tops, rows, strict=True):
        _draw(paper, drawing.axis, bar, names, top)
    draw_legend(paper, drawing.legend, LEFT, y + 34)
    return paper


def _anchor(axis: Axis, tick: float) -> str:
    return "" if tick == axis.low else "end" if tick == axis.high else "middle"


def _x(axis: Axis, value: float) -> float:
    return LEFT + (RIGHT - LEFT) * axis.place(value)


def _beside(bar: Bar) -> list[tuple[str, str]]:
    """What stands beside the bar, with its class."""
    figure = [(text, "strong") for text in lines_of(bar.text, WIDTH - BESIDE, 2, 13.5) if text]
    status = [(text, "small") for text in lines_of(bar.note, WIDTH - BESIDE, 2, 12) if text]
    return [*figure, *status]


def _beside_height(bar: Bar) -> float:
    return max(len(_beside(bar)) * LINE, THICK + 12)


def _draw(paper: Paper, axis: Axis, bar: Bar, names: list[str], top: float) -> None:
    y = top
    for name in names:
        y += LINE
        paper.text(LEFT, y - 4, name)
    middle = y + 4 + THICK / 2 + 3
    if bar.value is not None:
        reach = max(_x(axis, bar.value) - LEFT, 0.8)
        paper.shape("rect", "bar", x=LEFT, y=middle - THICK / 2, width=reach, height=THICK)
    if bar.low is not None and bar.high is not None:
        draw_interval(paper, _x(axis, bar.low), _x(axis, bar.high), middle)
    if bar.goal is not None:
        draw_goal(paper, _x(axis, bar.goal), middle - THICK / 2 - 2, middle + THICK / 2 + 2)
    for place, (text, kind) in enumerate(_beside(bar)):
        paper.signed(BESIDE, y + LINE * (place + 1) - 1, text, kind)
    paper.below(y + _beside_height(bar))
