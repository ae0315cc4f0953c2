"""How near a goal is to tipping, in a few words."""

from tracker.goals.tipping import Tipping
from tracker.problems import NN_
from tracker.wording.language import Language

MORE_WOULD_DO = NN_("{number} more would have been enough", "{number} more would have been enough")
FEWER_WOULD_DO = NN_(
    "{number} fewer would have been enough", "{number} fewer would have been enough"
)
FEWER_AND_MISSED = NN_(
    "with {number} fewer the goal would not be met", "with {number} fewer the goal would not be met"
)
MORE_AND_MISSED = NN_(
    "with {number} more the goal would not be met", "with {number} more the goal would not be met"
)


def tipping_text(language: Language, tipping: Tipping) -> str:
    """So many more, or fewer, and the fact would be another."""
    if tipping.is_met:
        one, many = MORE_AND_MISSED if tipping.more else FEWER_AND_MISSED
    else:
        one, many = MORE_WOULD_DO if tipping.more else FEWER_WOULD_DO
    return language.plural(one, many, tipping.outcomes)
