"""The posts of a year's budget: the plan's own table, with a post for each intervention in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.codes import MoneyKind
from tracker.demo.setting import Setting
from tracker.demo.sites import Site
from tracker.plans.model import BudgetRow

A_YEAR_EARLIER = 0.97
"""Budgets of years that the plan does not print, a year further back."""
THOUSAND = 1000
OF_INTERVENTIONS = (MoneyKind.INDIVIDUAL, MoneyKind.STRUCTURAL)
MONTHS = 12


@dataclass(frozen=True)
class Post:
    """One post of a budget, in kronor."""

    year: int
    kind: str
    label: str
    site: str | None
    budget: int


def posts_of(setting: Setting, sites: Sequence[Site], year: int) -> list[Post]:
    """The posts of a year: those of the interventions, and the table's rows that are none."""
    own = [post for site in sites if (post := _of_site(site, year)) is not None]
    return own + [
        Post(year, row.kind, row.label, None, amount)
        for row in _table(setting, sites)
        if (amount := _amount(_kronor(row), year, setting.plan.year)) is not None
    ]


def _of_site(site: Site, year: int) -> Post | None:
    """What an intervention gets in a year in which it runs, by its months."""
    amount = _amount(dict(site.budget), year, None)
    ended = site.end is not None and site.end.year < year
    if not amount or ended or year < site.start.year:
        return None
    if site.began and site.began.year == year:
        months = MONTHS + 1 - site.began.month
        amount = amount if _is_printed(site, year) else amount * months // MONTHS
    kind = MoneyKind.INDIVIDUAL if site.individual else MoneyKind.STRUCTURAL
    return Post(year, kind, "", site.key, amount)


def _is_printed(site: Site, year: int) -> bool:
    return year in dict(site.budget)


def _kronor(row: BudgetRow) -> dict[int, int]:
    return {year: int(amount) for year, amount in row.amounts}


def _amount(printed: dict[int, int], year: int, only_from: int | None) -> int | None:
    """The printed amount, else the nearest year's, a little less for years before.

    A table's row without an amount in the plan's year (`only_from`) is not carried to other years.
    """
    if year in printed:
        return printed[year]
    if not printed or (only_from is not None and only_from not in printed):
        return None
    first, last = min(printed), max(printed)
    if year > last:
        return printed[last]
    amount = float(printed[first])
    for _ in range(first - year):
        amount *= A_YEAR_EARLIER
    return round(amount / THOUSAND) * THOUSAND


def _table(setting: Setting, sites: Sequence[Site]) -> Iterator[BudgetRow]:
    """The rows of the plan's table but those that stand for interventions, alone or together."""
    for row in setting.plan.budget:
        if row.kind not in OF_INTERVENTIONS or not _stands_for(row, sites):
            yield row


def _stands_for(row: BudgetRow, sites: Sequence[Site]) -> bool:
    """Whether a row is the budget of an intervention, or of all of its kind together."""
    individual = row.kind == MoneyKind.INDIVIDUAL
    budgets = [dict(site.budget) for site in sites if site.individual == individual]
    funded = [budget for budget in budgets if budget]
    kronor = _kronor(row)
    year = next((year for year, amount in kronor.items() if amount), None)
    if year is None or not funded:
        return False
    amounts = [budget.get(year, 0) for budget in funded]
    return kronor[year] in (*amounts, sum(amounts))
