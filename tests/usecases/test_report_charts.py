"""What charts draw of a report: nothing without a figure, and all that a table's sums tell."""

import re
from dataclasses import replace

import pytest

from tests.usecases.a_report import SMALL, count
from tests.usecases.small_year import a_small_year, an_empty_year
from tests.usecases.written import published
from tracker.reports.charts import goal_chart, stream_chart
from tracker.reports.model import Cell, Column, Hidden, Table
from tracker.reports.numbered import LONG, SHORT, numbered
from tracker.wording import language

SV = language("sv")
HIDDEN = Hidden("small", SMALL)


def cross(*rows, total=True):
    """Support before in the rows, after in the columns, all of the row at the end."""
    columns = [Column("Före"), Column("Kvar"), Column("Annan"), Column("Ingen")]
    columns += [Column("Hade den före")] if total else []
    cells = tuple((Cell(name), *found) for name, *found in rows)
    return Table("Försörjning", "Försörjning", tuple(columns), cells)


def streams(chart):
    names = chart.drawing.after
    return {
        (one.before, names[one.after].split(":")[0]): one.amount for one in chart.drawing.streams
    }


def test_what_a_sum_leaves_over_for_hidden_cells_is_one_stream():
    table = cross(
        ("Sjukpenning", count(21), HIDDEN, HIDDEN, count(35)),
        ("A-kassa", count(12), count(7), count(8), count(27)),
    )
    chart = stream_chart(SV, table, total_columns=1)
    assert streams(chart) == {
        (0, "Kvar"): 21, (0, "Redovisas inte"): 14,
        (1, "Kvar"): 12, (1, "Annan"): 7, (1, "Ingen"): 8,
    }  # fmt: skip
    assert chart.drawing.before == ("Sjukpenning: 35", "A-kassa: 27")
    assert chart.drawing.after[-1] == "Redovisas inte: 14"
    assert "14" not in chart.description


def test_a_sum_that_is_hidden_leaves_nothing_over():
    table = cross(("Sjukpenning", count(21), HIDDEN, count(6), HIDDEN))
    chart = stream_chart(SV, table, total_columns=1)
    assert streams(chart) == {(0, "Kvar"): 21, (0, "Ingen"): 6}
    assert chart.drawing.after[-1] == ""


def test_without_sums_only_what_is_shown_is_drawn():
    chart = stream_chart(SV, cross(("Sjukpenning", count(21), HIDDEN, count(6)), total=False))
    assert streams(chart) == {(0, "Kvar"): 21, (0, "Ingen"): 6}
    nothing = cross(("Sjukpenning", HIDDEN, HIDDEN, HIDDEN, count(9)))
    assert stream_chart(SV, nothing, total_columns=1) is None


@pytest.fixture(scope="module")
def goals(tmp_path_factory):
    return numbered(SV, published(a_small_year(tmp_path_factory.mktemp("year"))))


def test_goals_on_many_are_drawn_and_those_on_activities_and_money_are_not(goals):
    bars = goal_chart(SV, goals, 0.95).drawing.bars
    drawn = [one.label.split(".")[0] for one in bars]
    measures = [one.card.goal.measure for one in goals if str(one.number) in drawn]
    assert set(measures) <= {"exits", "follow_up", "survey"}
    assert "8" in drawn
    assert [one.text for one in bars if one.label.startswith("4.")] == [SMALL]


def test_goals_without_data_have_no_bar(tmp_path):
    assert goal_chart(SV, numbered(SV, published(an_empty_year(tmp_path))), 0.95) is None


def test_a_chart_in_words_has_sentences_with_one_stop_and_no_signs(goals):
    """Readers by ear hear “triangle” for a sign, and a pause at each stop."""
    ended = [
        replace(one, card=replace(one.card, goal=replace(one.card.goal, text=f"Mål {one.number}.")))
        for one in goals
    ]
    chart = goal_chart(SV, ended, 0.95, caption="Målen. ")
    said = chart.description
    assert said.startswith("Målen. 1. Mål 1: ")
    assert said.endswith(".")
    assert re.findall(r"\.[.:,]|[▲△▽▼✓✗◐▒○◷]", said) == []
    assert all(bar.note[2:] in said for bar in chart.drawing.bars)


def test_goals_that_begin_alike_are_told_apart(tmp_path):
    card = published(an_empty_year(tmp_path))
    alike = "Förbundet ska vara presenterat hos alla berörda intressenter " + "å" * 40
    texts = (f"{alike} en gång.", f"{alike} två gånger.", "Kort", "o " * 60)
    cards = tuple(
        replace(one, goal=replace(one.goal, text=text, level="individ", key=False))
        for one, text in zip(card.goals, texts, strict=False)
    )
    first, second, third, fourth = numbered(SV, replace(card, goals=cards))
    assert first.name == f"1. {alike} en gång."
    assert second.name == f"2. {alike} två gånger."
    assert (third.name, third.letters, first.letters) == ("3. Kort", SHORT, LONG)
    assert fourth.name.endswith(" …")
