"""Of how many persons a figure tells."""

from tracker.measures.figure import Figure
from tracker.privacy.hiding import Groups, is_small


def groups_of(figure: Figure) -> Groups:
    """The groups that a figure tells of: in the share, eligible, and all that it knows of.

    A count of participants is its own number of persons.
    """
    if figure.persons is None:
        number = int(figure.value or 0)
        return number, number, number
    eligible = max(figure.persons, figure.eligible or 0)
    known_of = eligible + figure.not_due + (figure.excluded or 0)
    return figure.persons, figure.eligible or 0, known_of


def tells_of_few(figure: Figure, few: int) -> bool:
    """Whether a whole figure tells of few persons; counts that nobody asked about are no shares."""
    return figure.persons is not None and is_small(groups_of(figure), few)
