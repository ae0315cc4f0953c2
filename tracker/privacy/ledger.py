"""All numbers that play a part in one judgement, numbered, and the relations among them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tracker.privacy.counts import NUMERATORS, Count, Rule, Sum, is_judged, is_sensitive

TOLD_OF_TOTALS = ("", *NUMERATORS)
"""Numbers of a goal that are told however few they are; of how many they are is another matter."""
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
        self.unprinted: list[int] = []
        """Numbers that nobody prints, but that could be worked out."""
        self.plain: list[bool] = []
        """Whether a reader who sees that it is hidden as small knows that it is small."""
        self.relations: list[Terms] = []
        self.among: list[list[int]] = []
        """The relations that each number is in."""
        self._seen: set[frozenset[tuple[int, int]]] = set()
        self._rests: dict[tuple[int, ...], int] = {}

    def add(self, count: Count) -> int:
        """The running number of a count."""
        if (number := self.numbers.get(count)) is None:
            told = count in self.totals and count.of in TOLD_OF_TOTALS
            number = self.numbers[count] = self._new(
                count.value,
                judged=is_judged(count, self.rule) and not told,
                sensitive=is_sensitive(count, self.rule) and not told,
            )
            self.plain[number] = self.judged[number] and count.of not in NUMERATORS
        return number

    def add_sum(self, given: Sum) -> None:
        """A relation; what the parts lack of the whole is a part that nobody prints."""
        rest = given.whole.value - sum(part.value for part in given.parts)
        if rest < 0 or not given.parts:
            return
        parts = [self.add(part) for part in given.parts]
        whole = self.add(given.whole)
        if rest > 0:
            parts.append(self._rest(whole, parts, rest, given.parts[0]))
        self._relate({whole: 1, **dict.fromkeys(parts, -1)})

    def add_sums(self, given: Iterable[Sum], *, unprinted: bool = False) -> None:
        """Several relations.

        Args:
            given: the relations.
            unprinted: counts among them that are not there yet are printed by nobody.
        """
        for one in given:
            if unprinted:
                new = [each for each in (one.whole, *one.parts) if each not in self.numbers]
                self.unprinted.extend(self.add(each) for each in new)
            self.add_sum(one)

    def add_signed(self, given: Iterable[Mapping[Count, int]]) -> None:
        """Relations as counts with their signs, together nothing."""
        for one in given:
            self._relate({self.add(count): sign for count, sign in one.items()})

    def add_within(self, given: Iterable[tuple[Count, Count]]) -> None:
        """Numbers that are not above others: there is something between, which may be few."""
        for part, whole in given:
            number, above = self.add(part), self.add(whole)
            rest = whole.value - part.value
            left = self._unprinted((above, number), rest, judged=False, few=False)
            self._relate({above: 1, number: -1, left: -1})

    def add_complements(self, counts: Iterable[Count]) -> None:
        """Of one time: the result of few is hidden with them, and few without it in breakdowns."""
        shares: dict[tuple[object, ...], dict[str, Count]] = defaultdict(dict)
        for count in counts:
            if count.of in ("x", "n"):
                place = (count.insats, count.sex, count.municipality, count.start, count.end)
                shares[(count.measure, count.part, *place)][count.of] = count
        for share in shares.values():
            if len(share) == 2:  # noqa: PLR2004 - x and n
                self._of_share(share["x"], share["n"])

    def _of_share(self, x: Count, n: Count) -> None:
        number_x, number_n = self.add(x), self.add(n)
        if self.sensitive[number_n]:
            self.of_few.add(number_x)
            self.sensitive[number_x] |= x.value > 0
        without = n.value - x.value
        if without < 0:
            return
        judged = self.rule.hide_numerators and n.is_part and n not in self.totals
        few = judged and 0 < without < self.rule.min_show
        self.sensitive[number_x] |= few and x.value > 0
        number = self._unprinted((number_n, number_x), without, judged=judged, few=few)
        self._relate({number_n: 1, number_x: -1, number: -1})

    def _rest(self, whole: int, parts: list[int], rest: int, like: Count) -> int:
        judged = is_judged(like, self.rule)
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
