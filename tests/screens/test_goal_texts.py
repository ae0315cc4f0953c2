"""Long goal texts in the list: two lines, and what does not fit is read below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens.painted import text_of
from tests.screens.settling import press, settle
from tui.app import TrackerApp
from tui.widgets.figure_row import FigureRow, in_two_lines
from tui.widgets.goal_list import GoalList

WORDS = st.lists(st.text("abcåäö-%", min_size=1, max_size=30), min_size=1, max_size=40)


@given(WORDS, st.integers(30, 120), st.integers(0, 60))
def test_no_word_is_lost_or_cut_in_two_without_a_sign(words, first, more):
    text = " ".join(words)
    lines = in_two_lines(text, first, first + more)
    assert len(lines[0]) <= first
    assert len(lines[1]) <= first + more
    said = " ".join(line for line in lines if line)
    assert said == text or (said.endswith(" …") and text.startswith(said.removesuffix(" …")))


def test_what_fits_is_not_cut():
    row = FigureRow("✓", "ett mål", "", "")
    assert not row.is_cut(20)
    assert FigureRow("✓", "ord " * 30, "", "").is_cut(40)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_goal_can_be_read_whole(workspace, size):
    app = TrackerApp.on(workspace)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        goals = app.screen.query_one(GoalList)
        for _ in range(sum(not option.disabled for option in goals.options)):
            card = app.screen.scorecard.goal(goals.selected)
            words = text_of(app).replace("│ ", "").split()
            missing = [word for word in card.goal.text.rstrip(".").split() if word not in
                       " ".join(words)]  # fmt: skip
            assert missing == []
            await press(pilot, "down")
