"""Persons by chance, the tables made of them, and a reader who solves everything from scratch.

The reader knows nothing of the rule under test: every number is the sum of the smallest groups of
persons (atoms) that it counts, and what can be told of a hidden number is plain linear algebra.
"""

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import product

from tracker.privacy.counts import Count, Sum

SEXES = ("kvinna", "man", "okänt")
INSATSER = ("krus", "navet", "ön")
PLACES = ("Lillby", "Storby")
THIRDS = (1, 5, 9)
NEEDS = ("a-kassa", "lön")
DIMENSIONS = {"insats": INSATSER, "sex": SEXES, "municipality": PLACES, "part": NEEDS}
KEYS = ("insats", "sex", "municipality", "part", "third", "success")
ATOMS = tuple(product(INSATSER, SEXES, PLACES, NEEDS, THIRDS, (True, False)))


def day(month, year=2021):
    return date(year + (month > 12), (month - 1) % 12 + 1, 1)


PERIODS = {
    "T1": (day(1), day(5)), "T2": (day(5), day(9)), "T3": (day(9), day(13)),
    "ack-T2": (day(1), day(9)), "year": (day(1), day(13)),
}  # fmt: skip


def holds(atom, count):
    """Whether the persons of an atom are among those of a count."""
    insats, sex, place, need, third, success = atom
    one = {"insats": insats, "sex": sex, "municipality": place, "part": need}
    same = all(getattr(count, name) in (None, "", one[name]) for name in one)
    inside = count.start <= day(third) < count.end
    return same and inside and (success or count.of != "x")


def counted(people, period, of="", **where):
    start, end = PERIODS[period]
    empty = Count("avslutade", start, end, 0, of, **where)
    value = sum(number for atom, number in people.items() if holds(atom, empty))
    return Count("avslutade", start, end, value, of, **where)


def a_table(people, period, *splits, of=""):
    """The cells of a table by some splits, and the sums that its margins make."""
    choices = [(None, *DIMENSIONS[name]) for name in splits]
    cells = {
        place: counted(people, period, of, **where(splits, place)) for place in product(*choices)
    }
    sums = []
    for place, whole in cells.items():
        for at, value in enumerate(place):
            if value is None:
                parts = [cells[(*place[:at], part, *place[at + 1 :])] for part in choices[at][1:]]
                sums.append(Sum(whole, tuple(parts)))
    return list(cells.values()), sums


def where(splits, place):
    return {
        name: value if name != "part" else (value or "")
        for name, value in zip(splits, place, strict=True)
    }


def vector(count):
    return {at: Fraction(1) for at, atom in enumerate(ATOMS) if holds(atom, count)}


def minus(one, other, times):
    left = dict(one)
    for at, value in other.items():
        left[at] = left.get(at, 0) - times * value
        if not left[at]:
            del left[at]
    return left


class Reader:
    """Keeps every printed number as an equation over atoms."""

    def __init__(self, shown=()):
        self.rows = {}
        self.shown = []
        self.read(shown)

    def read(self, shown):
        """Keep more printed numbers, such as those of a later publication."""
        for count in dict.fromkeys(shown):
            self.shown.append(count)
            left = self.left_of(vector(count))
            if left:
                pivot = min(left)
                self.rows[pivot] = {at: value / left[pivot] for at, value in left.items()}

    def left_of(self, row):
        """What of a row does not follow from the equations."""
        while True:
            pivot = next((at for at in sorted(row) if at in self.rows), None)
            if pivot is None:
                return row
            row = minus(row, self.rows[pivot], row[pivot])

    def can_solve(self, *terms):
        row = {}
        for count, sign in terms:
            row = minus(row, vector(count), -sign)
        return not self.left_of(row)

    def ends(self, count):
        """The least and the greatest number it can be, no group being of fewer than nobody."""
        from scipy.optimize import linprog

        wanted = [float(holds(atom, count)) for atom in ATOMS]
        given = [[float(holds(atom, one)) for atom in ATOMS] for one in self.shown]
        values = [one.value for one in self.shown]
        least, most = (
            linprog([sign * one for one in wanted], A_eq=given or None, b_eq=values or None)
            for sign in (1, -1)
        )
        return least.fun, -most.fun if most.status == 0 else float("inf")


def people_of(draws):
    """Persons from drawn atoms: how many are in each."""
    return Counter(ATOMS[at % len(ATOMS)] for at in draws)
