"""How it went: work, studies, livelihood, well-being and the next step at the exit."""

from datetime import date

from db.codes import NextStep, Support, to_mask
from tracker.demo.chance import Chance, Odds, limited
from tracker.demo.people import NONE, STUDY_AID, Row
from tracker.demo.sites import Site

SHARE_BY_REASON = {"enligt_plan": 0.47, "insatsen_upphör": 0.26, "flytt": 0.2, "annan": 0.25}
OTHERWISE = 0.08
"""Share to work or studies by exit reason; with these about 31 % of all exits."""
WOMEN, MEN = -0.025, 0.035
ONE_YEAR_BEFORE = -0.04
"""The pandemic's year, and others like it, went a little less well."""
OCCUPATIONS = Odds({"work": 0.66, "study": 0.27, "both": 0.07})
WORK_KINDS = Odds({"osubventionerat": 0.5, "subventionerat": 0.46, "eget_företag": 0.04})
WORK_EXTENT = Odds({100: 0.38, 75: 0.17, 50: 0.3, 25: 0.15})
STUDY_EXTENT = Odds({100: 0.55, 50: 0.35, 25: 0.1})
HALF = 50
BETTER_HEALTH = (0.44, 0.13)
"""Share whose self-rated health rises, and falls, among those who completed."""
ACTIVITY_SUPPORT = to_mask(Support, [Support.ACTIVITY_SUPPORT])
SOCIAL_ASSISTANCE = to_mask(Support, [Support.SOCIAL_ASSISTANCE])
STEPS_AT_WORK: Odds[tuple[NextStep, ...]] = Odds(
    {
        (NextStep.WORK,): 0.9,
        (NextStep.OWN_BUSINESS,): 0.04,
        (NextStep.OTHER,): 0.06,
    }
)
STEPS_OF_OTHERS: Odds[tuple[NextStep, ...]] = Odds(
    {
        (NextStep.EMPLOYMENT_SERVICE,): 0.22,
        (NextStep.REINFORCED_COOPERATION,): 0.11,
        (NextStep.MUNICIPAL,): 0.16,
        (NextStep.CARE,): 0.15,
        (NextStep.MUNICIPAL, NextStep.CARE): 0.03,
        (NextStep.ASSOCIATION,): 0.06,
        (NextStep.OTHER,): 0.08,
        (NextStep.WORK,): 0.01,
        (): 0.18,
    }
)
STEP_MASKS = {steps: to_mask(NextStep, list(steps)) for steps in (*STEPS_AT_WORK, *STEPS_OF_OTHERS)}
STUDIES = to_mask(NextStep, [NextStep.STUDIES])


def outcome_at_exit(chance: Chance, site: Site, row: Row, nearness: float, plan_year: int) -> None:
    """Fill in what is known at the exit; nothing of those who died."""
    reason, ended = row["exit_reason"], row["end_date"]
    row["may_contact"] = reason != "återtaget_samtycke" and chance.happens(0.86)
    if reason == "avliden":
        row["may_contact"] = None
        return
    succeeded = chance.happens(_share(site, row, nearness, ended, plan_year))
    _occupation(chance, row, succeeded=succeeded)
    _livelihood(chance, row, succeeded=succeeded)
    _well_being(chance, site, row, succeeded=succeeded)
    _next(chance, site, row, succeeded=succeeded)


def _share(site: Site, row: Row, nearness: float, ended: date, plan_year: int) -> float:
    share = SHARE_BY_REASON.get(row["exit_reason"], OTHERWISE)
    share += WOMEN if row["sex"] == "kvinna" else MEN
    share += ONE_YEAR_BEFORE if ended.year == plan_year - 1 else 0.0
    return limited(share + site.effect + 0.07 * nearness, 0.02, 0.95)


def _occupation(chance: Chance, row: Row, *, succeeded: bool) -> None:
    chosen = chance.weighted(OCCUPATIONS) if succeeded else ""
    row["work_after"] = chance.weighted(WORK_EXTENT) if chosen in ("work", "both") else 0
    row["study_after"] = chance.weighted(STUDY_EXTENT) if chosen in ("study", "both") else 0
    if row["work_after"]:
        row["work_kind_after"] = chance.weighted(WORK_KINDS)
    if chosen == "both" and chance.happens(0.9):
        row["work_after"] = row["study_after"] = HALF
    row["seeking_after"] = not succeeded and chance.happens(0.4)


def _livelihood(chance: Chance, row: Row, *, succeeded: bool) -> None:
    """Support after the exit: gone, less, another one, or as before."""
    before = row["support_before"]
    own = row["work_after"] >= HALF and row["work_kind_after"] != "subventionerat"
    after = before
    none_left = 0.85 if own else 0.3 if succeeded else 0.07
    if chance.happens(none_left):
        after = NONE
    elif row["study_after"]:
        after = STUDY_AID
    elif not succeeded and chance.happens(0.2):
        after = chance.one_of((ACTIVITY_SUPPORT, SOCIAL_ASSISTANCE, before))
    row["support_after"] = after
    if row["support_degree_before"] is not None and chance.happens(0.93):
        row["support_degree_after"] = _degree(chance, row, after, succeeded=succeeded)


def _degree(chance: Chance, row: Row, after: int, *, succeeded: bool) -> int:
    before = int(row["support_degree_before"])
    if after == NONE:
        return 0
    if before == 0:
        return 50
    less = chance.happens(0.65 if succeeded else 0.17)
    return max(25, before - chance.one_of((25, 50))) if less else before


def _well_being(chance: Chance, site: Site, row: Row, *, succeeded: bool) -> None:
    more = 0.12 if succeeded else 0.0
    more += site.effect / 2 - (0.0 if row["exit_reason"] == "enligt_plan" else 0.14)
    row["health_after"] = _moved(chance, row["health_before"], more, 1, 5)
    row["ability_after"] = _moved(chance, row["ability_before"], more + 0.06, 0, 10)
    sick = row["sick_leave_before"]
    if chance.happens(0.3 + more):
        row["sick_leave_after"] = max(0, sick - chance.one_of((25, 50)))
    else:
        row["sick_leave_after"] = min(100, sick + 25) if chance.happens(0.09) else sick


def _moved(chance: Chance, before: int, more: float, low: int, high: int) -> int:
    """A self-rating a little later: higher, lower or the same."""
    rises, falls = BETTER_HEALTH
    if chance.happens(rises + more):
        return min(high, before + (2 if chance.happens(0.25) else 1))
    return max(low, before - 1) if chance.happens(falls / (1 - rises)) else before


def _next(chance: Chance, site: Site, row: Row, *, succeeded: bool) -> None:
    completed = row["exit_reason"] == "enligt_plan"
    if succeeded and row["work_after"]:
        row["next_step"] = STEP_MASKS[chance.weighted(STEPS_AT_WORK)]
    elif succeeded:
        row["next_step"] = STUDIES
    else:
        row["next_step"] = STEP_MASKS[chance.weighted(STEPS_OF_OTHERS)]
    has_plan = 0.97 if succeeded else 0.93 if completed else 0.7
    row["plan_after"] = chance.happens(has_plan)
    forward = 0.93 if succeeded else 0.42 + site.effect if completed else 0.12
    row["step_forward"] = chance.happens(forward)
