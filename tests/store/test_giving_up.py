"""A question that nobody waits for any more is given up, and the next one is answered."""

import pytest
from sqlalchemy import text

from db.errors import AbandonedError
from tests.factories import a_workspace
from tracker.register.pages import read_page
from tracker.register.searching import Search

LONG = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)"
    " SELECT count(*) FROM n"
)


def test_a_long_question_is_given_up(store_file):
    workspace = a_workspace(store_file)
    asked = []
    with (
        pytest.raises(AbandonedError),
        workspace.store.read(lambda: asked.append(1) or len(asked) > 2) as session,
    ):
        session.execute(text(LONG))
    assert len(asked) == 3
    with workspace.store.read() as session:
        assert session.execute(text("SELECT 1")).scalar() == 1
    assert read_page(workspace, Search(), is_unwanted=lambda: False).rows == ()
    workspace.close()
