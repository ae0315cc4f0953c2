"""How many forms were handed out (*utdelade enkäter*) to the groups that a goal looks at."""

from db.tallies.surveys import batches_answered, mailings
from tracker.measures.frame import Frame


def handed_out(
    frame: Frame, interventions: tuple[int, ...] | None, groups: tuple[str, ...]
) -> int | None:
    """Forms handed out in the period; None where answers came in without any on record."""
    scope = frame.scope(interventions)
    sent = mailings(frame.session, scope, groups)
    inside = [
        number
        for day, number in sent.values()
        if day is not None and scope.start <= day < scope.reached
    ]
    if not inside or batches_answered(frame.session, scope, groups) - sent.keys():
        return None
    return sum(inside)
