"""Money: the plan's own table and the interventions' budgets, year by year, with an outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.codes import COSTS, INCOME, MoneyKind
from tracker.demo.budgets import Post, posts_of
from tracker.demo.people import Row
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.demo.spans import recorded

ORE = 100
HUNDREDS = 100
SPENT = {
    MoneyKind.CONTRIBUTION: (1.0, 1.0),
    MoneyKind.OTHER_INCOME: (0.93, 1.06),
    MoneyKind.INDIVIDUAL: (0.955, 1.03),
    MoneyKind.STRUCTURAL: (0.94, 1.04),
    MoneyKind.POOL: (0.62, 0.95),
    MoneyKind.UNALLOCATED: (0.25, 0.6),
    MoneyKind.ADMINISTRATION: (0.94, 1.02),
    MoneyKind.OTHER_COST: (0.92, 1.04),
    MoneyKind.OPENING_EQUITY: (1.0, 1.0),
}
"""Outcome as a share of the budget, from and to."""
OUTLIERS = (0.925, 1.068)
"""A few interventions a year spend clearly less, or more."""
OUTLYING = 0.16
INTERIM = (8, 31)
LABEL = "Ingående eget kapital"
OPENING_SHARE = 0.24
"""Equity at the start as a share of the contributions, where the plan does not tell."""


@dataclass(frozen=True)
class Line:
    """A post with what came of it, in kronor."""

    post: Post
    outcome: int


def money_of(setting: Setting, sites: Sequence[Site], ids: dict[str, int]) -> list[Row]:
    """The rows of *ekonomi*: each year whole, the plan's year in August too, the next as budget."""
    lines = {year: list(_lines(setting, sites, year)) for year in setting.years}
    openings = _openings(setting, lines)
    rows: list[Row] = []
    for year, of_year in lines.items():
        has_ended = year <= setting.plan.year
        rows += [_whole(line, ids, has_ended=has_ended) for line in [*openings[year], *of_year]]
        if year == setting.plan.year:
            rows += [_interim(setting, line, ids) for line in [*openings[year], *of_year]]
    return [_recorded(setting, row) for row in rows]


def _lines(setting: Setting, sites: Sequence[Site], year: int) -> Iterator[Line]:
    for post in posts_of(setting, sites, year):
        if post.kind != MoneyKind.OPENING_EQUITY:
            yield Line(post, _spent(setting, post))


def _spent(setting: Setting, post: Post) -> int:
    """The outcome of a post, in whole hundreds; income that is certain comes as it was planned."""
    chance = setting.chance("money", str(post.year), post.kind, post.site or "", post.label)
    low, high = SPENT[MoneyKind(post.kind)]
    share = chance.between(low, high)
    if post.site and chance.happens(OUTLYING):
        share = chance.one_of(OUTLIERS)
    return post.budget if low == high else round(post.budget * share / HUNDREDS) * HUNDREDS


def _openings(setting: Setting, lines: dict[int, list[Line]]) -> dict[int, list[Line]]:
    """Equity at the start of each year: as planned in the plan's year, the others follow."""
    year = setting.plan.year
    planned = [post for post in posts_of(setting, (), year) if _is_opening(post)]
    capital = sum(post.budget for post in planned) or _some_capital(lines[year])
    own = planned or [Post(year, MoneyKind.OPENING_EQUITY, LABEL, None, capital)]
    found = {year: [Line(post, post.budget) for post in own]}
    for earlier in range(year - 1, setting.years.start - 1, -1):
        before = sum(line.outcome for line in found[earlier + 1])
        found[earlier] = [_opening(earlier, before - _result(lines[earlier]))]
    found[year + 1] = [_opening(year + 1, capital + _result(lines[year]))]
    return found


def _is_opening(post: Post) -> bool:
    return post.kind == MoneyKind.OPENING_EQUITY


def _opening(year: int, amount: int) -> Line:
    return Line(Post(year, MoneyKind.OPENING_EQUITY, LABEL, None, amount), amount)


def _some_capital(lines: list[Line]) -> int:
    contributions = sum(line.outcome for line in lines if line.post.kind == MoneyKind.CONTRIBUTION)
    usual = round(contributions * OPENING_SHARE / HUNDREDS) * HUNDREDS
    return max(usual, usual // 2 - _result(lines))


def _result(lines: list[Line]) -> int:
    signs = {**dict.fromkeys(INCOME, 1), **dict.fromkeys(COSTS, -1)}
    return sum(signs[MoneyKind(line.post.kind)] * line.outcome for line in lines)


def _whole(line: Line, ids: dict[str, int], *, has_ended: bool) -> Row:
    """The row of a whole year; of the year that has begun only what is known beforehand."""
    row = _row(line.post, ids)
    if has_ended or _is_opening(line.post):
        row["outcome"] = line.outcome * ORE
    if has_ended and line.post.site:
        row["requisitioned"] = line.outcome * ORE
    return row


def _interim(setting: Setting, line: Line, ids: dict[str, int]) -> Row:
    """The same post as it stood at the end of August, and what was expected of the year."""
    chance = setting.chance("interim", line.post.kind, line.post.site or "", line.post.label)
    row = _row(line.post, ids)
    row["through"] = date(line.post.year, *INTERIM)
    certain = SPENT[MoneyKind(line.post.kind)] == (1.0, 1.0)
    part = 1.0 if certain else chance.between(0.6, 0.69)
    expected = 1.0 if certain else chance.between(0.98, 1.02)
    row["outcome"] = round(line.outcome * part / HUNDREDS) * HUNDREDS * ORE
    row["forecast"] = round(line.outcome * expected / HUNDREDS) * HUNDREDS * ORE
    if line.post.site:
        row["requisitioned"] = row["outcome"]
    return row


def _row(post: Post, ids: dict[str, int]) -> Row:
    return {
        "year": post.year,
        "through": None,
        "kind": post.kind,
        "intervention_id": ids.get(post.site or ""),
        "label": post.label,
        "budget": post.budget * ORE,
        "granted": post.budget * ORE if post.site else None,
        "requisitioned": None,
        "outcome": None,
        "forecast": None,
    }


def _recorded(setting: Setting, row: Row) -> Row:
    chance = setting.chance("bookkeeping", str(row["year"]), row["label"])
    known = row["through"] or date(row["year"], 12, 31)
    entered = recorded(chance, min(known, setting.today), setting)
    return {**row, "recorded_at": entered, "recorded_by": "kansliet"}
