"""How many comparisons were made: some of many come out as clear by chance alone."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from tracker.goals.status import Status
from tracker.methods.numbering import NumberedCard
from tracker.wording import Language
from tracker.wording.summary import MET, NOT_MET

BY_INTERVAL = frozenset(
    {Status.MET_CLEAR, Status.MET_UNCLEAR, Status.NOT_MET_UNCLEAR, Status.NOT_MET_CLEAR}
)


def comparisons(
    language: Language, cards: Sequence[NumberedCard], confidence: float
) -> Iterable[str]:
    """The number of goals, parts and further levels that were held against a target."""
    goals, parts, lines = _statuses(cards)
    judged, by_interval = sum(status in MET | NOT_MET for status in goals), _judged(goals)
    yield language.plural(
        "{number} goal was compared with its target, {by_interval} with an interval.",
        "{number} goals were compared with their targets, {by_interval} of them with an interval.",
        judged,
        by_interval=by_interval,
    )
    of_parts, of_lines = _judged(parts), _judged(lines)
    if of_parts:
        yield language.plural(
            "{number} more comparison with an interval concerns a part, such as women or men.",
            "{number} more comparisons with an interval concern parts, such as women and men.",
            of_parts,
        )
    if of_lines:
        yield language.plural(
            "{number} more comparison with an interval concerns a further level of a goal.",
            "{number} more comparisons with an interval concern further levels of goals.",
            of_lines,
        )
    total = by_interval + of_parts + of_lines
    if total:
        by_chance = total * (1 - Fraction(str(confidence)))
        yield language.text(
            "Were every level exactly at its target, about {number} of these {total} would still "
            "come out as clear, by chance alone.",
            number=language.number(by_chance, 1),
            total=total,
        )


def _statuses(
    cards: Sequence[NumberedCard],
) -> tuple[list[Status], list[Status], list[Status]]:
    goals = [card.status for _, card in cards]
    parts = [part.status for _, card in cards for split in card.splits.values() for part in split]
    lines = [line.status for _, card in cards for line in card.lines]
    return goals, parts, lines


def _judged(statuses: Iterable[Status]) -> int:
    return sum(status in BY_INTERVAL for status in statuses)
