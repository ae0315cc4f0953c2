"""Judging the counts of a whole annual report together, against only listing its relations.

About 3,000 cells in three years of goals and six tables. The bar: well under half a second, also
when the same was published before. Prints ratios measured in one run, for cells of various size.
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product

from tracker.privacy import Count, Earlier, Rule, Sum, publish_counts
from tracker.privacy.ledger import Ledger

ROUNDS = 5
INSATSER = (None, *(f"i{number}" for number in range(9)))
SEXES = (None, "kvinna", "man")
PARTS = ("", *(f"p{number}" for number in range(7)))


def a_table(
    chance: random.Random, measure: str, year: int, parts: Sequence[str], mean: int
) -> tuple[list[Count], list[Sum]]:
    """A table by intervention, sex and category with all its margins."""
    inner = {
        place: int(chance.expovariate(1 / mean))
        for place in product(INSATSER[1:], SEXES[1:], parts[1:] or parts)
    }
    days = (date(year, 1, 1), date(year + 1, 1, 1))
    cells = {}
    for insats, sex, part in product(INSATSER, SEXES, parts):
        number = sum(
            value
            for (one, other, third), value in inner.items()
            if insats in (None, one) and sex in (None, other) and part in ("", third)
        )
        cells[insats, sex, part] = Count(measure, *days, number, "", part, insats, sex)
    sums = []
    for (insats, sex, part), whole in cells.items():
        if insats is None:
            sums.append(Sum(whole, tuple(cells[one, sex, part] for one in INSATSER[1:])))
        if sex is None:
            sums.append(Sum(whole, tuple(cells[insats, one, part] for one in SEXES[1:])))
        if not part and len(parts) > 1:
            sums.append(Sum(whole, tuple(cells[insats, sex, one] for one in parts[1:])))
    return list(cells.values()), sums


def a_report(mean: int) -> tuple[list[Count], list[Sum]]:
    """Goals over three years and tables with categories of one."""
    chance = random.Random(2021)
    counts: list[Count] = []
    sums: list[Sum] = []
    tables = [(f"mål{at}", year, PARTS[:1]) for at in range(18) for year in (2019, 2020, 2021)]
    tables += [(f"tabell{at}", 2021, PARTS) for at in range(6)]
    for name, year, parts in tables:
        more, relations = a_table(chance, name, year, parts, mean)
        counts += more
        sums += relations
    return counts, sums


def seconds(work: Callable[[], object]) -> float:
    """The median of some rounds, in time of the processor."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def list_relations(counts: Sequence[Count], sums: Sequence[Sum]) -> None:
    """Only number the counts and keep the relations."""
    ledger = Ledger(Rule())
    for count in counts:
        ledger.add(count)
    ledger.add_sums(sums)


def main() -> None:
    """Time both for small, usual and large cells."""
    for mean in (10, 40, 150):
        counts, sums = a_report(mean)
        reasons = publish_counts(counts, sums, rule=Rule())
        hidden = {count: reason for count, reason in reasons.items() if reason is not None}
        small = sum(reason == "small" for reason in hidden.values())
        before = [Earlier(frozenset(counts) - hidden.keys(), hidden, tuple(sums))]
        bare = seconds(lambda: list_relations(counts, sums))  # noqa: B023 - used at once
        once = seconds(lambda: publish_counts(counts, sums, rule=Rule()))  # noqa: B023
        again = seconds(lambda: publish_counts(counts, sums, rule=Rule(), earlier=before))  # noqa: B023
        print(
            f"{len(counts)} cells of {mean} on average, {small} small, {len(hidden)} hidden: "
            f"judged in {once:.2f} s, {once / bare:.0f} x listing the relations; "
            f"with the year before {again:.2f} s, {again / bare:.0f} x"
        )


if __name__ == "__main__":
    main()
