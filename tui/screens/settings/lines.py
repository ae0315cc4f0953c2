"""The lines of Inställningar: what each is called, what holds now, and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tracker.keeping import backup_words, last_backup, place_of
from tracker.keeping.responsible import CONTROLLER
from tracker.plans import warnings
from tracker.plans.model import Goal, Plan
from tracker.problems import N_, NN_
from tracker.register.views import views
from tracker.settings import SettingLine, settings_of
from tracker.wording import Language
from tracker.wording.definitions import definition
from tracker.wording.goal_labels import LEVELS, MEASURES
from tracker.wording.language import LANGUAGES
from tracker.wording.settings import setting_meaning, setting_name, value_text
from tracker.workspace import Workspace
from tui.widgets.line_table import Column, Line

Sort = Literal["heading", "controller", "language", "colours", "backup", "views", "setting", "goal"]
COLUMNS = (
    Column(N_("Setting or goal"), 0, 0),
    Column(N_("Value"), 22, 24),
    Column("", 12, 14),
)
DECIDED_BY = {
    "plan": N_("the plan"),
    "association": N_("the association"),
    "usual": N_("the program"),
}
"""Whose value of a setting holds."""
SPEAK = N_(
    "↵ changes the language of the screens. It is remembered; --lang en or TRACKER_LANG=en goes "
    "before it."
)
COLOURS = N_("↵ steps through dark, light and high contrast. It is remembered.")
BACKUP = N_(
    "↵ makes a verified copy of the store. Best on another disk, and as well protected as the "
    "store: it holds the same personal data."
)
VIEWS = N_("Yours, of the participants: y in Deltagare looks through, saves and drops them.")
CHANGE = N_("↵ changes it for every plan of the association that does not state it itself.")
PLAN_STATES = N_("The plan states it itself, which goes before what the association has set.")
OWN = N_("The goal {goal} has its own: {value}.")
NOT_STATED = N_("not stated")
NO_TARGET = N_("no target")
GOAL_KEYS = N_("↵ changes the goal, n adds one, del takes it out of the plan.")


@dataclass(frozen=True)
class About:
    """A line, and what it is about."""

    sort: Sort
    name: str
    """Key of the setting, id of the goal."""
    line: Line
    said: str = ""
    place: int = 0
    """Which goal of the plan."""


def settings_lines(workspace: Workspace, plan: Plan | None, theme: str) -> list[About]:
    """Everything that can be set; reads the store. `theme` is in words already."""
    lines = list(_general(workspace, theme))
    if plan is not None:
        lines += _settings(workspace.language, plan)
        lines += _goals(workspace.language, plan)
    return lines


def _general(workspace: Workspace, theme: str) -> Iterator[About]:
    language, text = workspace.language, workspace.language.text
    controller = workspace.association.controller or text(NOT_STATED)
    yield _heading(workspace.association.name)
    yield _line("controller", "Personuppgiftsansvarig", controller, text(CONTROLLER))
    yield _line("language", text(N_("Language")), LANGUAGES[language.code], text(SPEAK))
    yield _line("colours", text(N_("Colours")), theme, text(COLOURS))
    where = workspace.store.where
    backup = backup_words(language, where, last_backup(workspace), workspace.today)
    if place_of(where) != "server":
        yield _line("backup", text(N_("Last backup")), backup, text(BACKUP))
    own = [view.name for view in views(workspace) if view.is_own]
    said = f"{', '.join(own)}\n{text(VIEWS)}" if own else text(VIEWS)
    yield _line("views", text(N_("Saved views")), language.number(len(own)), said)


def _settings(language: Language, plan: Plan) -> Iterator[About]:
    text = language.text
    yield _heading(text(N_("How figures are judged and shown")), "", text(N_("Decided by")))
    for each in settings_of(plan):
        cells = (
            f"  {setting_name(language, each.key)}",
            value_text(language, each.key, each.value),
            text(DECIDED_BY[each.source]),
        )
        yield About("setting", each.key, Line(cells), _meaning(language, each))


def _meaning(language: Language, line: SettingLine) -> str:
    said = [setting_meaning(language, line.key), language.text(CHANGE)]
    if line.source == "plan":
        said.append(language.text(PLAN_STATES))
    said += [
        language.text(OWN, goal=goal, value=value_text(language, line.key, value))
        for goal, value in line.goals
    ]
    return " ".join(said)


def _goals(language: Language, plan: Plan) -> Iterator[About]:
    count = language.plural(*NN_("{number} goal", "{number} goals"), len(plan.goals))
    title = language.text("The plan {year}: {goals}", year=plan.year, goals=count)
    yield _heading(title, language.text(N_("Target")), language.text(N_("Level")))
    warned = warnings(plan)
    for place, goal in enumerate(plan.goals):
        level = language.text(LEVELS[goal.level])
        line = Line((f"  {goal.text}", target_words(language, goal), level))
        doubts = [language.problem(each) for each in warned if each.params.get("goal") == goal.id]
        said = [goal.text, language.text(GOAL_KEYS), *doubts, _told(language, plan, goal)]
        yield About("goal", goal.id, line, "\n".join(said), place)


def _told(language: Language, plan: Plan, goal: Goal) -> str:
    """The measure and the definition, a line each."""
    measure = f"{language.text(MEASURES[goal.measure])} ({goal.id})"
    clauses = (f"{each.about}: {each.text}" for each in definition(language, goal, plan))
    return "\n".join([measure, *clauses])


def target_words(language: Language, goal: Goal) -> str:
    """What would be enough, in few words."""
    if goal.target == "last_year":
        return language.text("better than before")
    if goal.target is None:
        if goal.tolerance is not None:
            return f"±{language.percent(goal.tolerance)}"
        limits = [each for each in (goal.min, goal.max) if each is not None]
        return "–".join(map(language.number, limits)) or language.text(NO_TARGET)
    exact = goal.target * 100
    sign = "≥" if goal.direction == "min" else "≤"
    return f"{sign} {language.percent(goal.target, 0 if exact.denominator == 1 else 1)}"


def _heading(*cells: str) -> About:
    """What the lines below are about, and what stands in their other columns."""
    filled = (*cells, "", "")[: len(COLUMNS)]
    return About("heading", "", Line(filled, bold=True))


def _line(sort: Sort, name: str, value: str, said: str) -> About:
    return About(sort, sort, Line((f"  {name}", value, "")), said)
