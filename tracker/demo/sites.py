"""The interventions of the demo: how many take part, how long, when, who, and how well it goes."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from unicodedata import normalize

from tracker.demo.chance import Chance, added, limited
from tracker.demo.made_up import planned_interventions
from tracker.demo.setting import Setting
from tracker.plans.model import PlannedIntervention

PLACE_COST = 45_000
"""Kronor a place, about the planned cost of the associations that state both."""
FEWEST, MOST = 15, 90
USUAL = 30
"""Participants a year of an intervention with neither plan nor budget."""
LENGTHS = (6, 9, 9, 12)
SHORT_LENGTHS = (6, 9)
SHORT_LIVED = 1200
"""Days that a whole intervention runs at most for episodes to be short."""
DAYS_A_YEAR = 365.25
MONTHS = 12
STAY = 0.83
"""How long people stay on average, of the planned length."""
SPREAD = 0.13
"""How far the best and the poorest intervention lie from the middle, in units of share."""


@dataclass(frozen=True)
class Site:
    """An intervention as the demo needs it."""

    key: str
    name: str
    individual: bool
    start: date
    """Its first day that the demo looks at."""
    end: date | None
    began: date | None
    """Its own first day, where it is known or follows from its budget."""
    places: int
    """Participants a year."""
    length: int
    """Planned months of one episode."""
    municipalities: tuple[str, ...]
    budget: tuple[tuple[int, int], ...]
    """Kronor by year, as the plan has them."""
    esf: bool
    women: float
    newcomers: bool
    prefix: str = ""
    """What its running numbers begin with."""
    effect: float = 0.0
    """How much likelier an exit is to succeed than elsewhere."""
    degrees: bool = False
    """Whether it records how large a part of the livelihood is public support."""
    follow_ups: tuple[int, ...] = (3, 6)
    episodes: int = 0


def sites_of(setting: Setting) -> tuple[Site, ...]:
    """The interventions of the plan, or made-up ones, with everything that chance decides."""
    planned = planned_interventions(setting.plan)
    everywhere = _places(planned)
    sites = [_site(setting, one, everywhere) for one in planned]
    return _with_episodes(setting, _with_effects(setting, _with_prefixes(sites)))


def _site(setting: Setting, planned: PlannedIntervention, everywhere: tuple[str, ...]) -> Site:
    values = dict(planned.values)
    chance = setting.chance("site", planned.key)
    began, end = _days(setting, planned)
    first = date(setting.years.start - 1, 1, 1)
    words = f"{values.get('namn', '')} {values.get('målgrupp', '')}".lower()
    own = tuple(values["kommuner"].split("+")) if values.get("kommuner") else everywhere
    budget = tuple((year, int(amount)) for year, amount in planned.budget)
    return Site(
        key=planned.key,
        name=values.get("namn", planned.key),
        individual=values.get("inriktning", "individ") == "individ",
        start=max(began, first) if began else first,
        end=end,
        began=began,
        places=_participants(values, dict(budget), setting.plan.year),
        length=int(values.get("planerad_längd", 0)) or _usual_length(chance, began, end),
        municipalities=own,
        budget=budget,
        esf=values.get("esf") == "ja",
        women=_share_of_women(words),
        newcomers="utrikesfödda" in words or "nyanlända" in words,
        degrees=chance.happens(0.6),
        follow_ups=_months(values.get("uppföljningar", "")) or _usual_months(chance),
    )


def _usual_length(chance: Chance, began: date | None, end: date | None) -> int:
    is_short = began is not None and end is not None and (end - began).days < SHORT_LIVED
    return chance.one_of(SHORT_LENGTHS if is_short else LENGTHS)


def _months(text: str) -> tuple[int, ...]:
    return tuple(int(month) for month in text.split("+")) if text else ()


def _usual_months(chance: Chance) -> tuple[int, ...]:
    return (3, 6, 12) if chance.happens(0.3) else (3, 6)


def _places(planned: tuple[PlannedIntervention, ...]) -> tuple[str, ...]:
    """Every municipality that some intervention names, each once."""
    named = [dict(one.values).get("kommuner", "") for one in planned]
    return tuple(dict.fromkeys(place for text in named for place in text.split("+") if place))


def _days(setting: Setting, planned: PlannedIntervention) -> tuple[date | None, date | None]:
    """When it runs: by its own dates, else by the years that it has money.

    Dates that are just the plan's year say when it is paid, not that it is new.
    """
    year = setting.plan.year
    values = dict(planned.values)
    start, end = (values.get(name, "") for name in ("start", "slut"))
    funded = [one for one, amount in planned.budget if amount]
    began = date.fromisoformat(start) if start else None
    ended = date.fromisoformat(end) if end else None
    if funded and not began and min(year for year, _ in planned.budget) < funded[0]:
        began = date(funded[0], 1, 1)
    if funded and not ended and max(year for year, _ in planned.budget) > funded[-1]:
        ended = date(funded[-1], 12, 31)
    return (
        None if began == date(year, 1, 1) and start else began,
        None if ended == date(year, 12, 31) and end else ended,
    )


def _participants(values: dict[str, str], budget: dict[int, int], year: int) -> int:
    """Participants a year: what is planned, else what the budget pays for."""
    low, high = (int(values.get(f"planerat_{end}", 0)) for end in ("min", "max"))
    if low or high:
        return (low + high) // 2 if low and high > low else (low or high) * 11 // 10
    money = budget.get(year) or max(budget.values(), default=0)
    return int(limited(round(money / PLACE_COST), FEWEST, MOST)) if money else USUAL


def _share_of_women(words: str) -> float:
    women, men = (re.search(rf"\b{word}\b", words) for word in ("kvinnor", "män"))
    if bool(women) == bool(men):
        return 0.55
    return 1.0 if women else 0.0


def _with_prefixes(sites: list[Site]) -> list[Site]:
    """A prefix for each: the first letters of its name, as many as set it apart."""
    taken: set[str] = set()
    return [replace(site, prefix=_prefix(site, taken)) for site in sites]


def _prefix(site: Site, taken: set[str]) -> str:
    plain = normalize("NFKD", site.name.upper())
    letters = "".join(letter for letter in plain if "A" <= letter <= "Z") or "X"
    candidates = [letters[:size] for size in range(1, min(len(letters), 4) + 1)]
    more = (f"{letters[:2]}{number}" for number in count(2))
    found = next(one for group in (candidates, more) for one in group if one not in taken)
    taken.add(found)
    return found


def _with_effects(setting: Setting, sites: list[Site]) -> list[Site]:
    """Differences between interventions, real but modest, and none on the whole."""
    individual = [site for site in sites if site.individual]
    steps = max(len(individual) - 1, 1)
    spread = [SPREAD * (2 * place / steps - 1) for place in range(len(individual))]
    drawn = setting.chance("effects").shuffled(spread if len(individual) > 1 else [0.0])
    total = added(site.places for site in individual) or 1.0
    middle = (
        added(site.places * effect for site, effect in zip(individual, drawn, strict=False)) / total
    )
    effects = {site.key: effect - middle for site, effect in zip(individual, drawn, strict=False)}
    return [replace(site, effect=effects.get(site.key, 0.0)) for site in sites]


def _with_episodes(setting: Setting, sites: list[Site]) -> tuple[Site, ...]:
    """How many episodes each has: by places, length and time, or its part of the asked size."""
    usual = {site.key: _usual_episodes(setting, site) for site in sites if site.individual}
    wanted = usual if setting.size is None else _parts(setting.size, usual)
    return tuple(replace(site, episodes=wanted.get(site.key, 0)) for site in sites)


def _usual_episodes(setting: Setting, site: Site) -> int:
    """Participants a year are those still there from before and the new ones."""
    first = max(site.start, setting.first_day)
    days = (min(site.end or setting.today, setting.today) - first).days
    new_a_year = site.places / (1 + site.length / MONTHS * STAY)
    there_at_start = new_a_year * site.length / MONTHS * STAY if site.start < first else 0
    return max(3, round(new_a_year * days / DAYS_A_YEAR + there_at_start))


def _parts(total: int, weights: dict[str, int]) -> dict[str, int]:
    """A whole number divided by weights, nothing lost: the largest remainders get one more."""
    whole = sum(weights.values()) or 1
    parts = {key: total * weight // whole for key, weight in weights.items()}
    left = total - sum(parts.values())
    by_rest = sorted(weights, key=lambda key: (-(total * weights[key] % whole), key))
    return {key: part + (key in by_rest[:left]) for key, part in parts.items()}
