"""People who are counted without a row: anonymous ones, and those who come to structural work."""

from collections.abc import Iterator, Sequence
from datetime import date

from db.codes import CountKind
from tracker.demo.people import Row
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.demo.spans import recorded

SEXES = ("kvinna", "man")
WHOLE = {"municipality": "", "part": "", "hidden": False, "replaced": False}
"""What every such count is: of no part, and shown."""
MOST_ANONYMOUS = 3
SOME = 0.3
"""Share of interventions with anonymous participants."""
VOLUME = (45, 120)
"""Visitors of a structural intervention, of each sex."""


def counts_of(setting: Setting, sites: Sequence[Site], ids: dict[str, int]) -> list[Row]:
    """The rows of *antal*, each for a whole year that has ended."""
    return [
        row
        for site in sites
        for year in setting.years[:-1]
        if site.start.year <= year and (site.end is None or site.end.year >= year)
        for row in _counts(setting, site, year, ids[site.key])
    ]


def _counts(setting: Setting, site: Site, year: int, intervention_id: int) -> Iterator[Row]:
    chance = setting.chance("counts", site.key, str(year))
    if not site.individual:
        kind, (low, high) = CountKind.VOLUME, VOLUME
    elif _has_anonymous(setting, site):
        kind, low, high = CountKind.ANONYMOUS, 1, MOST_ANONYMOUS
    else:
        return
    for sex in SEXES:
        yield {
            "start_date": date(year, 1, 1),
            "end_date": date(year, 12, 31),
            "intervention_id": intervention_id,
            "sex": sex,
            "measure": kind,
            "numerator": chance.whole(low, high),
            **WHOLE,
            "recorded_at": recorded(chance, date(year + 1, 1, 20), setting),
            "recorded_by": "kansliet",
        }


def _has_anonymous(setting: Setting, site: Site) -> bool:
    """Not where a goal counts the participants: a count of a year says nothing of half of it."""
    counted = {
        key
        for goal in setting.plan.goals
        if goal.measure == "participants"
        for key in goal.insatser
    }
    return site.key not in counted and setting.chance("anonymous", site.key).happens(SOME)
