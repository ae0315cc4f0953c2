"""Who begins: sex, age, what they live on and how they are, at the entry (*inregistrering*)."""

from typing import Any

from db.codes import Support, to_mask
from tracker.demo.chance import Chance, Odds, limited
from tracker.demo.sites import Site

Row = dict[str, Any]

AGES = Odds(
    {"16-24": 0.19, "25-29": 0.15, "30-39": 0.25, "40-49": 0.21, "50-59": 0.15, "60-": 0.05}
)
YOUNG = ("16-24", "25-29")
INITIATORS = Odds(
    {"kommun": 0.44, "AF": 0.2, "FK": 0.19, "region": 0.1, "individ": 0.05, "annan": 0.02}
)
EDUCATION = Odds(
    {
        "ej_grundskola": 0.1,
        "grundskola": 0.31,
        "gymnasium": 0.45,
        "eftergymnasial_kort": 0.06,
        "eftergymnasial_lång": 0.08,
    }
)
EDUCATION_OF_NEWCOMERS = Odds(
    {
        "ej_grundskola": 0.35,
        "grundskola": 0.33,
        "gymnasium": 0.2,
        "eftergymnasial_kort": 0.05,
        "eftergymnasial_lång": 0.07,
    }
)
TIMES = Odds(
    {
        "under_1_år": 0.15,
        "1-2_år": 0.27,
        "3-5_år": 0.27,
        "6-9_år": 0.17,
        "10_år_eller_mer": 0.14,
    }
)
SUPPORT = Odds(
    {
        (Support.SOCIAL_ASSISTANCE,): 0.34,
        (Support.SICKNESS,): 0.17,
        (Support.ACTIVITY_SUPPORT,): 0.1,
        (Support.ACTIVITY_SUPPORT, Support.SOCIAL_ASSISTANCE): 0.08,
        (Support.ACTIVITY_COMPENSATION,): 0.08,
        (Support.UNEMPLOYMENT,): 0.05,
        (Support.DISABILITY,): 0.02,
        (Support.SICKNESS, Support.SOCIAL_ASSISTANCE): 0.02,
        (Support.INTRODUCTION,): 0.02,
        (Support.OTHER,): 0.03,
        (): 0.09,
    }
)
SUPPORT_OF_NEWCOMERS = Odds(
    {
        (Support.SOCIAL_ASSISTANCE,): 0.46,
        (Support.INTRODUCTION,): 0.2,
        (Support.INTRODUCTION, Support.SOCIAL_ASSISTANCE): 0.1,
        (Support.ACTIVITY_SUPPORT, Support.SOCIAL_ASSISTANCE): 0.08,
        (Support.STUDY_AID,): 0.03,
        (): 0.13,
    }
)
NONE = to_mask(Support, [])
AE = to_mask(Support, [Support.ACTIVITY_COMPENSATION])
SICK = to_mask(Support, [Support.SICKNESS])
STUDY_AID = to_mask(Support, [Support.STUDY_AID])
MASKS = {codes: to_mask(Support, list(codes)) for codes in (*SUPPORT, *SUPPORT_OF_NEWCOMERS)}
DEGREES = Odds({100: 0.74, 75: 0.14, 50: 0.12})
SICK_LEAVE = Odds({100: 0.66, 75: 0.1, 50: 0.19, 25: 0.05})
LITTLE_SICK_LEAVE = Odds({0: 0.72, 25: 0.14, 50: 0.09, 100: 0.05})


def person_at_entry(chance: Chance, site: Site, row: Row) -> float:
    """Fill in a person at the entry; returns how near to work they are, around 0."""
    row["sex"] = "kvinna" if chance.happens(site.women) else "man"
    row["age_band"] = chance.weighted(AGES)
    row["municipality"] = _home(chance, site)
    row["initiated_by"] = chance.weighted(INITIATORS)
    row["education"] = chance.weighted(EDUCATION_OF_NEWCOMERS if site.newcomers else EDUCATION)
    _support(chance, site, row)
    nearness = _nearness(chance, row)
    _occupation(chance, row, nearness)
    _well_being(chance, row, nearness)
    return nearness


def _home(chance: Chance, site: Site) -> str | None:
    """Mostly the first of the intervention's municipalities, the largest."""
    places = site.municipalities
    if not places:
        return None
    return places[int(min(chance.draw(), chance.between(0, 1.5)) * len(places))]


def _support(chance: Chance, site: Site, row: Row) -> None:
    codes = chance.weighted(SUPPORT_OF_NEWCOMERS if site.newcomers else SUPPORT)
    mask = MASKS[codes]
    if mask == AE and row["age_band"] not in YOUNG:
        mask = SICK
    row["support_before"] = mask
    row["support_time"] = "ingen" if mask == NONE else chance.weighted(TIMES)
    if site.degrees and chance.happens(0.85):
        row["support_degree_before"] = 0 if mask == NONE else chance.weighted(DEGREES)


def _nearness(chance: Chance, row: Row) -> float:
    nearness = chance.bell() * 0.7
    nearness += 0.25 if row["education"].startswith(("gymn", "efter")) else -0.2
    nearness -= 0.5 if row["support_time"] in ("6-9_år", "10_år_eller_mer") else -0.15
    return nearness - (0.2 if row["age_band"] in ("50-59", "60-") else 0.0)


def _occupation(chance: Chance, row: Row, nearness: float) -> None:
    works = chance.happens(limited(0.07 + 0.03 * nearness, 0.01, 0.3))
    studies = not works and chance.happens(0.3 if row["support_before"] == STUDY_AID else 0.03)
    row["work_before"] = chance.one_of((25, 50)) if works else 0
    row["study_before"] = chance.one_of((50, 100)) if studies else 0
    row["seeking_before"] = not works and not studies and chance.happens(0.36)


def _well_being(chance: Chance, row: Row, nearness: float) -> None:
    """Health 1-5, work ability 0-10, sick leave in per cent."""
    row["health_before"] = int(limited(2.9 + 0.35 * nearness + 0.8 * chance.bell(), 1, 5))
    row["ability_before"] = int(limited(4.2 + 0.8 * nearness + 1.7 * chance.bell(), 0, 10))
    sick = bool(row["support_before"] & SICK)
    row["sick_leave_before"] = chance.weighted(SICK_LEAVE if sick else LITTLE_SICK_LEAVE)
