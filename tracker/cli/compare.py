"""`tracker compare`: the interventions of a goal against each other, and women and men."""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli.status import JsonOption, PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Unit
    from tracker.wording import Language

GoalOption = Annotated[str, typer.Option("--goal", help=N_("The id of the goal."))]
PublishedOption = Annotated[
    bool, typer.Option("--published", help=N_("Hide what could identify a person."))
]
WIDTH, HEIGHT = 79, 15
"""Of the picture: the same in every terminal and file."""
COMPARE_HELP = N_(
    "The interventions of a goal against each other, and women and men.\n\n"
    "Never a ranking: what lies inside the lines may be due to chance.\n\n"
    "Example: tracker compare --goal arbete-studier --period 2021"
)


def compare(
    context: typer.Context,
    goal: GoalOption,
    period: PeriodOption = None,
    against: Annotated[
        Literal["total", "goal"],
        typer.Option("--against", help=N_("The line: total (the whole association) or goal.")),
    ] = "total",
    published: PublishedOption = False,
    as_json: JsonOption = False,
) -> None:
    """Print the comparison (COMPARE_HELP is what the user reads)."""
    from tracker import privacy
    from tracker.comparisons import compare as make
    from tracker.comparisons.documents import comparison_document
    from tracker.periods import parse_period

    workspace = context.obj.open()
    try:
        made = make(workspace, goal, parse_period(period) if period else None, against=against)
        if published:
            remembered = partial(privacy.known_to_readers, workspace)
            made = privacy.publish_comparison(made, workspace.language, remembered)
        if as_json:
            typer.echo(json.dumps(comparison_document(made), ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(compare_lines(made, workspace.language)))
    finally:
        workspace.close()


def compare_lines(made: "Comparison", language: "Language") -> Iterable[str]:
    """The comparison as a table with words, and what a reader should know below it."""
    from tracker.wording.figures import value_text

    line = made.line if made.against == "goal" else made.total.value
    yield f"{made.goal.text} · {made.period.label}"
    if line is not None:
        name = N_("The goal: {share}") if made.against == "goal" else N_("All: {share}")
        whole = value_text(language, made.goal, made.total) if made.against != "goal" else ""
        yield language.text(name, share=whole or language.percent(line))
    yield ""
    yield from _funnel(made, language)
    yield from _table([_row(unit, made, language) for unit in made.units])
    yield ""
    if made.gap is not None:
        yield from _gap_lines(made, language)
        yield ""
    yield from made.notes


def _funnel(made: "Comparison", language: "Language") -> Iterable[str]:
    """The funnel as the screens draw it, where there is one."""
    from tracker.wording.pictures import curves_of, funnel_picture, plain

    curves = curves_of(made)
    if curves is not None:
        yield from plain(funnel_picture(language, made, curves, WIDTH, HEIGHT))
        yield ""


def _table(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield " " + "  ".join(cells).rstrip()


def _row(unit: "Unit", made: "Comparison", language: "Language") -> tuple[str, ...]:
    from tracker.wording.comparison_rows import beside_text, figure_text
    from tracker.wording.comparisons import MARK_SIGNS

    if unit.hidden is not None:
        return "▒", unit.insats, "", "", unit.label
    beside = beside_text(language, unit)
    few = unit.mark == "too_few"
    fact = figure_text(language, made.goal, unit.figure, few=few)
    return MARK_SIGNS[unit.mark], unit.insats, fact, beside, unit.label


def _gap_lines(made: "Comparison", language: "Language") -> Iterable[str]:
    from tracker.wording.comparison_rows import sex_rows
    from tracker.wording.comparisons import apart_text

    if made.gap is None:
        return
    rows = sex_rows(language, made)
    yield from _table(rows) if rows else ()
    apart = apart_text(language, made.gap.difference)
    yield f" {made.gap.sentence}" + (f" {apart}" if apart else "")
