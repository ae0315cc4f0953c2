"""The catalogue of interventions (*Insatskatalogen*): what each is, for whom, and what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from db.codes import Orientation
from db.exported import rows_of
from db.tables import Intervention
from tracker.board.describing import days_of, facts_of, planned_of, words_of
from tracker.errors import DataError
from tracker.measures import Frame
from tracker.measures.accounts import amounts, of_interventions
from tracker.measures.concerning import concerns
from tracker.periods import year_of
from tracker.plans.model import Goal, Plan
from tracker.problems import N_
from tracker.reports.model import Cell, Column, Number, Report, Section, Table
from tracker.scorecard.making import default_period, frame_of, plan_of
from tracker.store_sentences import store_sentences
from tracker.validation.context import Context
from tracker.validation.interventions import INTERVENTIONS
from tracker.validation.loading import load_context
from tracker.wording import Language
from tracker.wording.status import level_label
from tracker.workspace import Workspace

NAMES = tuple(column.attribute for column in INTERVENTIONS.columns)
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
    goals = tuple(
        goal
        for goal in plan.goals
        if concerns(goal, row["key"], row["orientation"], has_budget=bool(own))
    )
    return _Entry(row, own, goals)


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
            Cell(words_of("ägare", each.row, context)),
            Cell(words_of("parter", each.row, context)),
            Cell(days_of(language, each.row)),
            Cell(planned_of(language, each.row)),
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
    rows = tuple((Cell(head), Cell(said)) for head, said in facts_of(language, entry.row, context))
    heads = ((N_("About the intervention"), 30), (N_("Description"), 60))
    columns = tuple(Column(language.text(head), width=width) for head, width in heads)
    tables = [Table(name, entry.row["key"], columns, rows)]
    if entry.budget:
        tables.append(_budget_table(language, entry))
    if entry.goals:
        tables.append(_goal_table(language, entry))
    return Section(name, (), tuple(tables), level=3)


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
