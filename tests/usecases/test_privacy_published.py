"""Real publications of a few persons, one after the other: nobody finds a hidden few in them."""

import pytest

from tests.factories import a_workspace
from tests.usecases.few_persons import a_store_of, persons
from tests.usecases.few_printed import Reader, of_bundle, of_delivery, of_report
from tracker.exports.delivery import make_delivery, remember_delivery
from tracker.freezing.making import freeze, remember_bundle
from tracker.periods import parse_period
from tracker.reports import make_report, remember_report

FEW = 5
BEFORE, YEAR, INTERIM = (parse_period(label) for label in ("2020", "2021", "2021-01..2021-08"))
PUBLICATIONS = {
    "B": lambda one: one.report(BEFORE),
    "Y": lambda one: one.report(YEAR),
    "I": lambda one: one.report(INTERIM),
    "K": lambda one: one.report(YEAR, kommun="Lillby"),
    "N": lambda one: one.report(YEAR, insats="navet"),
    "R": lambda one: one.report(YEAR, insats="krus"),
    "F": lambda one: one.bundle(YEAR),
    "b": lambda one: one.bundle(BEFORE),
    "D": lambda one: one.delivery(YEAR),
}
IN_ORDER = "BYIKFND"
CASES = [
    *((seed, IN_ORDER) for seed in (2, 3, 6, 16)),
    (100, "FBRYI"),
    (114, "KRBNY"),
    (123, "DKYRbN"),
]


def is_judged(asked):
    """Of whom nothing is known is always told, and so is what goals as wholes come to."""
    whole = asked.insats in ("", "navet") and not (asked.sex or asked.place)
    of_goals = ("arbete", "not arbete", "inget", "at end")
    return asked.what != "okänt" and not (whole and asked.what in of_goals)


class Published:
    """What has been handed out, and which hidden few it gave away."""

    def __init__(self, folder, seed):
        people = persons(seed)
        self.workspace = a_workspace(a_store_of(folder, people))
        self.reader = Reader(people)
        self.has_delivered = False
        self.hidden = {}
        self.given_away = []

    def tell(self, name, told, *, must_be_told=()):
        """Read a publication; what deliveries have to tell may give something away, no more may."""
        told = [*told]
        self.reader.read(must_be_told)
        self.has_delivered |= bool(must_be_told)
        self.hidden |= self.reader.read((asked, None) for asked, number in told if number is None)
        if self.has_delivered:
            self._forget(self.reader.found(self.few()))
        self.reader.read(told)
        found = self.reader.found(self.few())
        self.given_away += [(name, one, self.hidden[one]) for one in found]
        self._forget(found)

    def few(self):
        return [one for one, number in self.hidden.items() if 0 < number < FEW and is_judged(one)]

    def _forget(self, found):
        self.hidden = {one: number for one, number in self.hidden.items() if one not in found}

    def report(self, period, **part):
        report = make_report(self.workspace, period, **part)
        place = {"kommun": "place"}
        where = {place.get(name, name): key for name, key in part.items()}
        self.tell(report.title, of_report(report, period, **where))
        remember_report(self.workspace, report)

    def delivery(self, period):
        made = make_delivery(self.workspace, period)
        totals = of_delivery(made, period, totals=True)
        self.tell("delivery", of_delivery(made, period, totals=False), must_be_told=totals)
        remember_delivery(self.workspace, made)

    def bundle(self, period):
        made = freeze(self.workspace, period)
        self.tell("bundle", of_bundle(made, period))
        remember_bundle(self.workspace, made)


@pytest.mark.parametrize(("seed", "order"), CASES)
def test_all_that_is_handed_out_together_gives_no_few_away(tmp_path, seed, order):
    """In whatever order: each publication knows what is in those before it."""
    published = Published(tmp_path, seed)
    try:
        for letter in order:
            PUBLICATIONS[letter](published)
    finally:
        published.workspace.close()
    assert published.reader.told
    assert published.given_away == []
