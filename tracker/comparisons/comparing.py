"""Comparing the interventions of a goal with each other, and women with men."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tracker.comparisons.against_rest import by_rest
from tracker.comparisons.comparison import Comparison, Line, Unit, Way
from tracker.comparisons.funnel import by_funnel
from tracker.comparisons.measuring import Measuring, is_few, to_measure
from tracker.comparisons.sexes import gap_between
from tracker.measures import Measured
from tracker.periods import Period
from tracker.wording.comparisons import comparison_notes, gap_sentence, mark_label
from tracker.workspace import Workspace

FEWEST_FOR_FUNNEL = 5
FEWEST_TO_COMPARE = 2


def compare(
    workspace: Workspace, goal_id: str, period: Period | None = None, *, against: Line = "total"
) -> Comparison:
    """The interventions of a goal against each other, and the gap of women and men.

    Args:
        workspace: where the rows are and who asks.
        goal_id: the goal.
        period: the days that count; by default the latest plan year that has begun.
        against: the line of the funnel: the association's total, or the goal's target.

    Raises:
        DataError: no plan, no such goal, or one whose interventions cannot be compared.
    """
    with to_measure(workspace, goal_id, period) as found:
        made = _compared(found, against)
    return in_words(made, workspace)


def _compared(measuring: Measuring, against: Line) -> Comparison:
    shown = measuring.shown()
    units = _units(measuring, shown)
    enough = [unit for unit in units if unit.mark is None]
    line = measuring.goal.target if against == "goal" else shown.total.value
    line = line if isinstance(line, Fraction) else None
    way = _way(measuring, shown, enough, against)
    judged, made, spread = tuple(enough), 0, None
    if way == "funnel" and line is not None:
        judged, spread = by_funnel(enough, line)
        made = len(judged)
    elif way == "rest":
        judged, made = by_rest(enough, [unit.insats for unit in units], measuring)
    gap = gap_between(measuring, shown.splits["kön"])
    found = {unit.insats: unit for unit in judged}
    return Comparison(
        goal=measuring.goal,
        period=measuring.frame.period,
        reading=measuring.frame.reading,
        total=shown.total,
        against=against,
        line=line,
        way=way,
        units=tuple(found.get(unit.insats, unit) for unit in units),
        elsewhere=shown.splits["insats"].get(None),
        overdispersion=spread,
        gap=gap,
        made=made + (gap is not None and gap.difference.is_clear is not None),
    )


def _units(measuring: Measuring, shown: Measured) -> tuple[Unit, ...]:
    """The interventions by key; those with too few are marked at once."""
    names = {row.key: row.name for row in measuring.frame.interventions}
    fewest = measuring.frame.reading.min_judge
    return tuple(
        Unit(key, names[key], figure, mark="too_few" if is_few(figure, fewest) else None)
        for key, figure in shown.splits["insats"].items()
        if key is not None
    )


def _way(measuring: Measuring, shown: Measured, enough: Sequence[Unit], against: Line) -> Way:
    figures = [shown.total, *(unit.figure for unit in enough)]
    if not measuring.by_chance or not enough:
        return "none"
    if any(figure.clustered or figure.worse is not None for figure in figures):
        return "rest"
    if against == "goal" and isinstance(measuring.goal.target, Fraction):
        return "funnel"
    return "funnel" if len(enough) >= FEWEST_FOR_FUNNEL else "rest"


def in_words(made: Comparison, workspace: Workspace) -> Comparison:
    """The comparison with its labels and sentences."""
    language = workspace.language
    units = tuple(replace(unit, label=mark_label(language, unit.mark)) for unit in made.units)
    gap = made.gap and replace(made.gap, sentence=gap_sentence(language, made.gap))
    told = replace(made, units=units, gap=gap)
    return replace(told, notes=comparison_notes(language, told))
