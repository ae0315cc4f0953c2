"""All numbers that play a part in one judgement, numbered, and the relations among them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from tracker.measures.naming import ENDED, TABLE
from tracker.privacy.counts import NUMERATORS, UNKNOWN, Count, Rule, Sum, is_judged, is_sensitive

Days = tuple[date, date, date, date]
"""Of a period and of the longer one that it is a part of."""
Terms = dict[int, int]
"""Coefficient by the running number of a count; the sum is nothing."""


class Ledger:
    """Numbers and relations; what nobody prints is among them where it could be worked out."""

    def __init__(self, rule: Rule, totals: frozenset[Count] = frozenset()) -> None:
        self.rule = rule
        self.totals = totals
        self.numbers: dict[Count, int] = {}
        self.values: list[int] = []
        self.judged: list[bool] = []
        """Whether the number would be hidden for being few."""
        self.sensitive: list[bool] = []
        self.of_few: set[int] = set()
        """Numbers of a group that is hidden, such as how many of two persons had the result."""
        self.harmless: set[int] = set()
        """Numbers of whom nothing is known: found by themselves they tell of nobody."""
        self.unprinted: list[int] = []
        """Numbers that nobody prints, but that could be worked out."""
        self.plain: list[bool] = []
        """Whether a reader who sees that it is hidden as small knows that it is small."""
        self.relations: list[Terms] = []
        self.among: list[list[int]] = []
        """The relations that each number is in."""
        self._seen: set[frozenset[tuple[int, int]]] = set()
        self._rests: dict[tuple[int, ...], int] = {}

    def add(self, count: Count, *, printed: bool = True) -> int:
        """The running number of a count.

        Of those who are printed nowhere a category of a table is not judged: only the result of
        its table is, and who is without it.
        """
        if (number := self.numbers.get(count)) is None:
            told = count in self.totals and _is_told(count)
            told |= not printed and not count.of and count.measure.startswith(TABLE)
            number = self.numbers[count] = self._new(
                count.value,
                judged=is_judged(count, self.rule) and not told,
                sensitive=is_sensitive(count, self.rule) and not told,
            )
            self.plain[number] = self.judged[number] and count.of not in NUMERATORS
            if count.of in UNKNOWN:
                self.harmless.add(number)
            if not printed:
                self.unprinted.append(number)
        return number

    def add_sum(self, given: Sum) -> None:
        """A relation; what the parts lack of the whole is a part that nobody prints.

        Counts that are not there yet are printed by nobody.
        """
        rest = given.whole.value - sum(part.value for part in given.parts)
        if rest < 0 or not given.parts or given.whole in given.parts:
            return
        parts = [self.add(part, printed=False) for part in given.parts]
        whole = self.add(given.whole, printed=False)
        if rest > 0:
            parts.append(self._rest(whole, parts, rest, given.parts[0]))
        self._relate({whole: 1, **dict.fromkeys(parts, -1)})

    def add_sums(self, given: Iterable[Sum]) -> None:
        """Several relations."""
        for one in given:
            self.add_sum(one)

    def add_signed(self, given: Iterable[Mapping[Count, int]]) -> None:
        """Relations as counts with their signs, together nothing."""
        for one in given:
            self._relate({self.add(count): sign for count, sign in one.items()})

    def add_later(self, given: Iterable[tuple[Count, Count]]) -> None:
        """Numbers of a part of a year with those of the year, and what lies between them.

        What adds up in both adds up in what lies between.
        """
        periods: dict[Days, dict[int, tuple[int, int]]] = defaultdict(dict)
        for part, whole in given:
            number, above = self.add(part), self.add(whole)
            days = (part.start, part.end, whole.start, whole.end)
            periods[days][number] = (above, self._add_between(number, above))
        for above_and_left in periods.values():
            for at in sorted({at for number in above_and_left for at in self.among[number]}):
                self._add_left(self.relations[at], above_and_left)

    def _add_left(self, terms: Terms, above_and_left: Mapping[int, tuple[int, int]]) -> None:
        if terms.keys() <= above_and_left.keys():
            longer = {above_and_left[number][0]: sign for number, sign in terms.items()}
            if frozenset(longer.items()) in self._seen:
                self._relate({above_and_left[one][1]: sign for one, sign in terms.items()})

    def _add_between(self, number: int, above: int) -> int:
        rest = self.values[above] - self.values[number]
        left = self._unprinted((above, number), rest, judged=False, few=False)
        self._relate({above: 1, number: -1, left: -1})
        return left

    def add_shares(self, given: Iterable[tuple[Count, Count]]) -> None:
        """The result of few is hidden with them, and few without it in breakdowns."""
        for x, n in given:
            self._of_share(x, n)

    def _of_share(self, x: Count, n: Count) -> None:
        number_x, number_n = self.add(x), self.add(n)
        if self.sensitive[number_n]:
            self.of_few.add(number_x)
            self.sensitive[number_x] |= x.value > 0
        without = n.value - x.value
        judged = self.rule.hide_numerators and n.is_part and x not in self.totals
        few = judged and 0 < without < self.rule.min_show
        self.sensitive[number_x] |= few and x.value > 0
        number = self._unprinted((number_n, number_x), without, judged=judged, few=few)
        self._relate({number_n: 1, number_x: -1, number: -1})

    def _rest(self, whole: int, parts: list[int], rest: int, like: Count) -> int:
        judged = self.judged[self.add(like)]
        few = judged and rest < self.rule.min_show
        return self._unprinted((whole, *sorted(parts)), rest, judged=judged, few=few)

    def _unprinted(self, made_of: tuple[int, ...], value: int, *, judged: bool, few: bool) -> int:
        if made_of not in self._rests:
            number = self._rests[made_of] = self._new(value, judged=judged, sensitive=few)
            self.unprinted.append(number)
        return self._rests[made_of]

    def _new(self, value: int, *, judged: bool, sensitive: bool) -> int:
        self.values.append(value)
        self.judged.append(judged)
        self.sensitive.append(sensitive)
        self.plain.append(False)
        self.among.append([])
        return len(self.values) - 1

    def _relate(self, terms: Terms) -> None:
        same = frozenset(terms.items())
        if same in self._seen:
            return
        self._seen.add(same)
        for number in terms:
            self.among[number].append(len(self.relations))
        self.relations.append(terms)


def _is_told(count: Count) -> bool:
    """Whether a number of a goal is told however few it is: not so of how many it is."""
    return count.of in NUMERATORS or (count.of == "" and count.measure != ENDED)
