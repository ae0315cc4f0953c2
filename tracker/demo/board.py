"""What the board follows: activities, its own assessments with comments, figures by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from tracker.demo.chance import Chance, Odds
from tracker.demo.people import Row
from tracker.demo.setting import Setting
from tracker.demo.spans import recorded
from tracker.demo.words import ACTIVITIES, COMMENTS, OF_FIGURES
from tracker.periods import add_months
from tracker.plans.model import ChecklistItem, Every, Goal

IN_TIME, LATE = 0.83, 0.09
"""Share of activities done by their day, and after it; the rest is not done yet."""
EARLIER = 120
"""Days before its day that an activity is done at most."""
FULLEST, USUAL = 0.97, 0.9
"""Share of those to be visited who have been, by how seldom it must be: rarely kept in full."""
SELDOM = 36
MONTHS = 12
VERDICTS = Odds({"uppfyllt": 0.42, "delvis": 0.43, "ej_uppfyllt": 0.15})
VISITS = (9_000, 21_000)
COMMENTED = 0.5


def activities_of(setting: Setting) -> list[Row]:
    """The rows of *aktiviteter* of every checklist goal, for all years."""
    return [
        row
        for goal in setting.plan.goals
        if goal.measure == "checklist"
        for row in _activities(setting, goal)
    ]


def _activities(setting: Setting, goal: Goal) -> Iterator[Row]:
    chance = setting.chance("activities", goal.id)
    if goal.every is not None:
        yield from _visits(chance, setting, goal, goal.every)
        return
    for year in setting.years:
        for item in goal.items or _own_items(setting):
            due = add_months(item.due, MONTHS * (year - setting.plan.year))
            yield _activity(chance, setting, goal, item.label, due)


def _own_items(setting: Setting) -> tuple[ChecklistItem, ...]:
    """Activities of a goal whose plan names none."""
    year = setting.plan.year
    return tuple(ChecklistItem(label, date(year, *day)) for label, day in ACTIVITIES)


def _activity(chance: Chance, setting: Setting, goal: Goal, label: str, due: date) -> Row:
    early = due - timedelta(days=chance.whole(2, EARLIER))
    late = due + timedelta(days=chance.whole(5, 55))
    point = chance.draw()
    done = early if point < IN_TIME else late if point < IN_TIME + LATE else None
    if done is not None and done > setting.today:
        done = None
    return _row(chance, setting, goal, label, due, done)


def _visits(chance: Chance, setting: Setting, goal: Goal, every: Every) -> Iterator[Row]:
    """A visit to each, most of them recent enough at the end of the plan's year."""
    end = date(setting.plan.year, 12, 15)
    for name in every.who:
        is_recent = chance.happens(FULLEST if every.months >= SELDOM else USUAL)
        months = every.months - 2 if is_recent else every.months + 14
        first = 20 if is_recent else every.months * 30 + 40
        yield _row(
            chance,
            setting,
            goal,
            name,
            None,
            end - timedelta(days=chance.whole(first, months * 30)),
        )


def _row(
    chance: Chance, setting: Setting, goal: Goal, label: str, due: date | None, done: date | None
) -> Row:
    known = done or min(due or setting.today, setting.today)
    return {
        "goal": goal.id,
        "label": label,
        "due": due,
        "done": done,
        "recorded_at": recorded(chance, known, setting),
        "recorded_by": "kansliet",
    }


def assessments_of(setting: Setting) -> list[Row]:
    """The rows of *bedömningar*: a verdict where no figure exists, a figure, or only a comment."""
    rows = []
    for goal in setting.plan.goals:
        chance = setting.chance("assessment", goal.id)
        for year in setting.years[:-1]:
            said = _said(chance, goal, year - setting.plan.year)
            if said:
                decided = recorded(chance, date(year + 1, 2, 1), setting)
                rows.append(
                    {
                        "goal": goal.id,
                        "period": str(year),
                        **dict.fromkeys(("verdict", "comment", "value")),
                        **said,
                        "recorded_at": decided,
                        "recorded_by": "kansliet",
                    }
                )
    return rows


def _said(chance: Chance, goal: Goal, years: int) -> Row:
    if goal.measure == "assessment":
        verdict = chance.weighted(VERDICTS)
        if goal.level == "ekonomi":
            return {"verdict": "uppfyllt", "comment": OF_FIGURES["assessment"]}
        return {"verdict": verdict, "comment": chance.one_of(COMMENTS[verdict])}
    if goal.measure == "number":
        visits = Decimal(chance.whole(*VISITS) + years * 700)
        return {"value": str(visits), "comment": OF_FIGURES["number"]}
    comment = OF_FIGURES.get(goal.measure)
    return {"comment": comment} if comment and chance.happens(COMMENTED) else {}
