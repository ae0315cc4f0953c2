"""The sheet *Uppföljning Finsam*: what Försäkringskassan's system asks for, ready to type in.

By intervention and year: orientation, target group, ESF, budget and outcome, planned participants,
women and men; for the association: allocated funds, administration, equity. The headings are the
system's own words, Swedish in both languages. Counts are exact, since the system wants them so: the
sheet is for that, and for nobody else.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from db.codes import CountKind, MoneyKind, Orientation, Sex
from db.exported import rows_of
from db.tables import Intervention
from db.tallies.board import InterventionRow
from tracker.errors import UsageError
from tracker.exports.counting import Counted, Numbers, count_kinds
from tracker.exports.files import number, words
from tracker.exports.table import Cell, Table
from tracker.measures import Frame
from tracker.measures.accounts import Amounts, amounts, equity, of_interventions, sum_of
from tracker.measures.participant_flow import without_flow
from tracker.periods import Period
from tracker.problems import N_
from tracker.scorecard.making import frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.workspace import Workspace

ORIENTATIONS = {
    Orientation.INDIVIDUAL.value: "Individinriktad",
    Orientation.STRUCTURAL.value: "Strukturövergripande",
}
YES_NO = {True: "Ja", False: "Nej", None: ""}
HEADINGS = (
    *("Insats", "Namn", "År", "Inriktning", "Preciserad inriktning", "Målgrupp"),
    *("ESF-finansierad", "Budget, kr", "Utfall, kr", "Budgeterat antal deltagare"),
    *("Antal kvinnor", "Antal män", "Antal utan uppgift om kön", "Antal deltagare"),
)
DETAILS = ("key", "detail", "target_group", "esf")
OTHERS = (CountKind.ANONYMOUS, CountKind.VOLUME)
"""Participants that were only counted; nobody knows their sex."""


def finsam_sheets(workspace: Workspace, period: Period) -> tuple[Table, Table]:
    """The interventions of a year, and the association.

    Raises:
        UsageError: the period is no calendar year.
        DataError: the association has no plan.
    """
    years = period.whole_years
    if years is None or len(years) != 1:
        raise UsageError(
            N_("Uppföljning Finsam is filled in by calendar year, such as 2021, not {period}."),
            period=period.label,
        )
    with store_sentences(), workspace.store.read() as session:
        frame = frame_of(session, workspace, plan_of(workspace, period), period)
        found = rows_of(session, workspace.association.id, Intervention, DETAILS)
        details = {row["key"]: row for row in found}
        budget, outcome = amounts(frame, "budget") or {}, amounts(frame, "utfall") or {}
        money = of_interventions(budget), of_interventions(outcome)
        untold = _without_flow(frame)
        rows = [
            _row(frame, place, details[place.key], money, is_told=place.id not in untold)
            for place in frame.interventions
        ]
    kept = tuple(row for row in rows if row)
    return Table("Insatser", HEADINGS, kept), _association(period.label, budget, outcome)


def untold_sexes(interventions: Table) -> tuple[str, ...]:
    """The individual interventions of which women and men are not known here, by key."""
    found = [dict(zip(HEADINGS, row, strict=True)) for row in interventions.rows]
    return tuple(
        row["Insats"].text
        for row in found
        if row["Inriktning"].text == ORIENTATIONS[Orientation.INDIVIDUAL]
        and not (row["Antal kvinnor"].text and row["Antal män"].text)
    )


def _without_flow(frame: Frame) -> frozenset[int]:
    """Individual interventions of which neither rows nor deliveries tell who took part."""
    chosen = [row.id for row in frame.interventions if row.orientation == Orientation.INDIVIDUAL]
    return without_flow(frame.session, frame.scope(tuple(chosen)), chosen)


def _row(
    frame: Frame,
    place: InterventionRow,
    about: Mapping[str, Any],
    money: tuple[dict[int, Fraction], dict[int, Fraction]],
    *,
    is_told: bool,
) -> tuple[Cell, ...]:
    """The row of an intervention that ran, had money or participants in the year, else nothing."""
    kinds = count_kinds(frame, place).counted
    counted = {each.measure: each for each in kinds if each.days is None}
    budget, outcome = (found.get(place.id) for found in money)
    there = CountKind.PARTICIPANTS in counted and counted[CountKind.PARTICIPANTS].total.numerator
    runs = place.runs_in(frame.period.start, frame.period.end)
    if not (runs or budget or outcome or there):
        return ()
    planned = place.planned_min if place.planned_max is None else place.planned_max
    return (
        words(place.key),
        words(place.name),
        number(frame.period.start.year),
        words(ORIENTATIONS[place.orientation]),
        words(about["detail"]),
        words(about["target_group"]),
        words(YES_NO[about["esf"]]),
        kronor(budget),
        kronor(outcome),
        number(planned),
        *(number(count) for count in _participants(counted, is_told=is_told)),
    )


def _participants(
    counted: Mapping[str, Counted], *, is_told: bool
) -> tuple[int | None, int | None, int | None, int | None]:
    """Women, men, those whose sex is not known, all; None where nobody has told."""
    kinds = [counted[kind] for kind in (CountKind.PARTICIPANTS, *OTHERS) if kind in counted]
    there = [each for each in kinds if each.total.numerator]
    if not is_told:
        return None, None, None, None
    everybody = sum(each.total.numerator for each in there)
    if there and not any(each.by_sex for each in there):
        return None, None, everybody, everybody
    women, men = (sum(each.by_sex.get(sex, Numbers(0)).numerator for each in there) for sex in Sex)
    return women, men, everybody - women - men, everybody


def _association(year: str, budget: Amounts, outcome: Amounts) -> Table:
    def both(kind: MoneyKind) -> tuple[Cell, Cell]:
        return kronor(sum_of(budget, (kind,))), kronor(sum_of(outcome, (kind,)))

    rows = (
        (words("Tilldelade medel"), *both(MoneyKind.CONTRIBUTION)),
        (words("Övriga intäkter"), *both(MoneyKind.OTHER_INCOME)),
        (words("Administration"), *both(MoneyKind.ADMINISTRATION)),
        (words("Ingående eget kapital"), *both(MoneyKind.OPENING_EQUITY)),
        (words("Utgående eget kapital"), kronor(equity(budget)), kronor(equity(outcome))),
    )
    return Table("Förbundet", (f"År {year}", "Budget, kr", "Utfall, kr"), rows)


def kronor(amount: Fraction | None) -> Cell:
    """An amount in kronor, exact to the öre."""
    if amount is None:
        return Cell()
    exact = (Decimal(amount.numerator) / Decimal(amount.denominator)).quantize(Decimal("0.01"))
    plain = exact.to_integral_value() if exact == exact.to_integral_value() else exact
    return Cell(format(plain, "f").replace(".", ","), plain)
