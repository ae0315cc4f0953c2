"""Women and men (*kvinnor och män*) beside each other, and how sure the difference is."""

from collections.abc import Mapping
from dataclasses import replace

from db.codes import Sex
from tracker.comparisons.comparison import Gap
from tracker.comparisons.measuring import Measuring, is_few, to_measure
from tracker.measures import Figure
from tracker.measures.differences import difference
from tracker.measures.figure import ON_PERSONS
from tracker.periods import Period
from tracker.scorecard import GoalCard
from tracker.wording.comparisons import gap_sentence
from tracker.workspace import Workspace


def gap_between(measuring: Measuring, parts: Mapping[str | None, Figure]) -> Gap | None:
    """Women minus men; None where the sex of nobody is known."""
    gap = Gap({**parts})
    fewest = measuring.frame.reading.min_judge
    if not gap.woman.n and not gap.man.n:
        return None
    if not measuring.by_chance or any(is_few(figure, fewest) for figure in (gap.woman, gap.man)):
        return gap
    same = measuring.by_sex()
    return replace(gap, difference=difference(same[Sex.WOMAN], same[Sex.MAN], measuring.confidence))


def gap_words(workspace: Workspace, card: GoalCard, period: Period) -> str:
    """What the difference comes to, in a sentence, of the women and men that a card shows.

    Empty where they are not shown, or where the goal does not count persons.
    """
    parts = {part.key: part.figure for part in card.splits.get("kön", ()) if part.hidden is None}
    if not {Sex.WOMAN, Sex.MAN} <= parts.keys() or not _is_compared(card):
        return ""
    with to_measure(workspace, card.goal.id, period) as measuring:
        gap = gap_between(measuring, parts)
    return gap_sentence(workspace.language, gap) if gap else ""


def _is_compared(card: GoalCard) -> bool:
    return card.goal.measure in ON_PERSONS and card.goal.combine != "indicator_wise"
