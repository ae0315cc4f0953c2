"""Checks on how well outcomes and ratings are filled in, by intervention and by column."""

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction

from db.tallies.missing import ExitDays, count_lacking
from db.tallies.quality import spreads
from tracker.measures.needed import needs_of
from tracker.periods import year_of
from tracker.problems import N_
from tracker.quality.desk import Desk
from tracker.quality.fields import entry_gaps
from tracker.quality.model import Check, Row
from tracker.validation.participants import EPISODES

MOST_MISSING = Fraction(1, 5)
FEWEST_EXITS = 5
"""Exits in a year below which a share says nothing."""
RATINGS = ("health_before", "health_after", "ability_before", "ability_after")
FEWEST_RATINGS = 10
"""Ratings that may be alike by chance."""
NAMES = {column.attribute: column.name for column in EPISODES.columns}


def _missing(desk: Desk) -> Iterable[Row]:
    """Exits of this year and the last; they are given the time in which a follow-up is not late."""
    plan = desk.workspace.plan_for(desk.today)
    grace = plan.settings.grace_days if plan else 0
    for year in (desk.today.year, desk.today.year - 1):
        days = year_of(year)
        end = min(days.end, desk.today - timedelta(days=grace))
        needs = needs_of(desk.workspace.plan_for(days.last_day), desk.places)
        exits = ExitDays(desk.association_id, days.start, end)
        for place, (lacking, all_) in sorted(count_lacking(desk.session, exits, needs).items()):
            if all_ >= FEWEST_EXITS and Fraction(lacking, all_) > MOST_MISSING:
                key = (("insats", desk.key(place)), ("år", str(year)))
                said = desk.language.text("{x} of {n} exits", x=lacking, n=all_)
                yield Row("deltaganden", key, said, size=str(10 * lacking // all_))


def _same(desk: Desk) -> Iterable[Row]:
    for spread in spreads(desk.session, desk.association_id, RATINGS):
        if spread.number >= FEWEST_RATINGS and spread.least == spread.greatest:
            key = (("insats", desk.key(spread.intervention_id)), ("kolumn", NAMES[spread.column]))
            said = desk.language.text(
                "{value} in all {number}", value=spread.least, number=spread.number
            )
            yield Row("deltaganden", key, said)


def _gaps(desk: Desk) -> Iterable[Row]:
    for gap in entry_gaps(desk):
        if MOST_MISSING < gap.share <= Fraction(1, 2):
            said = desk.language.text("{x} of {n} empty", x=gap.empty, n=gap.required)
            key = (("kolumn", gap.column),)
            yield Row("deltaganden", key, said, size=str(int(10 * gap.share)))


CHECKS = (
    Check(
        "utfall_saknas",
        "warning",
        N_("Many outcomes are missing at the exit"),
        N_(
            "More than a fifth of the year's exits lack an outcome that a goal needs. “Not known” "
            "and “declined” are answers; empty is none. The work list names the exits."
        ),
        find=_missing,
        listed_in="work_list",
    ),
    Check(
        "samma_värde",
        "warning",
        N_("The same rating everywhere"),
        N_(
            "Every participant of the intervention has the same value. Was it asked, or filled in "
            "to get on? A rating that was not asked is left empty."
        ),
        find=_same,
    ),
    Check(
        "luckor",
        "info",
        N_("A column in use has many gaps"),
        N_(
            "Most rows have it, more than a fifth say nothing. “Not known” and “declined” are "
            "answers; empty is none."
        ),
        find=_gaps,
    ),
)
