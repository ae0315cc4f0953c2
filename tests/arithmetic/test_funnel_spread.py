"""How much interventions spread beyond chance, and what that does to their p-values."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as oracle

from tests.arithmetic.draws import drawn
from tracker.stats import homogeneity, overdispersed_p


def test_the_spread_is_held_against_chi_square():
    x, n = [12, 2, 10, 4], [20, 30, 25, 12]
    line = sum(x) / sum(n)
    chi2 = sum((a - b * line) ** 2 / (b * line * (1 - line)) for a, b in zip(x, n, strict=True))
    assert homogeneity(x, n, line) == pytest.approx(oracle.chi2.sf(chi2, 3))
    table = [x, [b - a for a, b in zip(x, n, strict=True)]]
    pearson = oracle.chi2_contingency(table, correction=False)
    assert homogeneity(x, n, line) == pytest.approx(pearson.pvalue)


def test_no_spread_to_speak_of():
    assert homogeneity([3], [10], 0.3) is None
    assert homogeneity([3, 0], [10, 0], 0.3) is None
    assert homogeneity([10, 20], [10, 20], 1.0) is None
    assert homogeneity([3, 6], [10, 20], 0.3) == pytest.approx(1)


def test_an_impossible_spread_is_refused():
    with pytest.raises(ValueError, match="phi"):
        overdispersed_p([0.1], 0)
    with pytest.raises(ValueError, match="p must"):
        overdispersed_p([1.1], 2)


def test_a_p_value_of_chance_alone_stays():
    assert overdispersed_p([0.0, 0.05, 1.0], 1).tolist() == pytest.approx([0, 0.05, 1])
    assert np.isnan(overdispersed_p([np.nan], 2)).all()


def test_the_level_moves_as_the_lines_do():
    """At lines 1.5 times as wide, 5 % is what 2 Phi(-1.96 · 1.5) was."""
    p = 2 * oracle.norm.sf(oracle.norm.ppf(0.975) * 1.5)
    assert overdispersed_p([p], 2.25).tolist() == pytest.approx([0.05])


@drawn
@given(st.floats(1e-12, 1), st.floats(1, 50))
def test_more_spread_never_makes_a_unit_stranger(p, phi):
    assert p - 1e-12 <= float(overdispersed_p([p], phi)[0]) <= 1
