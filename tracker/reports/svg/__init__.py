"""Charts as SVG: one drawing for the page, the PDF and, as a picture of it, for Word."""

from tracker.reports.drawings import FunnelDrawing, GoalBars, StreamDrawing
from tracker.reports.model import Chart
from tracker.reports.svg.bars import draw_bars
from tracker.reports.svg.funnel import draw_funnel
from tracker.reports.svg.paper import Paper
from tracker.reports.svg.streams import draw_streams
from tracker.reports.svg.trend import draw_trend

__all__ = ["drawn"]


def drawn(chart: Chart) -> Paper:
    """The chart drawn; the paper gives the text of it, coloured by itself or by a page."""
    drawing = chart.drawing
    if isinstance(drawing, GoalBars):
        return draw_bars(drawing)
    if isinstance(drawing, FunnelDrawing):
        return draw_funnel(drawing)
    if isinstance(drawing, StreamDrawing):
        return draw_streams(drawing)
    return draw_trend(drawing)
