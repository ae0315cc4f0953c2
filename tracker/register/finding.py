"""Finding one row of the register by its key."""

from tracker.errors import DataError
from tracker.problems import N_
from tracker.register.pages import RegisterRow, read_page
from tracker.register.searching import Search
from tracker.workspace import Workspace


def find_row(workspace: Workspace, insats: str, number: str) -> RegisterRow:
    """The row of an episode.

    Raises:
        DataError: there is no such row.
    """
    search = Search(number, insats)
    page = read_page(workspace, search)
    while True:
        for row in page.rows:
            if row.key == (insats, number):
                return row
        if page.last is None:
            raise DataError(N_("There is no such row: {row}."), row=f"{insats} {number}")
        page = read_page(workspace, search, page.last)
