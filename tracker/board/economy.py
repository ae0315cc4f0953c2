"""The economy in a period: the plan's table, what lies behind each row, and the goals on money."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from db.codes import MoneyKind
from db.tallies.board import money
from tracker.board.rows import draft_of, newest, row_cells
from tracker.measures import Frame
from tracker.measures.accounts import amounts, equity, result, sum_of
from tracker.measures.figure import Detail
from tracker.measures.plan_table import Line, foresees, plan_lines
from tracker.plans.sums import sum_differences
from tracker.scorecard import GoalCard, Scorecard
from tracker.scorecard.making import frame_of
from tracker.store_sentences import store_sentences
from tracker.wording import Language
from tracker.wording.details import detail_facts, detail_label, signed_percent
from tracker.wording.figures import KRONOR
from tracker.wording.money import item, sum_difference
from tracker.wording.status import SIGNS
from tracker.workspace import Workspace

Draft = Mapping[str, str]
Shape = Literal["rows", "deviations", "details"]
"""What the lines behind something are: stored rows, budgets against outcomes, or facts."""


@dataclass(frozen=True)
class Behind:
    """A line behind a row or a goal."""

    cells: tuple[str, ...]
    stored: Draft | None = None
    """The stored row that it is, by the columns of its key."""
    proposed: Draft | None = None
    """What to begin with where nothing is stored."""

    @property
    def insats(self) -> str:
        """The short id of the intervention that it is about; empty: of none."""
        return (self.stored or self.proposed or {}).get("insats", "")


@dataclass(frozen=True)
class EconomyLine:
    """A row or sum of the plan's table, or a goal."""

    name: str
    cells: tuple[str, ...]
    """Item, budget, outcome, forecast, deviation, deviation in per cent; of a goal, its words."""
    said: str = ""
    behind: tuple[Behind, ...] = ()
    shape: Shape = "rows"
    proposed: Draft | None = None
    """What a new row begins with."""
    goal: str = ""
    is_strong: bool = False


@dataclass(frozen=True)
class EconomyView:
    """The economy of a period."""

    told: tuple[str, ...]
    """Sentences on all of it."""
    lines: tuple[EconomyLine, ...]
    is_foreseen: bool
    """Whether the deviations are those of the forecast: the year is not over."""


def economy_view(workspace: Workspace, scorecard: Scorecard) -> EconomyView:
    """The plan's table and the goals on money, by the scorecard of the period."""
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, scorecard.plan, scorecard.period)
        desk = _Desk(workspace.language, frame)
        goals = [card for card in scorecard.goals if card.goal.level == "ekonomi"]
        lines = (*desk.rows(), *(desk.goal(card) for card in goals))
        return EconomyView(tuple(desk.told(scorecard.goals)), lines, desk.foreseen)


class _Desk:
    """What all of it is told with."""

    def __init__(self, language: Language, frame: Frame) -> None:
        self.language = language
        self.frame = frame
        self.year = frame.period.last_day.year
        self.keys = {row.id: row.key for row in frame.interventions}
        self.names = {row.id: row.name for row in frame.interventions}
        self.lines = list(plan_lines(frame))
        self.foreseen = foresees(frame, self.lines)
        years = range(self.year, self.year + 1)
        self.stored = money(frame.session, frame.association_id, years)

    def rows(self) -> Iterator[EconomyLine]:
        """The plan's table, row by row."""
        differing = {
            found.label: sum_difference(self.language, found)
            for found in sum_differences(self.frame.plan)
            if found.year == self.year
        }
        for place, line in enumerate(self.lines):
            if line.is_sum:
                yield self._sum(place, line, differing.get(line.label, ""))
            else:
                yield self._row(place, line)

    def _sum(self, place: int, line: Line, differing: str) -> EconomyLine:
        text = self.language
        said = differing or text.text("A sum as the plan prints it; its rows give the same.")
        if line.outcome is not None and line.is_partial:
            said += " " + text.text("Its outcome is of the rows for which one is registered.")
        if line.has_unplanned:
            said += " " + text.text("Its outcome counts what has no row in the plan, too.")
        mark = "≠ " if differing else "Σ "
        cells = (f"{mark}{line.label}", *self._amounts(line))
        return EconomyLine(f"sum {place}", cells, said, is_strong=True)

    def _row(self, place: int, line: Line) -> EconomyLine:
        text = self.language
        if not line.stored:
            said = text.text("Nothing is registered for this row of the plan. Enter registers it.")
        elif line.is_planned:
            said = text.text("What is registered for this row of the plan.")
        else:
            said = text.text("It has no row in the plan's table.")
        behind = tuple(
            Behind(row_cells(self.language, row, self.names), draft_of(row, self.keys))
            for row in line.stored
        )
        proposed = {"år": str(self.year), "slag": line.kind or "", "benämning": line.label}
        if line.kind in (MoneyKind.INDIVIDUAL, MoneyKind.STRUCTURAL):
            proposed["benämning"] = ""
        called = item(text, line.label, line.kind, is_beside=line.is_beside)
        cells = (f"  {called}", *self._amounts(line))
        return EconomyLine(f"row {place}", cells, said, behind, proposed=proposed)

    def _amounts(self, line: Line) -> tuple[str, ...]:
        text = self.language
        apart, share = line.apart(foreseen=self.foreseen)
        return (
            *(
                "" if amount is None else text.number(amount)
                for amount in (line.budget, line.outcome, line.forecast, apart)
            ),
            "" if share is None else signed_percent(text, share),
        )

    def goal(self, card: GoalCard) -> EconomyLine:
        """A goal with what lies behind it."""
        is_each = card.goal.measure == "money_tolerance"
        outside_first = sorted(card.figure.details, key=_stands_after)
        behind = map(self._deviation, outside_first) if is_each else self._details(card)
        return EconomyLine(
            f"goal {card.goal.id}",
            (f"{SIGNS[card.status]} {card.goal.text}", "", *self._value(card)),
            card.sentence
            if card.sentence == f"{card.label}."
            else f"{card.label}. {card.sentence}",
            tuple(behind),
            "deviations" if is_each else "details",
            goal=card.goal.id,
        )

    def _value(self, card: GoalCard) -> tuple[str, str, str, str]:
        """The figure of a goal: kronor as an outcome, a share as per cent."""
        value = card.figure.value
        if value is None:
            return "", "", "", ""
        if card.goal.measure in KRONOR:
            return self.language.number(value), "", "", ""
        return "", "", "", self.language.percent(value, 1)

    def _details(self, card: GoalCard) -> Iterator[Behind]:
        for detail in card.figure.details:
            facts = detail_facts(self.language, card.goal, detail)
            yield Behind((detail_label(self.language, detail), " · ".join(facts)))

    def _deviation(self, detail: Detail) -> Behind:
        text, values = self.language, detail.values
        deviation, met = values["deviation"], values["met"]
        inside = text.text("within") if met else text.text("outside")
        number = next((key for key, name in self.names.items() if name == detail.label), None)
        found = newest(row for row in self.stored if row.intervention_id == number)
        cells = (
            detail.label,
            _amount(text, values["budget"]),
            _amount(text, values["actual"]),
            signed_percent(text, deviation) if isinstance(deviation, Fraction) else "",
            inside if isinstance(met, bool) else "",
        )
        stored = None if found is None else draft_of(found, self.keys)
        return Behind(cells, stored, self._proposed(number))

    def _proposed(self, number: int | None) -> Draft:
        orientation = next(
            (row.orientation for row in self.frame.interventions if row.id == number), ""
        )
        kind = {"individ": MoneyKind.INDIVIDUAL, "struktur": MoneyKind.STRUCTURAL}.get(orientation)
        return {
            "år": str(self.year),
            "slag": kind or "",
            "insats": self.keys.get(number or 0, ""),
        }

    def told(self, cards: Iterable[GoalCard]) -> Iterator[str]:
        """The result, the equity against its ceiling, and the share to individual interventions."""
        text, found = self.language, amounts(self.frame, "utfall") or {}
        outcome, capital = result(found), equity(found)
        if outcome is not None:
            yield text.text("Result {amount}.", amount=text.kronor(outcome))
        if capital is not None:
            yield self._equity(capital, _ceiling(cards))
        planned, actual = (
            _individual(amounts(self.frame, basis, foreseen=True) or {})
            for basis in ("budget", "utfall")
        )
        if planned is not None and actual is not None:
            yield text.text(
                "To individual interventions {planned} of the contributions by budget, {actual} "
                "by outcome.",
                planned=text.percent(planned, 1),
                actual=text.percent(actual, 1),
            )
        elif planned is not None:
            yield text.text(
                "To individual interventions {planned} of the contributions by budget.",
                planned=text.percent(planned, 1),
            )
        differing = sum(each.year == self.year for each in sum_differences(self.frame.plan))
        if differing:
            yield text.plural(
                "{number} printed sum differs from its rows (≠).",
                "{number} printed sums differ from their rows (≠).",
                differing,
            )

    def _equity(self, capital: Fraction, ceiling: Fraction | None) -> str:
        text = self.language
        if ceiling is None:
            return text.text("Equity {amount}.", amount=text.kronor(capital))
        said = {"amount": text.kronor(capital), "ceiling": text.kronor(ceiling)}
        if capital <= ceiling:
            return text.text("Equity {amount}, within the ceiling of {ceiling}.", **said)
        return text.text("Equity {amount}, above the ceiling of {ceiling}.", **said)


def _individual(found: Mapping[tuple[str, int | None], Fraction]) -> Fraction | None:
    part = sum_of(dict(found), (MoneyKind.INDIVIDUAL,))
    whole = sum_of(dict(found), (MoneyKind.CONTRIBUTION,))
    return part / whole if part is not None and whole else None


def _ceiling(cards: Iterable[GoalCard]) -> Fraction | None:
    for card in cards:
        if card.goal.measure == "money_ceiling":
            for detail in card.figure.details:
                if isinstance(amount := detail.values.get("amount"), Fraction):
                    return amount
    return None


def _stands_after(detail: Detail) -> bool:
    """What is outside the limit is what somebody looks for."""
    return detail.values.get("met") is not False


def _amount(language: Language, amount: object) -> str:
    return language.number(amount) if isinstance(amount, Fraction) else ""
