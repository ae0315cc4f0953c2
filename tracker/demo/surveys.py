"""Survey rounds: a form for all each autumn, one for everybody who leaves, and how many answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from db.codes import RespondentGroup
from tracker.demo.answering import Asked, Batch, answers_of
from tracker.demo.chance import Odds
from tracker.demo.people import Row
from tracker.demo.questionnaires import Questionnaire, levels_of, questionnaires_of
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.demo.spans import recorded

MOST_FORMS = 150
"""Handed out to one intervention and round at most, however large the demo is."""
AUTUMN = (10, 4)
TERTIALS = ((1, 1), (5, 1), (9, 1))
"""Forms for those who leave are one round a tertial, so that interim reports can tell."""
BY_SITE = (RespondentGroup.ONGOING, RespondentGroup.ENDED, RespondentGroup.STAFF)
HOW_MANY = {
    RespondentGroup.STAFF: (3, 6),
    RespondentGroup.MANAGERS: (20, 32),
    RespondentGroup.REFERRERS: (28, 46),
    RespondentGroup.BOARD: (12, 18),
    RespondentGroup.DIRECTOR: (1, 1),
}
"""How many there are to ask; staff in each intervention, the others in the whole association."""
SEXES = Odds({"kvinna": 0.7, "man": 0.27, None: 0.03})
RATES = {
    RespondentGroup.ONGOING: (0.55, 0.75),
    RespondentGroup.ENDED: (0.5, 0.72),
    RespondentGroup.STAFF: (0.68, 0.8),
    RespondentGroup.MANAGERS: (0.47, 0.66),
    RespondentGroup.REFERRERS: (0.45, 0.6),
    RespondentGroup.BOARD: (0.6, 0.8),
    RespondentGroup.DIRECTOR: (1.0, 1.0),
}


@dataclass(frozen=True)
class Taking:
    """An episode as surveys need it."""

    start: date
    end: date | None
    sex: str | None

    def goes_on(self, day: date) -> bool:
        """Whether it goes on that day."""
        return self.start <= day and (self.end is None or self.end > day)


Takings = dict[str, list[Taking]]
"""By intervention."""


def surveys_of(
    setting: Setting, sites: Sequence[Site], takings: Takings, ids: dict[str, int]
) -> tuple[list[Row], list[Row]]:
    """All answers, and what was handed out."""
    answers: list[Row] = []
    mailings: list[Row] = []
    levels = levels_of(setting)
    for batch in _batches(setting, sites, takings):
        mailings.append(_mailing(setting, batch, ids))
        answers += answers_of(setting, batch, levels, ids)
    return answers, mailings


def _mailing(setting: Setting, batch: Batch, ids: dict[str, int]) -> Row:
    """How many forms; those handed out all year belong to the round's first answer."""
    chance = setting.chance("mailing", batch.round, batch.group, batch.site or "")
    return {
        "round": batch.round,
        "date": None if batch.group == RespondentGroup.ENDED else batch.sent,
        "respondent_group": batch.group,
        "intervention_id": ids.get(batch.site or ""),
        "number": len(batch.asked),
        "recorded_at": recorded(chance, batch.sent, setting),
        "recorded_by": "kansliet",
    }


def _batches(setting: Setting, sites: Sequence[Site], takings: Takings) -> Iterator[Batch]:
    for form in questionnaires_of(setting):
        for group in form.groups:
            for asking in _rounds(setting, form.name, RespondentGroup(group)):
                yield from _round(setting, form, asking, sites, takings)


@dataclass(frozen=True)
class Asking:
    """One group asked in one round."""

    round: str
    group: RespondentGroup
    sent: date
    end: date
    """The day after the last one on which a form can come back."""


def _rounds(setting: Setting, name: str, group: RespondentGroup) -> Iterator[Asking]:
    for year in setting.years:
        after = date(year + 1, 1, 1)
        if group != RespondentGroup.ENDED:
            asking = [Asking(f"{name or 'Höst'} {year}", group, date(year, *AUTUMN), after)]
        else:
            days = [*(date(year, *first) for first in TERTIALS), after]
            asking = [
                Asking(f"{name or 'Avslut'} {year}-T{number}", group, first, end)
                for number, (first, end) in enumerate(pairwise(days), 1)
            ]
        yield from (one for one in asking if one.sent < setting.today)


def _round(
    setting: Setting,
    form: Questionnaire,
    asking: Asking,
    sites: Sequence[Site],
    takings: Takings,
) -> Iterator[Batch]:
    """What is handed out: intervention by intervention where the group or the form has one."""
    if not form.insatser and asking.group not in BY_SITE:
        yield _batch(setting, form, asking, None, _colleagues(setting, asking, ""))
        return
    for site in sites:
        if _concerns(form, site) and _runs(site, asking.sent.year):
            asked = _asked(setting, site, asking, takings.get(site.key, []))
            if asked:
                yield _batch(setting, form, asking, site, asked)


def _batch(
    setting: Setting, form: Questionnaire, asking: Asking, site: Site | None, asked: list[Asked]
) -> Batch:
    key = site.key if site else None
    chance = setting.chance("rate", asking.round, asking.group, key or "")
    return Batch(
        round=asking.round,
        group=asking.group,
        site=key,
        sent=asking.sent,
        end=asking.end,
        asked=asked,
        questions=form.put_to(asking.group),
        rate=chance.between(*RATES[asking.group]),
        effect=site.effect if site else 0.0,
    )


def _concerns(form: Questionnaire, site: Site) -> bool:
    return site.key in form.insatser if form.insatser else site.individual


def _runs(site: Site, year: int) -> bool:
    return site.start.year <= year and (site.end is None or site.end.year >= year)


def _asked(setting: Setting, site: Site, asking: Asking, here: list[Taking]) -> list[Asked]:
    """The days from which forms can come back, and the sex of those asked."""
    if asking.group == RespondentGroup.ONGOING:
        found = [Asked(asking.sent, one.sex) for one in here if one.goes_on(asking.sent)]
    elif asking.group == RespondentGroup.ENDED:
        first, after = asking.sent, asking.end
        ended = [Asked(one.end, one.sex) for one in here if one.end and first <= one.end < after]
        found = sorted(ended, key=lambda one: (one.day, one.sex or ""))
    else:
        found = _colleagues(setting, asking, site.key)
    return found[:MOST_FORMS]


def _colleagues(setting: Setting, asking: Asking, site: str) -> list[Asked]:
    """People at work, whose sex most forms tell."""
    chance = setting.chance("colleagues", asking.round, asking.group, site)
    number = chance.whole(*HOW_MANY[asking.group])
    return [Asked(asking.sent, chance.weighted(SEXES)) for _ in range(number)]
