"""What Jämför and Trend show, from the picture down to the table behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.comparison_rows import sex_rows, unit_rows, year_rows
from tracker.wording.comparisons import MARK_SIGNS, apart_text, mark_label
from tracker.wording.figures import target_text, value_text
from tracker.wording.pictures import (
    Apart,
    Curves,
    apart_picture,
    funnel_picture,
    trend_picture,
)
from tracker.wording.pictures.limits import INNER, OUTER
from tracker.wording.pictures.names import short_names
from tui.widgets.flowing import Facts
from tui.widgets.pictured import Pictured, Table
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Gap, TrendSeries

Shown = tuple[str, list[Visual]]
"""A heading, which may be empty, and what stands below it."""
TOO_FEW = N_("too few to say anything of: {names}")
NOT_SHOWN = N_("Not shown: {names}. The table below says why.")
BROKEN = N_("another definition")


def comparison_sections(
    language: Language, made: "Comparison", curves: Curves | None, height: int
) -> Iterator[Shown]:
    """Funnel or differences, words, women and men, table."""
    text = language.text
    yield "", [Prose(made.goal.text, "bold"), *_picture(language, made, curves, height)]
    yield text("What it says"), [Prose(note) for note in _said(language, made)]
    if made.gap is not None:
        yield text("Women and men"), list(_gap(language, made, made.gap))
    if made.units:
        rows = tuple(unit_rows(language, made))
        yield text("The interventions in numbers"), [Table(rows)]


def _picture(
    language: Language, made: "Comparison", curves: Curves | None, height: int
) -> Iterator[Visual]:
    names = short_names(unit.name for unit in made.units)
    if curves is not None:
        yield Pictured(lambda width: funnel_picture(language, made, curves, width, height))
        yield Facts(tuple(_legend(language, made)))
    else:
        yield from _differences(language, made)
    few = [names[unit.name] for unit in made.units if unit.mark == "too_few" and not unit.hidden]
    if few:
        said = language.text(TOO_FEW, names=", ".join(few))
        yield Prose(f"{MARK_SIGNS['too_few']} {said}", "$text-muted")


def _differences(language: Language, made: "Comparison") -> Iterator[Visual]:
    """Each against the others, where there are too few for a funnel."""
    names = short_names(unit.name for unit in made.units)
    rows = [
        Apart(names[unit.name], unit.against_rest, MARK_SIGNS[unit.mark])
        for unit in made.units
        if unit.against_rest is not None
    ]
    if rows:
        sides = language.text("lower than the others"), language.text("higher than the others")
        yield Pictured(lambda width: apart_picture(language, rows, width, sides))


def _legend(language: Language, made: "Comparison") -> Iterator[str]:
    for mark in ("inside", "may_deviate", "deviates"):
        yield f"{MARK_SIGNS[mark]} {mark_label(language, mark)}"
    share = value_text(language, made.goal, made.total)
    yield "┄ " + language.text("All: {share}", share=share)
    limits = {"inner": language.percent(INNER), "outer": language.percent(OUTER, 1)}
    yield language.text("lines ─ {inner}, · {outer}", **limits)


def _said(language: Language, made: "Comparison") -> Iterator[str]:
    """Which deviate, by name; then what a reader should know."""
    names = short_names(unit.name for unit in made.units)
    for mark, words in (
        ("deviates", N_("Deviates: {names}.")),
        ("may_deviate", N_("May deviate: {names}.")),
    ):
        found = [names[unit.name] for unit in made.units if unit.mark == mark and not unit.hidden]
        if found:
            yield language.text(words, names=", ".join(found))
    hidden = [names[unit.name] for unit in made.units if unit.hidden]
    if hidden:
        yield "▒ " + language.text(NOT_SHOWN, names=", ".join(hidden))
    yield from made.notes


def _gap(language: Language, made: "Comparison", gap: "Gap") -> Iterator[Visual]:
    """The sentence first, its picture, and the two groups with their numbers."""
    apart = apart_text(language, gap.difference)
    sign = "▒ " if gap.hidden else ""
    yield Prose(f"{sign}{gap.sentence} {apart}".strip())
    rows = [Apart(language.text("women minus men"), gap.difference)]
    if gap.difference.low is not None:
        sides = language.text("men higher"), language.text("women higher")
        yield Pictured(lambda width: apart_picture(language, rows, width, sides))
    yield Table(tuple(sex_rows(language, made)), indent=1)


def trend_sections(language: Language, series: "TrendSeries", height: int) -> Iterator[Shown]:
    """The line, what it says, and the years in numbers."""
    text = language.text
    shown: list[Visual] = [Prose(series.goal.text, "bold")]
    if trend_picture(language, series, 80, height):
        shown.append(Pictured(lambda width: trend_picture(language, series, width, height)))
        shown.append(Facts(tuple(_trend_legend(language, series))))
    yield "", shown
    yield text("What it says"), [Prose(series.sentence)]
    yield text("The years in numbers"), list(_years(language, series))


def _trend_legend(language: Language, series: "TrendSeries") -> Iterator[str]:
    yield "● " + language.text("outcome")
    if any(year.is_open for year in series.years):
        yield "○ " + language.text("so far")
    yield "┬│┴ " + language.text("interval")
    yield "┄ " + language.text("goal {target}", target=target_text(language, series.goal))
    if any(year.after_break for year in series.years):
        yield "╎ " + language.text(BROKEN)
    if any(year.hidden for year in series.years):
        yield "▒ " + language.text("not shown")


def _years(language: Language, series: "TrendSeries") -> Iterator[Visual]:
    """The years in one table, cut where the definition changed."""
    rows: list[tuple[str, ...]] = []
    for year, row in zip(series.years, year_rows(language, series), strict=True):
        if year.after_break:
            yield Table(tuple(rows))
            yield Content.styled(f"╎ {language.text(BROKEN)}", "$text-muted")
            rows = []
        rows.append(row)
    yield Table(tuple(rows))
