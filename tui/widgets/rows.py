"""Finished cards as rows: every text comes from `tracker.wording`, no number is made here."""

from dataclasses import replace
from fractions import Fraction

from tracker.goals.status import Status
from tracker.measures.figure import Detail, Figure, Part
from tracker.scorecard import GoalCard, PartCard
from tracker.wording import Language
from tracker.wording.details import detail_facts, detail_label
from tracker.wording.figures import fact_text, goal_interval_text, value_text
from tracker.wording.missing import missing_text
from tracker.wording.status import SIGNS, status_label
from tui.widgets.bar import Bar
from tui.widgets.figure_row import Columns, FigureRow

BARRED = frozenset({"exits", "started_or_increased", "follow_up", "survey", "response_rate"})
"""Measures whose value is a share of persons or answers, from 0 to 100 per cent."""
WITHOUT_VALUE = frozenset({Status.TOO_FEW, Status.SUPPRESSED, Status.NO_DATA, Status.NOT_DUE})
"""Statuses beside which no per cent is shown."""
MET = frozenset({Status.MET, Status.MET_CLEAR, Status.MET_UNCLEAR})
NOT_MET = frozenset({Status.NOT_MET, Status.NOT_MET_CLEAR, Status.NOT_MET_UNCLEAR})
DETAIL_STATUS: dict[bool | None, Status] = {True: Status.MET, False: Status.NOT_MET}
HALF = Columns(1 / 2)


def status_style(status: Status) -> str:
    """Blue or orange; the sign and the words say the same without colour."""
    if status in MET:
        return "$met"
    return "$not-met" if status in NOT_MET else "$text-muted"


def goal_row(language: Language, card: GoalCard) -> FigureRow:
    """The row of a goal in the list; in an open period with what is still needed."""
    needed = (card.forecast.short,) if card.forecast is not None and card.forecast.short else ()
    return FigureRow(
        sign=SIGNS[card.status],
        name=card.goal.text.rstrip("."),
        style=status_style(card.status),
        status=card.label,
        facts=(*facts_of(language, card, card.figure, card.status), *needed),
        bar=bar_of(card, card.figure, card.status),
    )


def part_row(language: Language, card: GoalCard, part: PartCard) -> FigureRow:
    """The row of women, of men, of an intervention."""
    return FigureRow(
        sign=SIGNS[part.status],
        name=part.name[:1].upper() + part.name[1:],
        style=status_style(part.status),
        status=part.label if part.status != Status.NO_TARGET else "",
        facts=facts_of(language, card, part.figure, part.status),
        bar=bar_of(card, part.figure, part.status),
        columns=HALF,
    )


def indicator_row(language: Language, card: GoalCard, part: Part) -> FigureRow:
    """The row of one indicator of a survey goal; it has no status of its own."""
    figure = Figure(
        x=part.x, n=part.n, value=part.value, persons=part.persons, low=part.low, high=part.high
    )
    status = Status.NO_DATA if part.value is None else Status.NO_TARGET
    as_answers = replace(card, goal=replace(card.goal, combine="answers"))
    hidden = part.hidden and status_label(
        language, Status.SUPPRESSED, hidden=part.hidden, min_show=card.reading.min_show
    )
    return FigureRow(
        sign=SIGNS[Status.SUPPRESSED if hidden else status],
        name=language.text("Indicator {number}", number=part.indicator),
        style="$text-muted",
        status=hidden or "",
        facts=() if hidden else facts_of(language, as_answers, figure, status),
        bar=bar_of(card, figure, status),
        columns=HALF,
    )


def detail_row(language: Language, card: GoalCard, detail: Detail) -> FigureRow:
    """The row of an intervention's money, of an activity."""
    met = detail.values.get("met")
    status = DETAIL_STATUS.get(met if isinstance(met, bool) else None, Status.NO_TARGET)
    return FigureRow(
        sign=SIGNS[status],
        name=detail_label(language, detail),
        style=status_style(status),
        status="",
        facts=detail_facts(language, card.goal, detail),
    )


def facts_of(language: Language, card: GoalCard, figure: Figure, status: Status) -> tuple[str, ...]:
    """The fact with its unit, the value with its interval, and what is missing."""
    fact = fact_text(language, card.goal, figure)
    missing = missing_text(language, card.goal, figure)
    if status in WITHOUT_VALUE or _are_few(card, figure):
        return tuple(text for text in (fact, missing) if text)
    value = value_text(language, card.goal, figure)
    interval = goal_interval_text(language, card.goal, figure)
    share = "" if value == fact else f"{value} ({interval})" if interval else value
    return tuple(text for text in (fact, share, missing) if text)


def _are_few(card: GoalCard, figure: Figure) -> bool:
    """Of so few no per cent is shown."""
    return figure.persons is not None and figure.persons < card.reading.min_judge


def bar_of(card: GoalCard, figure: Figure, status: Status) -> Bar | None:
    """The figure's bar; None where a scale from 0 to 100 per cent would say nothing."""
    if card.goal.measure not in BARRED or status in WITHOUT_VALUE or figure.value is None:
        return None
    if _are_few(card, figure):
        return None
    bounds = figure.bounds if figure.missing else None
    return Bar(
        value=float(figure.value),
        low=figure.low,
        high=figure.high,
        target=_target(card),
        unknown=(float(bounds[0]), float(bounds[1])) if bounds else None,
    )


def _target(card: GoalCard) -> float | None:
    """The goal's line: its target, or the share of the year before."""
    if isinstance(card.goal.target, Fraction):
        return float(card.goal.target)
    if card.before is not None and card.before.figure.value is not None:
        return float(card.before.figure.value)
    return None
