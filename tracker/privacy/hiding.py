"""Which parts of a whole to hide: the small ones, and those that would let them be worked out.

Plain arithmetic on numbers of persons; what is hidden with it is in `door.py` and `flow_door.py`.
"""

from collections.abc import Sequence
from typing import Literal

Reason = Literal["small", "complementary", "earlier"]
"""Few persons; another figure could be worked out; it could with what was published before."""
Groups = tuple[int, ...]
"""The groups of persons that one part tells of, such as those in a share and those eligible."""


def is_small(groups: Groups, few: int) -> bool:
    """Whether one of the groups has persons in it, but fewer than few."""
    return any(0 < number < few for number in groups)


def hidden_parts(parts: Sequence[Groups], whole: Groups | None, few: int) -> list[Reason | None]:
    """Why each part of a whole is hidden, or None.

    The whole and the parts that stay can be subtracted: what is hidden must together be at least
    `few` persons, in two parts or more, and its reasons must not settle the numbers either.

    Args:
        parts: the groups of each part, in one order.
        whole: the same groups of all; None where the parts do not add up to it.
        few: fewest persons that may be shown.
    """
    if not parts:
        return []
    rest = _rest(parts, whole)
    hidden = {place for place, groups in enumerate(parts) if is_small(groups, few)}
    if not hidden and not is_small(rest, few):
        return [None] * len(parts)
    others = [place for place in range(len(parts)) if place not in hidden]
    others.sort(key=lambda place: (not any(parts[place]), not parts[place][0], parts[place][0]))
    unseen = [rest] if any(rest) else []
    while others and _gives_away([*(parts[place] for place in hidden), *unseen], few):
        hidden.add(others.pop(0))
    return _reasons(parts, hidden, few)


def hidden_overlapping(persons: Sequence[int], few: int) -> list[Reason | None]:
    """The same for parts that the same persons may belong to, such as the indicators of a survey.

    Small parts may be of the same few persons, so one part that is large enough hides with them.
    """
    hidden = {place for place, number in enumerate(persons) if 0 < number < few}
    large = [place for place, number in enumerate(persons) if number >= few]
    if hidden and large:
        hidden.add(min(large, key=lambda place: persons[place]))
    return [
        None if place not in hidden else "small" if number < few else "complementary"
        for place, number in enumerate(persons)
    ]


def _rest(parts: Sequence[Groups], whole: Groups | None) -> Groups:
    """What belongs to the whole and to no part: it can be worked out, and nobody hides it."""
    sums = [sum(column) for column in zip(*parts, strict=True)]
    if whole is None:
        return tuple(0 for _ in sums)
    return tuple(max(0, total - number) for total, number in zip(whole, sums, strict=True))


def _gives_away(hidden: Sequence[Groups], few: int) -> bool:
    """Whether what is hidden can be told from its sums: one part alone, too few, or pinned."""
    columns = list(zip(*hidden, strict=True))
    too_few = any(0 < sum(column) < few for column in columns)
    return len(hidden) < 2 or too_few or _is_pinned(columns[0], few)  # noqa: PLR2004 - not alone


def _is_pinned(numbers: Sequence[int], few: int) -> bool:
    """Whether the sum fits the reasons of the parts in one way only.

    “Fewer than five” is one to four: two such parts of together eight persons are four and four.
    """
    least = [1 if number < few else few for number in numbers]
    most = [few - 1 for _ in numbers]
    return all(numbers) and list(numbers) in (least, most)


def _reasons(parts: Sequence[Groups], hidden: set[int], few: int) -> list[Reason | None]:
    """Small parts are called small, unless that would settle how small."""
    quiet = len(hidden) > 1 and _is_pinned([parts[place][0] for place in hidden], few)
    reasons: list[Reason | None] = [None] * len(parts)
    for place in hidden:
        small = is_small(parts[place], few) and not quiet
        reasons[place] = "small" if small else "complementary"
    return reasons
