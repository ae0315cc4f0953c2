"""`tracker compare`: the interventions of a goal against each other, and women and men."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli.status import JsonOption, PeriodOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.comparisons import Comparison, Unit
    from tracker.measures import Figure
    from tracker.plans.model import Goal
    from tracker.wording import Language

GoalOption = Annotated[str, typer.Option("--goal", help=N_("The id of the goal."))]
PublishedOption = Annotated[
    bool, typer.Option("--published", help=N_("Hide what could identify a person."))
]
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
            made = privacy.publish_comparison(made, workspace.language)
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
    yield from _table([_row(unit, made, language) for unit in made.units])
    yield ""
    if made.gap is not None:
        yield from _gap_lines(made, language)
        yield ""
    yield from made.notes


def _table(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield " " + "  ".join(cells).rstrip()


def _row(unit: "Unit", made: "Comparison", language: "Language") -> tuple[str, ...]:
    from tracker.wording.comparisons import MARK_SIGNS, apart_text

    if unit.hidden is not None:
        return "▒", unit.insats, "", "", unit.label
    beside = ""
    if unit.limits_95 is not None:
        low, high = unit.limits_95
        limits = f"{language.number(low * 100)}–{language.percent(high)}"
        beside = language.text("lines {limits}", limits=limits)
    elif unit.against_rest is not None:
        beside = apart_text(language, unit.against_rest)
    few = unit.mark == "too_few"
    fact = figure_text(language, made.goal, unit.figure, few=few)
    return MARK_SIGNS[unit.mark], unit.insats, fact, beside, unit.label


def figure_text(language: "Language", goal: "Goal", figure: "Figure", *, few: bool) -> str:
    """The fact, and of enough persons the share with its interval."""
    from tracker.wording.figures import fact_text, goal_interval_text, value_text

    fact = fact_text(language, goal, figure)
    if few or figure.value is None:
        return fact
    shown = goal_interval_text(language, goal, figure)
    value = value_text(language, goal, figure)
    return " ".join(part for part in (fact, value, f"({shown})" if shown else "") if part)


def _gap_lines(made: "Comparison", language: "Language") -> Iterable[str]:
    from tracker.wording.comparisons import apart_text
    from tracker.wording.parts import part_label

    if made.gap is None:
        return
    fewest = made.reading.min_judge
    rows = [
        (part_label(language, "kön", sex), figure_text(language, made.goal, figure, few=few))
        for sex, figure in made.gap.parts.items()
        for few in [(figure.persons or 0) < fewest]
    ]
    yield from _table(rows) if rows else ()
    apart = apart_text(language, made.gap.difference)
    yield f" {made.gap.sentence}" + (f" {apart}" if apart else "")
