"""The interventions in a period: who took part, what was planned, what it cost."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from db.codes import Orientation, Sex
from db.exported import rows_of
from db.tables import Intervention
from db.tallies.board import InterventionRow
from db.tallies.participants import FlowTally, flow
from db.tallies.scope import Cell
from db.tallies.spans import median_stays
from tracker.board.describing import facts_of, planned_text
from tracker.measures import Frame
from tracker.measures.accounts import amounts, of_interventions
from tracker.measures.concerning import concerns
from tracker.measures.delivered_tables import flows as delivered_flows
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.scorecard.making import frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.loading import load_context
from tracker.wording import Language
from tracker.wording.deliveries import STATES, days_text, received_text
from tracker.wording.details import signed_percent
from tracker.wording.parts import part_label
from tracker.worklist.delivered import DeliveryLine, delivery_lines
from tracker.workspace import Workspace

Fact = tuple[str, str]
"""What something is called, and what it is; without a name it goes on from the one before."""
Tallies = Mapping[tuple[int, str | None], FlowTally]
"""The flow by intervention and sex; sex None: all together."""
UNKNOWN = "?"
NOTHING = "–"
HIDDEN = "▒"
"""In the published view."""
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
    workspace: Workspace, period: Period, *, published: bool = False
) -> tuple[InterventionView, ...]:
    """All interventions: those for individuals first, those that do not run in the period last.

    In the published view nothing is said of how many took part: the report judges that, all its
    numbers together.

    Raises:
        DataError: the association has no plan.
    """
    delivered = delivery_lines(workspace, period)
    if all(line.is_waited_for for line in delivered):
        delivered = ()  # a store of rows, to which nobody delivers
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, plan_of(workspace, period), period)
        desk = _Desk(workspace.language, frame, delivered, published=published)
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
        *,
        published: bool,
    ) -> None:
        self.language = language
        self.frame = frame
        self.delivered = delivered
        self.published = published
        self.tallies = _tallies(frame)
        stays = median_stays(frame.session, frame.scope(None), ("intervention_id",))
        self.stays = {cell.intervention_id: stay.days for cell, stay in stays.items()}
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
            (*self._figures(row), *self._money(row), *facts, *self._deliveries(row)),
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
        text, tally = self.language, self.tallies.get((row.id, None))
        counts = (tally.ongoing_end, tally.new, tally.ended) if tally else (None, None, None)
        *told, days = (
            HIDDEN if self.published else NOTHING if number is None else text.number(number)
            for number in (*counts, self.stays.get(row.id))
        )
        planned = planned_text(text, row.planned_min, row.planned_max)
        budget = self.budgets.get(row.id)
        return (*told, planned or NOTHING, days, NOTHING if budget is None else text.number(budget))

    def _figures(self, row: InterventionRow) -> Iterator[Fact]:
        text, tally = self.language, self.tallies.get((row.id, None))
        planned = planned_text(text, row.planned_min, row.planned_max)
        if self.published:
            said = text.text(
                "not shown in the published view: the report (8) says what readers see"
            )
            yield text.text("Participants"), said
            return
        if tally is None:
            if row.orientation == Orientation.INDIVIDUAL:
                yield text.text("Participants"), text.text("none registered in the period")
            return
        number = text.number(tally.ongoing_start + tally.new)
        said = text.text("{number} of {planned} planned", number=number, planned=planned)
        yield text.text("Participants"), said if planned else number
        yield "", " · ".join(self._by_sex(row))
        yield (
            text.text("Flow"),
            text.text(
                N_("{start} at start + {new} new − {ended} ended = {end} at end"),
                start=text.number(tally.ongoing_start),
                new=text.number(tally.new),
                ended=text.number(tally.ended),
                end=text.number(tally.ongoing_end),
            ),
        )
        if row.id in self.stays:
            days = text.number(self.stays[row.id])
            yield text.text("Length of stay"), text.text("half lasted {days} days", days=days)

    def _by_sex(self, row: InterventionRow) -> Iterator[str]:
        for sex in (*Sex, UNKNOWN):
            tally = self.tallies.get((row.id, sex))
            if tally is not None:
                who = part_label(self.language, "kön", None if sex == UNKNOWN else sex)
                number = self.language.number(tally.ongoing_start + tally.new)
                yield f"{who.casefold()} {number}"

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


def _against(language: Language, spent: Fraction, budget: Fraction | None) -> str:
    """An outcome, and how far it lies from the budget."""
    said = language.kronor(spent)
    return (
        f"{said} ({signed_percent(language, (spent - budget) / abs(budget))})" if budget else said
    )


def _tallies(frame: Frame) -> Tallies:
    """The flow by intervention and sex, of rows and of what was delivered."""
    scope, sums = frame.scope(None), defaultdict[tuple[int, str | None], FlowTally](FlowTally)
    found = [
        *flow(frame.session, scope, ("intervention_id", "sex")),
        *delivered_flows(frame.session, scope),
    ]
    for cell, tally in found:
        for place in _places(cell):
            sums[place] += tally
    return dict(sums)


def _places(cell: Cell) -> Iterator[tuple[int, str | None]]:
    if cell.intervention_id is not None:
        yield cell.intervention_id, cell.sex or UNKNOWN
        yield cell.intervention_id, None
