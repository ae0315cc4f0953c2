"""Goals as bars: the share reached, its interval and the target."""

from collections.abc import Sequence
from fractions import Fraction

from tracker.goals.status import Status
from tracker.reports.cells import value_number
from tracker.reports.charts.axes import share_axis
from tracker.reports.charts.telling import named, sentence
from tracker.reports.drawings import Bar, GoalBars, LegendSign
from tracker.reports.goals import hidden_label
from tracker.reports.model import AnyCell, Cell, Chart, Column, Hidden, Number, Table
from tracker.reports.numbered import Numbered
from tracker.scorecard import GoalCard
from tracker.wording import Language
from tracker.wording.figures import fact_text, goal_interval_text, target_text, value_text
from tracker.wording.status import SIGNS

SHARES = frozenset({"exits", "started_or_increased", "follow_up", "survey", "response_rate"})
"""Measures whose value is a share of many; of a few activities the table says enough."""
LIMIT = 14
"""Goals in one chart; more cannot be taken in."""
NAME = 165
"""Letters of a goal that are shown: two lines of the chart."""


def goal_chart(
    language: Language, goals: Sequence[Numbered], confidence: float, caption: str = ""
) -> Chart | None:
    """The goals whose value is a share; with more than a chart holds, the key goals alone.

    Goals without data have no bar. None where there is nothing to draw.

    Args:
        language: the reader's.
        goals: of a published scorecard, numbered as in the report.
        confidence: of the intervals.
        caption: what stands at the chart.
    """
    chosen = [one for one in goals if one.card.goal.measure in SHARES and _is_drawn(one.card)]
    if len(chosen) > LIMIT:
        chosen = [one for one in chosen if one.card.goal.key] or chosen[:LIMIT]
    bars = tuple(_bar(language, one) for one in chosen)
    if not any(bar.value is not None for bar in bars):
        return None
    caption = caption or language.text("Goals, outcomes and uncertainty")
    return Chart(
        caption=caption,
        name=language.text("Chart of goals"),
        description=" ".join([sentence(caption), *(_told(bar) for bar in bars)]),
        drawing=GoalBars(share_axis(language), bars, _legend(language, bars, confidence)),
        table=_table(language, caption, chosen, bars),
        is_tabled=True,
    )


def _is_drawn(card: GoalCard) -> bool:
    """Whether there is a figure, or a reason why it is not shown."""
    return card.hidden is not None or card.figure.value is not None


def _bar(language: Language, one: Numbered) -> Bar:
    card, figure = one.card, one.card.figure
    name = one.named(NAME)
    goal = _float(card.goal.target if isinstance(card.goal.target, Fraction) else None)
    if card.hidden is not None:
        text = hidden_label(language, card, card.hidden)
        is_silent = card.status == Status.SUPPRESSED
        return Bar(name, text, "" if is_silent else _status(card), goal=goal)
    if is_few(card):
        return Bar(name, fact_text(language, card.goal, figure), _status(card), goal=goal)
    ends = _float(figure.low), _float(figure.high)
    return Bar(name, _shown(language, card), _status(card), _float(figure.value), *ends, goal)


def _shown(language: Language, card: GoalCard) -> str:
    """The value with its interval and the target, as printed everywhere."""
    shown = value_text(language, card.goal, card.figure)
    interval = goal_interval_text(language, card.goal, card.figure)
    text = f"{shown} ({interval})" if interval else shown
    if not isinstance(card.goal.target, Fraction):
        return text
    aim = language.text("goal {target}", target=target_text(language, card.goal))
    return f"{text}, {aim}"


def is_few(card: GoalCard) -> bool:
    """Whether only the fact is shown, since it rests on few."""
    persons = card.figure.persons
    return persons is not None and persons < card.reading.min_judge


def _float(end: float | Fraction | None) -> float | None:
    return None if end is None else float(end)


def _status(card: GoalCard) -> str:
    return f"{SIGNS[card.status]} {card.label}"


def _told(bar: Bar) -> str:
    """A bar in a sentence."""
    words = bar.note.partition(" ")[2]  # its sign would be read aloud by its shape
    said = " ".join(sentence(part.strip("▒ ")) for part in (bar.text, words) if part)
    return named(bar.label, said)


def _legend(
    language: Language, bars: Sequence[Bar], confidence: float
) -> tuple[tuple[LegendSign, str], ...]:
    level = language.percent(Fraction(str(confidence)))
    found: list[tuple[LegendSign, str]] = [("bar", language.text("Outcome"))]
    if any(bar.low is not None for bar in bars):
        said = language.text("Uncertainty interval ({confidence})", confidence=level)
        found.append(("interval", said))
    if any(bar.goal is not None for bar in bars):
        found.append(("goal", language.text("Target")))
    return tuple(found)


def figure_headings(language: Language, first: str) -> tuple[Column, ...]:
    """The columns behind a chart of figures with intervals and targets."""
    numbers = ("Value", "Lower end", "Upper end", "Target")
    return (
        Column(first, width=46),
        *(Column(language.text(name), width=12, has_numbers=True) for name in numbers),
    )


def _table(
    language: Language, caption: str, goals: Sequence[Numbered], bars: Sequence[Bar]
) -> Table:
    rows = tuple(_row(language, one, bar) for one, bar in zip(goals, bars, strict=True))
    headings = figure_headings(language, language.text("Goal"))
    return Table(caption, language.text("Chart of goals"), headings, rows)


def _row(language: Language, one: Numbered, bar: Bar) -> tuple[AnyCell, ...]:
    card = one.card
    goal = share_cell(language, bar.goal)
    if card.hidden is not None:
        return (Cell(bar.label), *[Hidden(card.hidden, bar.text)] * 3, goal)
    if bar.value is None:
        return (Cell(bar.label), Cell(), Cell(), Cell(), goal)
    value = Cell(value_text(language, card.goal, card.figure), value_number(card.goal, card.figure))
    ends = (share_cell(language, bar.low), share_cell(language, bar.high))
    return (Cell(bar.label), value, *ends, goal)


def share_cell(language: Language, share: float | None) -> Cell:
    """A share in per cent, with a decimal where it has one; empty where there is none."""
    if share is None:
        return Cell()
    decimals = 0 if round(share * 100, 6) == round(share * 100) else 1
    return Cell(language.percent(share, decimals), Number(share, "share", decimals))
