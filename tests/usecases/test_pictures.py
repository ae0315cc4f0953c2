"""Pictures made of characters: what is seen agrees with what is judged, and nothing covers it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_workspace
from tests.usecases.region import a_region
from tracker import privacy
from tracker.comparisons import compare, trend
from tracker.measures.differences import Difference
from tracker.periods import parse_period
from tracker.scorecard import make_scorecard
from tracker.wording import language
from tracker.wording.pictures import (
    Apart,
    apart_picture,
    band_picture,
    curves_of,
    funnel_picture,
    plain,
    trend_picture,
)
from tracker.wording.pictures.names import short_names
from tracker.wording.pictures.scales import Scale, share_scale

YEAR = parse_period("2021")
SIZES = [(78, 11), (118, 20), (60, 9)]
ENGLISH = language("en")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return a_region(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="module")
def region(place):
    workspace = a_workspace(place, lang="en", today=date(2021, 9, 1))
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def funnel(region):
    return compare(region, "sju", YEAR)


def drawn(made, width, height):
    return plain(funnel_picture(ENGLISH, made, curves_of(made), width, height))


def row_and_column(lines, text):
    row = next(place for place, line in enumerate(lines) if text in line)
    return row, lines[row].index(text)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_unit_with_enough_has_one_sign_of_its_mark(funnel, width, height):
    lines = "\n".join(drawn(funnel, width, height))
    marks = [unit.mark for unit in funnel.units]
    assert lines.count("●") == marks.count("inside")
    assert lines.count("◆") == marks.count("deviates")
    assert lines.count("◇") == marks.count("may_deviate")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_name_covers_another_and_all_stand_in_the_width(funnel, width, height):
    lines = drawn(funnel, width, height)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    names = [f"Insats {unit.insats}" for unit in funnel.units if unit.mark != "too_few"]
    assert all(sum(name in line for line in lines) == 1 for name in names)


def test_what_deviates_says_so_beside_its_sign(funnel):
    assert "◆ Insats i03 (deviates)" in "\n".join(drawn(funnel, 118, 20))


def test_too_few_have_no_place_in_the_funnel(funnel):
    assert "i07" not in "\n".join(drawn(funnel, 118, 20))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_point_never_stands_on_the_wrong_side_of_a_limit(funnel, width, height):
    lines = drawn(funnel, width, height)
    assert any(unit.mark == "deviates" for unit in funnel.units)
    for unit in funnel.units:
        if unit.mark == "deviates":
            row, column = row_and_column(lines, f"Insats {unit.insats} (dev")
            column = lines[row].index("◆")
            limits = [
                place for place, line in enumerate(lines[: height - 2])
                if line[column - 1 : column + 2].strip("·┄ ") and place != row
                and set(line[column - 1 : column + 2]) & set("─╲╱")
            ]  # fmt: skip
            above = float(unit.figure.value) > float(funnel.line)
            assert limits
            assert all(place > row if above else place < row for place in limits)


def test_the_axes_name_their_units_and_the_line_is_there(funnel):
    lines = drawn(funnel, 78, 13)
    assert "%┤" in lines[0] + lines[1]
    assert lines[-1].endswith("exits")
    assert any(line.count("┄") > 30 for line in lines)


def test_without_a_funnel_there_are_no_curves(region):
    assert curves_of(compare(region, "tre", YEAR)) is None


def test_a_published_funnel_draws_no_hidden_unit(region):
    made = compare(region, "sju", YEAR)
    strict = replace(made, reading=replace(made.reading, min_show=13, hide_numerators=False))
    published = privacy.publish_comparison(strict, ENGLISH)
    hidden = [unit for unit in published.units if unit.hidden]
    shown = "\n".join(drawn(published, 118, 20))
    assert hidden
    assert "Insats i03" in shown
    assert not any(f"Insats {unit.insats}" in shown for unit in hidden)


def test_a_difference_that_is_clear_does_not_touch_nothing(region):
    made = compare(region, "tre", YEAR)
    rows = [Apart(unit.insats, unit.against_rest) for unit in made.units]
    lines = plain(apart_picture(ENGLISH, rows, 78, ("lower", "higher")))
    nothing = lines[1].index("┃")
    assert len(lines) > len(made.units) > 1
    for unit, line in zip(made.units, lines[1:], strict=False):
        found = unit.against_rest
        low, high = line.index("├"), line.index("┤")
        assert (low <= nothing <= high) == (not found.is_clear), line
        assert line[nothing] in "┃●"


@given(
    low=st.floats(-1, 1), value=st.floats(-1, 1), high=st.floats(-1, 1), width=st.integers(50, 160)
)
def test_any_difference_stays_on_its_own_side(low, value, high, width):
    low, value, high = sorted((low, value, high))
    found = Difference(Fraction(value), low, high)
    lines = plain(apart_picture(ENGLISH, [Apart("a", found)], width, ("lower", "higher")))
    bar = lines[1]
    column, nothing = bar.index("●"), lines[1].find("┃")
    assert nothing == -1 or (column > nothing) == (value > 0)


def test_years_are_joined_but_never_across_a_break(region):
    whole, broken = (
        plain(trend_picture(ENGLISH, trend(region, goal), 78, 13)) for goal in ("stiger", "ändrat")
    )
    column = broken[0].index("╎")
    assert "another definition" in broken[0]
    beside = slice(column - 5, column + 6)
    assert any("·" in line[beside] for line in whole)
    assert not any("·" in line[beside] for line in broken[:10])
    assert all("╎" in line for line in broken[:10])


def test_a_year_that_is_still_open_has_another_dot(region):
    lines = "\n".join(plain(trend_picture(ENGLISH, trend(region, "stiger"), 78, 13)))
    assert (lines.count("●"), lines.count("○")) == (3, 1)
    assert all(str(year) in lines for year in (2018, 2019, 2020, 2021))


def test_each_year_has_the_sign_of_its_status(region):
    signs = plain(trend_picture(ENGLISH, trend(region, "stiger"), 78, 13))[-1].split()
    assert signs == ["▼", "▼", "▽", "△"]


def test_hidden_years_are_shaded_and_have_no_dot(region):
    series = trend(region, "stiger")
    years = (replace(series.years[0], hidden="small"), *series.years[1:])
    lines = "\n".join(plain(trend_picture(ENGLISH, replace(series, years=years), 78, 13)))
    assert lines.count("▒") == 1
    assert lines.count("●") == 2


def test_a_goal_without_shares_has_no_line(region):
    assert trend_picture(ENGLISH, trend(region, "resultat"), 78, 13) == ()


@pytest.fixture(scope="module")
def foreseen(region):
    cards = make_scorecard(region, YEAR).goals
    found = {card.goal.id: card for card in cards if card.forecast is not None}
    assert {"planerat", "högst", "säkert", "omöjligt"} <= found.keys()
    return found


@pytest.mark.parametrize("width", [40, 78, 100])
def test_the_band_shows_so_far_the_end_and_the_goal(foreseen, width):
    for card in foreseen.values():
        lines = plain(band_picture(ENGLISH, card.goal, card.figure, card.forecast, width))
        bar = lines[1]
        assert bar.count("●") == 1
        assert bar.count("┃") == 1, lines
        above = card.forecast.expected >= card.forecast.needed
        assert (bar.index("●") >= bar.index("┃")) == above
        assert f"so far: {card.figure.x}" in "\n".join(lines)
        assert all(len(line) <= width for line in lines)


def test_a_goal_of_at_most_allows(foreseen):
    card = foreseen["högst"]
    lines = plain(band_picture(ENGLISH, card.goal, card.figure, card.forecast, 78))
    assert f"┃ the goal allows {card.forecast.needed}" in lines[-1]


def test_names_are_as_short_as_tells_them_apart():
    found = short_names(["KRUS i Kalmar kommun", "Vägen i Norr", "Vägen i Söder", "Navet, länet"])
    assert list(found.values()) == ["KRUS", "Vägen i Norr", "Vägen i Söder", "Navet"]


@given(st.lists(st.floats(0, 1), min_size=1), st.integers(5, 30))
def test_every_share_lies_on_its_scale(values, cells):
    scale = share_scale(values, cells)
    assert 0 <= scale.low < scale.high <= 100
    assert all(scale.low - 1e-6 <= value * 100 <= scale.high + 1e-6 for value in values)
    assert all(0 <= scale.cell(value * 100) < cells for value in values)
    assert len(scale.ticks(cells)) >= 2


def test_numbers_on_an_axis_are_round():
    assert Scale(5, 47, 70).ticks(9) == [10, 20, 30, 40]
    assert Scale(0, 4000, 70).ticks(6) == [0, 1000, 2000, 3000, 4000]
