"""Why a number of persons is hidden, and what is small."""

from collections.abc import Sequence
from typing import Literal

Reason = Literal["small", "complementary", "earlier"]
"""Few persons; another figure could be worked out; it could with what was published before."""
Groups = tuple[int, ...]
"""The groups of persons that one part tells of, such as those in a share and those eligible."""


def is_small(groups: Groups, few: int) -> bool:
    """Whether one of the groups has persons in it, but fewer than few."""
    return any(0 < number < few for number in groups)


def hidden_overlapping(persons: Sequence[int], few: int) -> list[Reason | None]:
    """Why parts are hidden that the same persons may belong to, such as indicators of a survey.

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
