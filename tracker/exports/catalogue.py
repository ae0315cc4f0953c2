"""The catalogue of interventions (*Insatskatalogen*): what each is, for whom, and what it costs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from db.codes import Orientation
from db.exported import rows_of
from db.tables import Intervention
from tracker.errors import DataError
from tracker.measures import Frame
from tracker.measures.accounts import amounts, of_interventions
from tracker.measures.figure import ON_PERSONS
from tracker.periods import year_of
from tracker.plans.model import Goal, Plan
from tracker.problems import N_
from tracker.reports.model import Cell, Column, Number, Report, Section, Table
from tracker.scorecard.making import default_period, frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.validation.checking import shown
from tracker.validation.context import Context
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.loading import load_context
from tracker.wording import Language
from tracker.wording.labels import column_label
from tracker.wording.status import level_label
from tracker.workspace import Workspace

NAMES = tuple(column.attribute for column in INTERVENTIONS.columns)
TOLD = ("preciserad_inriktning", "ägare", "parter", "kommuner", "målgrupp", "uppföljningar", "esf")
"""Columns that are told as they are, in words."""
OF_EVERYBODY = frozenset({"survey", "response_rate", "reporting"})
"""Measures that concern every intervention where the goal names none."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class _Entry:
    """One intervention of the catalogue."""

    row: Row
    budget: Mapping[int, Fraction]
    """Kronor by year."""
    goals: tuple[Goal, ...]


def make_catalogue(workspace: Workspace) -> Report:
    """The catalogue of all interventions, individual ones first.

    Raises:
        DataError: no plan, or no intervention.
    """
    plan = plan_of(workspace, default_period(workspace))
    with store_sentences(), workspace.store.read() as session:
        context = load_context(session, workspace)
        found = rows_of(session, workspace.association.id, Intervention, ("id", *NAMES))
        rows = sorted(found, key=lambda row: (row["orientation"], row["name"].casefold()))
        frames = [
            frame_of(session, workspace, plan_of(workspace, year_of(year)), year_of(year))
            for year in _years(workspace)
        ]
        budgets = {frame.period.start.year: _budgets(frame) for frame in frames}
    if not rows:
        raise DataError(N_("The association has no interventions yet."))
    entries = [_entry(row, plan, budgets) for row in rows]
    return _report(workspace, plan, entries, context)


def _years(workspace: Workspace) -> list[int]:
    """The years that a plan is for, or gives an intervention a budget for."""
    years = {plan.year for plan in workspace.plans}
    for plan in workspace.plans:
        years |= {year for each in plan.interventions for year, _ in each.budget}
    return sorted(years)


def _budgets(frame: Frame) -> dict[int, Fraction]:
    return of_interventions(amounts(frame, "budget") or {})


def _entry(row: Row, plan: Plan, budgets: Mapping[int, Mapping[int, Fraction]]) -> _Entry:
    own = {year: found[row["id"]] for year, found in budgets.items() if found.get(row["id"])}
    goals = tuple(goal for goal in plan.goals if _concerns(goal, row, has_budget=bool(own)))
    return _Entry(row, own, goals)


def _concerns(goal: Goal, row: Row, *, has_budget: bool) -> bool:
    if goal.insatser:
        return row["key"] in goal.insatser
    if goal.measure in OF_EVERYBODY:
        return True
    if goal.measure == "money_tolerance":
        return has_budget
    on_episodes = goal.measure in ON_PERSONS or goal.measure == "participants"
    return on_episodes and row["orientation"] == Orientation.INDIVIDUAL


def _report(workspace: Workspace, plan: Plan, entries: list[_Entry], context: Context) -> Report:
    language = workspace.language
    sections = [_overview(language, entries, context)]
    for orientation in Orientation:
        chosen = [each for each in entries if each.row["orientation"] == orientation]
        if chosen:
            words = {
                Orientation.INDIVIDUAL: N_("Interventions for individuals"),
                Orientation.STRUCTURAL: N_("Structural interventions"),
            }
            sections.append(Section(language.text(words[orientation])))
            sections += [_section(language, each, context) for each in chosen]
    title = language.text(N_("Catalogue of interventions"))
    return Report(
        title,
        workspace.association.name,
        language.code,
        tuple(sections),
        {
            "author": workspace.association.name,
            "subject": f"{title}, {plan.id}",
            "date": workspace.today.isoformat(),
        },
    )


def _overview(language: Language, entries: list[_Entry], context: Context) -> Section:
    heads = (
        (N_("Intervention"), 26),
        (N_("Intervention owner"), 22),
        (N_("Parties"), 22),
        (N_("Period"), 24),
        (N_("Planned participants"), 12),
    )
    rows = tuple(
        (
            Cell(each.row["name"]),
            Cell(_words("ägare", each.row, context)),
            Cell(_words("parter", each.row, context)),
            Cell(_days(language, each.row)),
            Cell(_planned(each.row)),
        )
        for each in entries
    )
    told = language.plural(
        "The catalogue has {number} intervention.",
        "The catalogue has {number} interventions.",
        len(entries),
    )
    heading = language.text(N_("Overview"))
    columns = tuple(Column(language.text(head), width=width) for head, width in heads)
    return Section(heading, (told,), (Table(heading, heading, columns, rows),))


def _section(language: Language, entry: _Entry, context: Context) -> Section:
    name = entry.row["name"]
    rows = tuple((Cell(head), Cell(said)) for head, said in _facts(language, entry, context))
    heads = ((N_("About the intervention"), 30), (N_("Description"), 60))
    columns = tuple(Column(language.text(head), width=width) for head, width in heads)
    tables = [Table(name, entry.row["key"], columns, rows)]
    if entry.budget:
        tables.append(_budget_table(language, entry))
    if entry.goals:
        tables.append(_goal_table(language, entry))
    return Section(name, (), tuple(tables), level=3)


def _facts(language: Language, entry: _Entry, context: Context) -> Iterator[tuple[str, str]]:
    row = entry.row
    for column in TOLD:
        if said := _words(column, row, context):
            yield column_label(language, INTERVENTIONS.name, column), said.replace("+", ", ")
    if days := _days(language, row):
        yield language.text(N_("Period")), days
    if planned := _planned(row):
        yield language.text(N_("Planned participants")), planned
    if row["planned_length"] is not None:
        months = language.plural("{number} month", "{number} months", row["planned_length"])
        yield language.text(N_("Planned length")), months


def _words(column: str, row: Row, context: Context) -> str:
    return shown(INTERVENTIONS.by_name[column], row, context)


def _days(language: Language, row: Row) -> str:
    start, end = (row[name] and language.day(row[name]) for name in ("start", "end"))
    if start and end:
        return language.text("{start} to {end}", start=start, end=end)
    if start:
        return language.text("from {start}", start=start)
    return language.text("until {end}", end=end) if end else ""


def _planned(row: Row) -> str:
    ends = [row[name] for name in ("planned_min", "planned_max") if row[name] is not None]
    return "–".join(str(end) for end in dict.fromkeys(ends))


def _budget_table(language: Language, entry: _Entry) -> Table:
    columns = (
        Column(language.text(N_("Year")), width=8),
        Column(language.text(N_("Budget")), width=16, has_numbers=True),
    )
    rows = tuple(
        (Cell(str(year)), Cell(language.kronor(amount), Number(amount, "kronor")))
        for year, amount in sorted(entry.budget.items())
    )
    caption = language.text(N_("Budget by year: {name}"), name=entry.row["name"])
    return Table(caption, f"{entry.row['key']} kr", columns, rows)


def _goal_table(language: Language, entry: _Entry) -> Table:
    heads = ((N_("Level"), 16), (N_("Goal"), 74))
    columns = tuple(Column(language.text(head), width=width) for head, width in heads)
    rows = tuple((Cell(level_label(language, goal.level)), Cell(goal.text)) for goal in entry.goals)
    caption = language.text(N_("Goals that concern {name}"), name=entry.row["name"])
    short = language.text(N_("goals"))
    return Table(caption, f"{entry.row['key']} {short}", columns, rows)
