"""Wide survey files: one row a respondent, one column a question."""

from collections.abc import Sequence

from tracker.transfer.headers import Layout
from tracker.transfer.sheet import Sheet

QUESTION = "fråga"
VALUE = "värde"


def to_long(sheet: Sheet, layout: Layout) -> tuple[Sheet, Layout, Sequence[str]]:
    """One row an answer; empty cells give none.

    Returns:
        The sheet, its layout, and for each row the header under which its value stood.
    """
    names = list(layout.places)
    kept = [sheet.columns[layout.places[name]] for name in names]
    answers = [
        (row, question, text, tuple(column[place] for column in kept))
        for place, row in enumerate(sheet.rows)
        for question, at in layout.questions.items()
        if (text := sheet.columns[at][place]).strip()
    ]
    columns = [[answer[3][place] for answer in answers] for place in range(len(names))]
    questions = [answer[1] for answer in answers]
    columns += [questions, [answer[2] for answer in answers]]
    header = (*names, QUESTION, VALUE)
    long = Sheet(sheet.file, header, tuple(columns), [answer[0] for answer in answers])
    return long, Layout({name: place for place, name in enumerate(header)}, {}), questions
