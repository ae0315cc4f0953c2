"""Tables of two ways: what only their rows and columns together would give away."""

from datetime import date
from itertools import product

import pytest

from tracker.privacy import Count, Layout, Rule, Sum, publish_counts

YEAR = (date(2021, 1, 1), date(2022, 1, 1))
THIRDS = tuple((date(2021, month, 1), date(2021 + month // 9, (month + 3) % 12 + 1, 1))
               for month in (1, 5, 9))  # fmt: skip
FEW = 5


def two_ways(values):
    """Cells by place, all counts with their margins, and the sums."""
    cells = {
        (row, column): Count("m", *YEAR, value, insats=f"i{row}", municipality=f"k{column}")
        for row, line in enumerate(values)
        for column, value in enumerate(line)
    }
    rows = [Count("m", *YEAR, sum(line), insats=f"i{at}") for at, line in enumerate(values)]
    columns = [
        Count("m", *YEAR, sum(line), municipality=f"k{at}")
        for at, line in enumerate(zip(*values))  # noqa: B905
    ]
    whole = Count("m", *YEAR, sum(map(sum, values)))
    sums = [Sum(whole, tuple(rows)), Sum(whole, tuple(columns))]
    for at, row in enumerate(rows):
        sums.append(Sum(row, tuple(cells[place] for place in cells if place[0] == at)))
    for at, column in enumerate(columns):
        sums.append(Sum(column, tuple(cells[place] for place in cells if place[1] == at)))
    return cells, [whole, *rows, *columns, *cells.values()], sums


def judged(values):
    cells, counts, sums = two_ways(values)
    reasons = publish_counts(counts, sums, rule=Rule(FEW))
    margins = [reasons[count] for count in counts if count not in cells.values()]
    assert not any(margins)
    return {place: reasons[count] for place, count in cells.items()}


def test_two_rows_less_two_columns_would_leave_one_cell():
    """No row or column has a single hidden cell, and yet rows 0 and 1 less columns 0 and 1 do."""
    values = [
        [3, 4, 30, 30],
        [3, 3, 4, 30],
        [30, 30, 4, 3],
        [30, 30, 3, 4],
    ]
    reasons = judged(values)
    small = {place for place in reasons if values[place[0]][place[1]] < FEW}
    assert {place for place, reason in reasons.items() if reason == "small"} == small
    more = {place for place, reason in reasons.items() if reason == "complementary"}
    assert more
    assert any((row < 2) != (column < 2) for row, column in more)


@pytest.mark.parametrize(
    "values",
    [
        [[4, 4, 0], [4, 20, 6], [4, 4, 6]],
        [[1, 20, 3], [4, 4, 4], [1, 6, 4]],
        [[4, 2, 30], [4, 4, 4], [30, 3, 4]],
    ],
)
def test_the_reasons_do_not_settle_a_number_either(values):
    """“Fewer than five” is one to four: margins could leave a single way to fill the table."""
    reasons = judged(values)
    few = [place for place in reasons if 0 < values[place[0]][place[1]] < FEW]
    ways = list(fitting(values, reasons))
    for row, column in few:
        assert reasons[row, column] is not None
        assert len({way[row][column] for way in ways}) > 1


def fitting(values, reasons):
    """Every way to fill the table that has the printed numbers and margins."""
    lines = [list(lines_of(values[at], [reasons[at, column] for column in range(3)]))
             for at in range(3)]  # fmt: skip
    known = set(lines[2])
    columns = [sum(column) for column in zip(*values)]  # noqa: B905
    for first, second in product(lines[0], lines[1]):
        third = tuple(columns[at] - first[at] - second[at] for at in range(3))
        if third in known:
            yield first, second, third


def lines_of(line, reasons):
    total = sum(line)
    ranges = [
        [value] if reason is None else range(1, FEW) if reason == "small" else range(total + 1)
        for value, reason in zip(line, reasons, strict=True)
    ]
    return (one for one in product(*ranges) if sum(one) == total)


def test_few_without_the_result_are_hidden_in_a_part():
    """Seventeen of twenty women had the result: the three without it are few."""
    shares = {}
    for sex, x, n in (("kvinna", 17, 20), ("man", 12, 30), ("okänt", 10, 30), (None, 39, 80)):
        shares[sex] = [Count("m", *YEAR, value, of, sex=sex) for of, value in (("x", x), ("n", n))]
    counts = [count for share in shares.values() for count in share]
    shown = publish_counts(counts, rule=Rule(FEW))
    assert [count.sex for count, reason in shown.items() if reason == "small"] == ["kvinna"]
    assert [count.of for count, reason in shown.items() if reason] == ["x", "x"]
    kept = publish_counts(counts, rule=Rule(FEW, hide_numerators=False))
    assert not any(kept.values())


def test_the_total_tells_of_few_with_the_result():
    """Three of fifty in the whole association are told of; three of the women are not."""
    x, n = (Count("m", *YEAR, value, of) for of, value in (("x", 3), ("n", 50)))
    assert not any(publish_counts([x, n], rule=Rule(FEW)).values())
    few = Count("m", *YEAR, 4, "n")
    of_few = Count("m", *YEAR, 0, "x")
    assert list(publish_counts([of_few, few], rule=Rule(FEW)).values()) == ["small", "small"]


def test_a_year_and_its_thirds_are_related_without_being_told():
    thirds = [Count("m", *days, value, sex="kvinna")
              for days, value in zip(THIRDS, (3, 20, 30), strict=True)]  # fmt: skip
    year = Count("m", *YEAR, 53, sex="kvinna")
    reasons = publish_counts([year, *thirds], rule=Rule(FEW))
    assert [reasons[count] for count in (year, *thirds)] == [None, "small", "complementary", None]
    other = Count("m", *YEAR, 60, sex="kvinna")  # nobody is counted so: participants go on
    assert list(publish_counts([other, *thirds], rule=Rule(FEW)).values()) == [
        None, "small", None, None,
    ]  # fmt: skip


def test_a_row_is_shown_or_hidden_whole():
    cells = [
        tuple(Count("m", *YEAR, value, of, sex=sex) for of, value in (("n", n), ("eligible", e)))
        for sex, n, e in (("kvinna", 9, 20), ("man", 3, 20))
    ]
    whole = tuple(Count("m", *YEAR, value, of) for of, value in (("n", 12), ("eligible", 40)))
    sums = [Sum(total, parts) for total, *parts in zip(whole, *cells, strict=True)]
    sums = [Sum(one.whole, tuple(one.parts)) for one in sums]
    counts = [count for cell in (whole, *cells) for count in cell]
    reasons = publish_counts(counts, sums, rule=Rule(FEW), layout=Layout([whole, *cells]))
    assert [[reasons[count] for count in cell] for cell in (whole, *cells)] == [
        [None, None], ["complementary"] * 2, ["small"] * 2,
    ]  # fmt: skip
