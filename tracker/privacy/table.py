"""What is printed, in cells that are shown or hidden whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.privacy.ledger import Ledger

Cost = tuple[object, ...]


@dataclass
class Table:
    """What is printed, in cells that are shown or hidden whole, and what is known all the same."""

    ledger: Ledger
    cells: Sequence[Sequence[int]]
    """The numbers of each cell."""
    costs: Sequence[Cost]
    """What hiding a cell takes from the reader, as far as it does not depend on others."""
    known: frozenset[int] = frozenset()
    """Numbers that readers have from elsewhere: hiding them is of no use."""
    lost: frozenset[int] = frozenset()
    """Numbers that could be worked out whatever is hidden now."""
    hidden: dict[int, None] = field(default_factory=dict)
    """Cells, in the order in which they were hidden."""
    quiet: set[int] = field(default_factory=set)
    """Cells whose reason would settle their number."""
    silent: bool = False
    """No reason is told."""
