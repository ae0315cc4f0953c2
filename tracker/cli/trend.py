"""`tracker trend`: a goal's years beside each other."""

import json
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import typer

from tracker.cli.compare import HEIGHT, WIDTH, GoalOption, PublishedOption
from tracker.cli.status import JsonOption
from tracker.problems import N_

if TYPE_CHECKING:
    from tracker.comparisons import TrendSeries, TrendYear
    from tracker.wording import Language

TREND_HELP = N_(
    "The years of a goal beside each other, and whether they rise or fall.\n\n"
    "Years with another definition are marked and not compared.\n\n"
    "Example: tracker trend --goal arbete-studier"
)


def trend(
    context: typer.Context,
    goal: GoalOption,
    published: PublishedOption = False,
    as_json: JsonOption = False,
) -> None:
    """Print the years (TREND_HELP is what the user reads)."""
    from tracker import privacy
    from tracker.comparisons import trend as make
    from tracker.comparisons.documents import trend_document

    workspace = context.obj.open()
    try:
        series = make(workspace, goal)
        if published:
            remembered = partial(privacy.known_to_readers, workspace)
            series = privacy.publish_trend(series, workspace.language, remembered)
        if as_json:
            typer.echo(json.dumps(trend_document(series), ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(trend_lines(series, workspace.language)))
    finally:
        workspace.close()


def trend_lines(series: "TrendSeries", language: "Language") -> Iterable[str]:
    """One line a year, a rule where the definition changed, and the sentence below."""
    from tracker.wording.pictures import plain, trend_picture

    yield series.goal.text
    yield ""
    picture = plain(trend_picture(language, series, WIDTH, HEIGHT))
    yield from [*picture, ""] if picture else []
    broken = language.text("another definition")
    for year in series.years:
        if year.after_break:
            yield f" ── {broken} ──"
        yield _line(year, language)
    yield ""
    yield series.sentence


def _line(year: "TrendYear", language: "Language") -> str:
    from tracker.wording.comparison_rows import figure_text
    from tracker.wording.status import SIGNS

    few = year.status == "too_few"
    fact = figure_text(language, year.goal, year.figure, few=few)
    said = " · ".join(part for part in (fact, year.label) if part)
    return f" {year.year} {SIGNS[year.status]} {said}"
