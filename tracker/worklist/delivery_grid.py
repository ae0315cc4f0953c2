"""Deliveries as a grid of interventions and stretches of days, and what is in one of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from db.delivered import DeliveryNumbers, numbers_of_delivery
from tracker.periods import Period
from tracker.store_sentences import store_sentences
from tracker.worklist.delivered import DeliveryLine, delivery_lines
from tracker.worklist.model import Stretch
from tracker.workspace import Workspace

__all__ = ["DeliveryGrid", "DeliveryNumbers", "delivery_grid", "delivery_numbers"]


@dataclass(frozen=True)
class DeliveryGrid:
    """Who was to deliver, for which days, and how that went."""

    period: Period
    names: Mapping[str, str]
    """The interventions by their key, in order."""
    stretches: tuple[Stretch, ...]
    lines: Mapping[tuple[str, Stretch], DeliveryLine]

    @property
    def waited_for(self) -> tuple[DeliveryLine, ...]:
        """What is missing, intervention by intervention."""
        return tuple(line for line in self.lines.values() if line.is_waited_for)


def delivery_grid(workspace: Workspace, period: Period) -> DeliveryGrid:
    """The deliveries that touch a period."""
    lines = delivery_lines(workspace, period)
    return DeliveryGrid(
        period,
        {line.insats: line.name for line in lines},
        tuple(sorted({line.stretch for line in lines}, key=lambda one: (one.first, one.last))),
        {(line.insats, line.stretch): line for line in lines},
    )


def delivery_numbers(workspace: Workspace, line: DeliveryLine) -> DeliveryNumbers | None:
    """How many numbers came; None where nothing has, or counts were entered by hand."""
    if line.delivery is None:
        return None
    with store_sentences(), workspace.store.read() as session:
        return numbers_of_delivery(session, workspace.association.id, line.delivery)
