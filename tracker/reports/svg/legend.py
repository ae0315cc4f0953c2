"""What the signs of a chart mean, in a row below it; each differs in shape, not only in colour."""

from collections.abc import Sequence

from tracker.reports.drawings import LegendSign
from tracker.reports.svg.paper import WIDTH, Paper, wide

SIGN = 26
GAP = 22
ROW = 20
HALF = 5.0


def draw_legend(
    paper: Paper, entries: Sequence[tuple[LegendSign, str]], left: float, top: float
) -> None:
    """The entries side by side, on as many rows as they take."""
    x, y = left, top
    for sign, text in entries:
        needed = SIGN + wide(text, 12) + GAP
        if x > left and x + needed - GAP > WIDTH:
            x, y = left, y + ROW
        draw_sign(paper, sign, x + SIGN / 2 - 3, y)
        paper.text(x + SIGN, y + 4, text, "small")
        x += needed
    paper.below(y + ROW / 2 + 2)


def draw_sign(paper: Paper, sign: LegendSign, x: float, y: float) -> None:
    """A sign around its middle, as it stands in the chart."""
    if sign == "bar":
        paper.shape("rect", "bar", x=x - 10, y=y - HALF, width=20, height=2 * HALF)
    elif sign == "interval":
        draw_interval(paper, x - 10, x + 10, y)
    elif sign == "upright":
        draw_upright(paper, x, y - 8, y + 8)
    elif sign == "aim":
        paper.line("goal", x - 10, y, x + 10, y)
    elif sign == "goal":
        draw_goal(paper, x, y - HALF, y + HALF)
    elif sign in ("inside", "deviates"):
        draw_point(paper, x, y, deviates=sign == "deviates")
    else:
        paper.line(sign, x - 10, y, x + 10, y)


def draw_interval(paper: Paper, low: float, high: float, y: float) -> None:
    """A lying interval with its ends."""
    paper.line("interval", low, y, high, y)
    for end in (low, high):
        paper.line("interval", end, y - 4, end, y + 4)


def draw_upright(paper: Paper, x: float, high: float, low: float) -> None:
    """A standing interval with its ends."""
    paper.line("interval", x, high, x, low)
    for end in (high, low):
        paper.line("interval", x - 4, end, x + 4, end)


def draw_goal(paper: Paper, x: float, top: float, bottom: float) -> None:
    """The line of a target, with a wedge on it."""
    paper.line("goal", x, top, x, bottom)
    wedge = f"{x - 5:.1f},{top - 6:.1f} {x + 5:.1f},{top - 6:.1f} {x:.1f},{top + 1:.1f}"
    paper.shape("polygon", "goalsign", points=wedge)


def draw_point(paper: Paper, x: float, y: float, *, deviates: bool = False) -> None:
    """A dot, or a lozenge for what deviates."""
    if deviates:
        corners = [(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)]
        paper.shape("polygon", "deviates", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners))
    else:
        paper.shape("circle", "inside", cx=x, cy=y, r=5)
