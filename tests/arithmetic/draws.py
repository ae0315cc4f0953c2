"""Random input for the property tests."""

from hypothesis import settings
from hypothesis import strategies as st

drawn = settings(deadline=None, max_examples=60)
"""The first example imports scipy, which takes longer than any deadline."""

METHODS = st.sampled_from(["wilson", "exact", "midp"])
CONFIDENCES = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.998, 0.9999])
SIZES = st.one_of(st.integers(1, 60), st.integers(1, 10**9))


@st.composite
def shares(draw, sizes=SIZES):
    """x of n with n above 0."""
    n = draw(sizes)
    return draw(st.integers(0, n)), n


PAIRS = st.tuples(*[st.integers(0, 80)] * 4).filter(any)


@st.composite
def respondents(draw):
    """Positive and valid answers, one entry a respondent, at least two respondents."""
    answers = draw(st.lists(st.integers(1, 8), min_size=2, max_size=30))
    return [draw(st.integers(0, m)) for m in answers], answers
