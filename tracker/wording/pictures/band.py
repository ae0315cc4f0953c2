"""The forecast band: what is reached so far, what is expected in the end, what the goal takes."""

from collections.abc import Iterator

from tracker.measures.figure import Figure
from tracker.outlook import Forecast
from tracker.plans.model import Goal
from tracker.wording.language import Language
from tracker.wording.pictures.canvas import Canvas, Picture, Piece, Role, Row
from tracker.wording.pictures.scales import Scale

NARROWEST, WIDEST = 40, 100
REACHED, LOW, LINE, HIGH, GOAL, EXPECTED = "■├─┤┃●"
NUMBERS, BAR, AXIS, LEGEND = range(4)


def band_picture(
    language: Language, goal: Goal, figure: Figure, forecast: Forecast, width: int
) -> Picture:
    """Numbers above, the band, its scale of exits, and below what the signs mean."""
    wide = max(min(width, WIDEST), NARROWEST)
    total = int(figure.n or 0) + forecast.remaining
    scale = Scale(0, max(total, 1), wide)
    canvas = Canvas(wide, LEGEND)
    reached = scale.cell(int(figure.x or 0))
    low, high = _beside(scale, forecast, forecast.low), _beside(scale, forecast, forecast.high)
    canvas.put(BAR, low, LINE * (high - low + 1), "interval")
    canvas.put(BAR, 0, REACHED * (reached + 1), "inside")
    if forecast.low < forecast.high:
        canvas.put(BAR, max(low, reached + 1), LOW, "interval")
        canvas.put(BAR, max(high, reached + 2), HIGH, "interval")
    canvas.put(BAR, _beside(scale, forecast, forecast.expected), EXPECTED, "name")
    if forecast.needed <= total:
        canvas.put(BAR, scale.cell(forecast.needed), GOAL, "goal")
    for text, place, role in _numbers(language, figure, forecast, scale):
        start = min(max(place - len(text) // 2, 0), wide - len(text))
        if canvas.is_free(NUMBERS, max(start - 1, 0), len(text) + 1, ("name", "goal")):
            canvas.put(NUMBERS, start, text, role)
    _scale(language, canvas, scale, total)
    legend = _legend(language, goal, figure, forecast)
    return (*canvas.picture(), *_flowed(list(legend), wide))


def _beside(scale: Scale, forecast: Forecast, number: float) -> int:
    """A number's column, on its own side of the goal's line."""
    cell, goal = scale.cell(number), scale.cell(forecast.needed)
    if cell != goal:
        return cell
    return goal + (1 if number >= forecast.needed else -1)


def _numbers(
    language: Language, figure: Figure, forecast: Forecast, scale: Scale
) -> Iterator[tuple[str, int, Role]]:
    """Numbers above their columns, the goal's first; those without room are in the legend."""
    yield language.number(forecast.needed), scale.cell(forecast.needed), "goal"
    yield language.number(int(figure.x or 0)), scale.cell(int(figure.x or 0)), "name"
    yield language.number(forecast.low), scale.cell(forecast.low), "name"
    yield language.number(forecast.high), scale.cell(forecast.high), "name"


def _scale(language: Language, canvas: Canvas, scale: Scale, total: int) -> None:
    """From none to all exits of the period."""
    last = language.plural("{number} exit", "{number} exits", total)
    canvas.put(AXIS, 0, "0", "axis")
    canvas.put(AXIS, scale.cells - len(last), last, "axis")


def _legend(
    language: Language, goal: Goal, figure: Figure, forecast: Forecast
) -> Iterator[tuple[str, Role]]:
    so_far = language.text("so far: {number}", number=int(figure.x or 0))
    yield f"{REACHED} {so_far}", "inside"
    ends = [language.number(end) for end in dict.fromkeys((forecast.low, forecast.high))]
    expected = language.text("expected in the end: {ends}", ends="–".join(ends))
    yield f"{LOW}{EXPECTED}{HIGH} {expected}", "interval"
    at_most = goal.direction == "max"
    if at_most:
        said = language.text("the goal allows {number}", number=forecast.needed)
    else:
        said = language.text("the goal takes {number}", number=forecast.needed)
    yield f"{GOAL} {said}", "goal"


def _flowed(texts: list[tuple[str, Role]], width: int) -> Picture:
    """The legend in as few lines as it takes."""
    rows: list[Row] = []
    for text, role in texts:
        used = sum(len(piece.text) for piece in rows[-1]) if rows else width
        if used + len(text) + 2 <= width:
            rows[-1] = (*rows[-1], Piece("  "), Piece(text, role))
        else:
            rows.append((Piece(text, role),))
    return tuple(rows)
