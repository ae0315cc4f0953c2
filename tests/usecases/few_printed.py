"""What publications about few persons print, read as a person would, and what follows from it.

Nothing here knows the rule under test: a table's row and column say which persons a number counts,
and linear programming says which numbers of persons there can be.
"""

import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import ceil, floor
from typing import NamedTuple

from scipy.optimize import linprog

from tests.usecases.few_persons import ATOMS, INSATSER, SEXES, Person
from tracker.exports.delivery import Delivered
from tracker.freezing.bundle import Bundle
from tracker.periods import Period
from tracker.reports.model import AnyCell, Hidden, Report, Table

OF = re.compile(r"(\d+) av (\d+) avslut")
NUMBER = re.compile(r"\d+")
FLOW = {
    "Pågående vid start": "at start", "Nya": "begun", "Avslutade": "ended",
    "Pågående vid slut": "at end", "Deltagare": "there", "Till arbete eller studier": "arbete",
}  # fmt: skip
COMPARED = {"Nya deltaganden": "begun", "Avslut": "ended", "Till arbete eller studier": "arbete"}
AFTER = {
    "Arbetar, studerar eller båda": "arbete",
    "Inget av detta": "inget",
    "Okänt eller inte ifyllt": "okänt",
    "Avslut": "ended",
}
BY_SEX = {
    "Vad som jämförs": COMPARED,
    "Sysselsättning": AFTER,
    "Anledning till avslut": {"Alla": "ended"},
    "Tid i insatsen": {"Alla": "ended"},
}
"""Tables with women and men beside each other, by the heading of their first column."""
SENT = {"deltagare": "there", "pågående": "at end", "påbörjade": "begun", "avslutade": "ended"}
SENT_AFTER = {"": "ended", "arbete_eller_studier": "arbete", "övriga": "inget", "okänt": "okänt"}
SEX_OF = {label: sex or "okänt" for sex, label in SEXES.items()}
INSATS_OF = {label: key for key, label in INSATSER.items()}
GOALS = {"30 % till arbete": "", "Hälften i Navet till arbete": "navet",
         "Fler än året före till arbete": "", "Minst 30 deltagare": ""}  # fmt: skip


class Asked(NamedTuple):
    """Which persons a number counts; "" is all."""

    what: str
    period: Period
    insats: str = ""
    sex: str = ""
    place: str = ""


Told = tuple[Asked, int | None]
"""A number; None: it is hidden."""


@cache
def counts(asked: Asked) -> tuple[int, ...]:
    """Of every kind of person whether the number counts them."""
    return tuple(int(is_counted(one, asked)) for one in ATOMS)


def is_counted(one: Person, asked: Asked) -> bool:
    """Whether a number counts somebody."""
    mine = (one.insats, one.sex or "okänt", one.place)
    wanted = (asked.insats, asked.sex, asked.place)
    if any(want not in ("", have) for want, have in zip(wanted, mine, strict=True)):
        return False
    start, end = asked.period.start, asked.period.end
    ended = one.ended is not None and start <= one.ended < end
    there = one.begun < end and (one.ended is None or one.ended >= start)
    return {
        "begun": start <= one.begun < end,
        "ended": ended,
        "there": there,
        "at start": there and one.begun < start,
        "at end": there and not ended,
        "not arbete": ended and one.outcome != "arbete",
    }.get(asked.what, ended and one.outcome == asked.what)


def of_report(report: Report, period: Period, insats: str = "", place: str = "") -> list[Told]:
    """What the tables of a report tell."""
    about = Asked("", period, insats, "", place)
    tables = [table for section in report.sections for table in section.tables]
    numbers = {row[0].text: row[1].text for table in tables for row in table.rows
               if table.columns[0].heading == "Nr"}  # fmt: skip
    return [told for table in tables for told in _of_table(table, about, numbers)]


def _of_table(table: Table, about: Asked, numbers: dict[str, str]) -> Iterator[Told]:
    headings = [column.heading for column in table.columns]
    for row in table.rows:
        cells = dict(zip(headings, row, strict=True))
        name = row[0].text
        if headings[0] in ("Insats", "Kön"):
            yield from _of_flow(cells, name, about)
        elif "Utfall" in cells and "Mål" in cells:
            goal = cells["Mål"].text
            yield from _of_goal(cells, numbers.get(goal, goal), about)
        elif what := BY_SEX.get(headings[0], {}).get(name):
            for label in ("Efter", "Antal", "Kvinnor", "Män", "Kvinnor, efter", "Män, efter"):
                if label in cells:
                    sex = SEX_OF.get(label.removesuffix(", efter"), "")
                    yield about._replace(what=what, sex=sex), _number(cells[label])


def _of_flow(cells: dict[str, AnyCell], name: str, about: Asked) -> Iterator[Told]:
    sex, insats = SEX_OF.get(name, ""), INSATS_OF.get(name, about.insats)
    for heading, what in FLOW.items():
        if heading in cells and cells[heading].text:
            yield about._replace(what=what, sex=sex, insats=insats), _number(cells[heading])


def _of_goal(cells: dict[str, AnyCell], goal: str, about: Asked) -> Iterator[Told]:
    if goal not in GOALS:
        return
    about = about._replace(insats=about.insats or GOALS[goal])
    if "Kön" in cells:
        about = about._replace(sex=SEX_OF[cells["Kön"].text])
    yield from _of_outcome(cells["Utfall"], goal, about)
    if OF.fullmatch(cells["Utfall"].text) and "Bortfall" in cells:
        found = NUMBER.match(cells["Bortfall"].text)
        yield about._replace(what="okänt"), int(found[0]) if found else 0
    if "Hela förbundet" in cells:
        whole = about._replace(insats=GOALS[goal], place="")
        yield from _of_outcome(cells["Hela förbundet"], goal, whole)


def _of_outcome(cell: AnyCell, goal: str, about: Asked) -> Iterator[Told]:
    if goal == "Minst 30 deltagare":
        yield about._replace(what="there"), _number(cell)
    elif isinstance(cell, Hidden):
        yield from ((about._replace(what=what), None) for what in ("arbete", "ended", "not arbete"))
    elif found := OF.fullmatch(cell.text):
        yield about._replace(what="arbete"), int(found[1])
        yield about._replace(what="ended"), int(found[2])


def _number(cell: AnyCell) -> int | None:
    if isinstance(cell, Hidden):
        return None
    found = NUMBER.match(cell.text)
    assert found, cell
    return int(found[0])


def of_delivery(delivered: Delivered, period: Period, *, totals: bool) -> Iterator[Told]:
    """What a delivery tells: the totals that it is there for, or everything else."""
    for row in delivered.table.rows:
        cells = dict(zip(delivered.table.headings, (cell.text for cell in row), strict=True))
        measure, sex = cells["mått"], str(cells["kön"] or "")
        if totals != (not sex and not measure.startswith("tabell:")):
            continue
        about = Asked("", period, cells["insats"], sex)
        if measure in SENT:
            numbers = {SENT[measure]: "täljare"}
        elif measure == "tabell:sysselsättning_efter" and cells["del"] in SENT_AFTER:
            numbers = {SENT_AFTER[cells["del"]]: "täljare"}
        elif measure in ("arbete", "navet", "fler"):
            numbers = {"arbete": "täljare", "ended": "nämnare", "okänt": "saknas"}
        else:
            continue
        for what, column in numbers.items():
            shown = cells["dold"] == "nej"
            yield about._replace(what=what), int(cells[column]) if shown else None


def of_bundle(bundle: Bundle, period: Period) -> Iterator[Told]:
    """What a frozen bundle tells of the goals and of their parts."""
    for goal in bundle.published["goals"]:
        about = Asked("", period, "navet" if goal["id"] == "navet" else "")
        yield from _of_figure(goal, goal["measure"], about)
        for split, parts in goal["by"].items():
            for part in parts:
                key = part["key"] or "okänt"
                where = {"sex": key} if split == "kön" else {"insats": key}
                yield from _of_figure(part, goal["measure"], about._replace(**where))


def _of_figure(figure: dict, measure: str, about: Asked) -> Iterator[Told]:
    names = {"there": "x"} if measure == "participants" else {
        "arbete": "x", "ended": "n", "okänt": "missing"}  # fmt: skip
    for what, name in names.items():
        yield about._replace(what=what), figure[name]
    if figure["n"] is None and measure != "participants":
        yield about._replace(what="not arbete"), None


class Reader:
    """Somebody who keeps everything and knows which persons each number counts."""

    def __init__(self, true: list[Person]) -> None:
        self.true = true
        self.told: dict[Asked, int] = {}

    def read(self, told: Iterable[Told]) -> dict[Asked, int]:
        """Keep what is told; what is hidden, with the numbers that nobody may find."""
        hidden: dict[Asked, int] = {}
        for asked, number in told:
            right = self.value(asked)
            if number is None:
                hidden[asked] = right
            else:
                assert number == right, asked
                self.told[asked] = number
        return hidden

    def value(self, asked: Asked) -> int:
        """How many there are."""
        return sum(is_counted(one, asked) for one in self.true)

    def found(self, wanted: Iterable[Asked]) -> list[Asked]:
        """Those of some numbers that can be only what they are."""
        left = [*wanted]
        chance = random.Random(len(left))
        for _ in range(8 if left else 0):
            goal = [0.0] * len(ATOMS)
            for asked in left:
                times = chance.uniform(-1, 1)
                goal = [one + times * also for one, also in zip(goal, counts(asked), strict=True)]
            persons = self.least(goal)
            left = [asked for asked in left if abs(_sum(asked, persons) - self.value(asked)) < 1]
        return [asked for asked in left if self.is_found(asked)]

    def is_found(self, asked: Asked) -> bool:
        """Whether one whole number alone is left."""
        least = _sum(asked, self.least([float(one) for one in counts(asked)]))
        most = _sum(asked, self.least([-float(one) for one in counts(asked)]))
        return floor(most + 1e-6) <= ceil(least - 1e-6)

    def least(self, goal: list[float]) -> list[float]:
        """Persons that fit all that was told, so that something is as little as it can be."""
        rows = [counts(asked) for asked in self.told]
        many = len(self.true) + 50
        made = linprog(goal, A_eq=rows, b_eq=[*self.told.values()], bounds=(0, many))
        assert made.status == 0, made.message
        return list(made.x)


def _sum(asked: Asked, persons: list[float]) -> float:
    return sum(one * number for one, number in zip(counts(asked), persons, strict=True))
