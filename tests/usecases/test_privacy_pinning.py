"""Bounds are drawn together by looking only at what moved: the same as looking at everything."""

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from tracker.privacy.pinning import ROUNDS, _equation, _narrow

VALUES = st.lists(st.integers(0, 9), min_size=6, max_size=6)
TERMS = st.dictionaries(st.integers(0, 5), st.sampled_from([1, -1]), min_size=1, max_size=4)
STARTS = st.lists(st.booleans(), min_size=6, max_size=6)


def swept(equations, ends):
    """Every equation again and again, each number by what all others leave for it."""
    for _ in range(ROUNDS):
        for terms, total, _ in equations:
            now = dict(ends)
            for number, sign in terms:
                others = [sorted(one * end for end in now[at])
                          for at, one in terms if at != number]  # fmt: skip
                rest = [
                    total - sum(one[1] for one in others),
                    total - sum(one[0] for one in others),
                ]
                least, most = sorted(one / sign for one in rest)
                ends[number] = (max(now[number][0], least), min(now[number][1], most))


@given(VALUES, st.lists(TERMS, min_size=1, max_size=6), STARTS)
def test_looking_only_at_what_moved_finds_the_same(values, rows, few):
    equations = [_equation(terms, values, (at,)) for at, terms in enumerate(rows)]
    starts = {
        at: (1, 4) if small and 0 < values[at] < 5 else (0, inf) for at, small in enumerate(few)
    }
    found, plain = dict(starts), dict(starts)
    _narrow(equations, found)
    swept(equations, plain)
    assert found == plain
    assert all(least <= values[at] <= most for at, (least, most) in found.items())
