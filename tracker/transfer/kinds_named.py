"""Finding a kind of file by what was typed."""

from collections.abc import Collection

from tracker.errors import UsageError
from tracker.plans.values import nearest
from tracker.problems import N_
from tracker.transfer.spelling import folded
from tracker.validation.kinds import KINDS, Kind

WITHOUT_DOTS = str.maketrans("åäö", "aao")


def kind_named(name: str, others: Collection[str] = ()) -> Kind:
    """The kind with this name, in any case, with or without the dots of å, ä and ö.

    `others` are names that would have been right, too, and are not kinds.

    Raises:
        UsageError: there is no such kind.
    """
    typed = folded(name)
    for kind in KINDS.values():
        if typed in (kind.name, kind.name.translate(WITHOUT_DOTS)):
            return kind
    known = [*KINDS, *others]
    raise UsageError(
        N_("There is no kind of file called {name}; the nearest is {nearest}. Known: {known}."),
        name=name,
        nearest=nearest(typed, known),
        known=", ".join(known),
    )
