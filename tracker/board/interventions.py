"""The interventions in a period: who took part, what was planned, what it cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from db.codes import Orientation
from db.exported import rows_of
from db.tables import Intervention
from db.tallies.board import InterventionRow
from tracker.board.describing import facts_of, planned_text
from tracker.board.readers import Readers
from tracker.board.taking_part import NOTHING, Fact, TakingPart
from tracker.measures import Frame
from tracker.measures.accounts import amounts, of_interventions
from tracker.measures.concerning import concerns
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.scorecard.making import frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.loading import load_context
from tracker.wording import Language
from tracker.wording.deliveries import STATES, days_text, received_text
from tracker.wording.details import signed_percent
from tracker.worklist.delivered import DeliveryLine, delivery_lines
from tracker.workspace import Workspace

NAMES = ("id", *(column.attribute for column in INTERVENTIONS.columns))


@dataclass(frozen=True)
class InterventionView:
    """An intervention (*insats*) in a period, in words."""

    insats: str
    name: str
    aside: str
    """That it has ended, or not begun; empty for what runs in the period."""
    cells: tuple[str, ...]
    """Ongoing at end, new, ended, planned, half lasted, budget."""
    facts: tuple[Fact, ...]
    goals: tuple[str, ...]
    """Ids of the goals that concern it."""


def intervention_views(
    workspace: Workspace, period: Period, readers: Readers | None = None
) -> tuple[InterventionView, ...]:
    """All interventions: those for individuals first, those that do not run in the period last.

    Args:
        workspace: where the rows are and who asks.
        period: the days.
        readers: of participants tell only what they see; None: everything.

    Raises:
        DataError: the association has no plan.
    """
    delivered = delivery_lines(workspace, period)
    if all(line.is_waited_for for line in delivered):
        delivered = ()  # a store of rows, to which nobody delivers
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, plan_of(workspace, period), period)
        desk = _Desk(workspace.language, frame, delivered, readers)
        context = load_context(session, workspace)
        stored = {
            row["id"]: row for row in rows_of(session, frame.association_id, Intervention, NAMES)
        }
        return tuple(
            desk.view(row, list(facts_of(workspace.language, stored[row.id], context)))
            for row in sorted(frame.interventions, key=desk.order)
        )


class _Desk:
    """What all interventions are told with; every number is read once."""

    def __init__(
        self,
        language: Language,
        frame: Frame,
        delivered: tuple[DeliveryLine, ...],
        readers: Readers | None,
    ) -> None:
        self.language = language
        self.frame = frame
        self.delivered = delivered
        self.taking_part = TakingPart(language, frame, readers)
        self.budgets = of_interventions(amounts(frame, "budget", foreseen=True) or {})
        self.spent = of_interventions(amounts(frame, "utfall") or {})

    def order(self, row: InterventionRow) -> tuple[bool, bool, str]:
        """What runs first, interventions for individuals before the others, then by name."""
        is_structural = row.orientation == Orientation.STRUCTURAL
        return bool(self.aside(row)), is_structural, row.name.casefold()

    def view(self, row: InterventionRow, facts: list[Fact]) -> InterventionView:
        """Everything that is said of an intervention."""
        return InterventionView(
            row.key,
            row.name,
            self.aside(row),
            self._cells(row),
            (*self._participants(row), *self._money(row), *facts, *self._deliveries(row)),
            tuple(goal.id for goal in self.frame.plan.goals if self._concerns(goal, row)),
        )

    def aside(self, row: InterventionRow) -> str:
        """That it does not run in the period."""
        period = self.frame.period
        if row.runs_in(period.start, period.end):
            return ""
        if row.end is not None and row.end < period.start:
            return self.language.text("ended {day}", day=self.language.day(row.end))
        return self.language.text("starts {day}", day=self.language.day(row.start or date.max))

    def _concerns(self, goal: Goal, row: InterventionRow) -> bool:
        has_budget = bool(self.budgets.get(row.id))
        return concerns(goal, row.key, row.orientation, has_budget=has_budget)

    def _cells(self, row: InterventionRow) -> tuple[str, ...]:
        *flow, half = self.taking_part.cells(row)
        budget = self.budgets.get(row.id)
        money = NOTHING if budget is None else self.language.number(budget)
        return (*flow, _planned(self.language, row) or NOTHING, half, money)

    def _participants(self, row: InterventionRow) -> Iterator[Fact]:
        text = self.language
        facts = list(self.taking_part.facts(row, _planned(text, row)))
        if not facts and row.orientation == Orientation.INDIVIDUAL:
            facts = [(text.text("Participants"), text.text("none registered in the period"))]
        yield from facts

    def _money(self, row: InterventionRow) -> Iterator[Fact]:
        text, budget, spent = self.language, self.budgets.get(row.id), self.spent.get(row.id)
        year = str(self.frame.period.last_day.year)
        if budget is not None:
            yield text.text("Budget {year}", year=year), text.kronor(budget)
        if spent is not None:
            yield text.text("Outcome {year}", year=year), _against(text, spent, budget)

    def _deliveries(self, row: InterventionRow) -> Iterator[Fact]:
        text, name = self.language, self.language.text("Deliveries")
        for line in self.delivered:
            if line.insats == row.key:
                days = days_text(line.stretch.first, line.stretch.last)
                came = received_text(text, line.received, line.days_late)
                yield name, f"{days}: {text.text(STATES[line.state])} ({came})"
                name = ""


def _planned(language: Language, row: InterventionRow) -> str:
    return planned_text(language, row.planned_min, row.planned_max)


def _against(language: Language, spent: Fraction, budget: Fraction | None) -> str:
    """An outcome, and how far it lies from the budget."""
    said = language.kronor(spent)
    return (
        f"{said} ({signed_percent(language, (spent - budget) / abs(budget))})" if budget else said
    )
