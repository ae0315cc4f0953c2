"""What has been published is remembered, and judged together with what is published now."""

from datetime import date

import pytest

from db.published import publications
from tests.factories import NOW, a_store, a_workspace
from tracker.privacy import (
    Count,
    Rule,
    Sum,
    corrected,
    earlier_publications,
    publish_counts,
    remember,
)

YEAR = (date(2021, 1, 1), date(2022, 1, 1))
THIRDS = {
    "T1": (date(2021, 1, 1), date(2021, 5, 1)),
    "T2": (date(2021, 5, 1), date(2021, 9, 1)),
    "T3": (date(2021, 9, 1), date(2022, 1, 1)),
}


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(a_store(tmp_path))
    yield opened
    opened.close()


def by_sex(women, men, days=YEAR, measure="avslutade"):
    """A total of two parts: its counts and its relation."""
    parts = (
        Count(measure, *days, women, sex="kvinna"),
        Count(measure, *days, men, sex="man"),
    )
    whole = Count(measure, *days, women + men)
    return [whole, *parts], [Sum(whole, parts)]


def published(workspace, counts, sums, subject=""):
    """Judged with what the store remembers, handed out, and remembered."""
    earlier = earlier_publications(workspace, counts)
    reasons = publish_counts(counts, sums, rule=Rule(), earlier=earlier)
    remember(workspace, reasons, sums, kind="report", subject=subject)
    return [reasons[count] for count in counts]


def kept(workspace):
    with workspace.store.read() as session:
        return publications(session, workspace.association.id)


def test_a_publication_is_kept_with_what_was_hidden_in_it(workspace):
    assert published(workspace, *by_sex(20, 3), "2021") == [None, "complementary", "small"]
    (one,) = kept(workspace)
    assert (one.kind, one.subject, one.by) == ("report", "2021", workspace.actor)
    assert one.at == NOW
    assert one.last_change is not None
    assert [(cell.sex, cell.value, cell.hidden) for cell in one.cells.values()] == [
        (None, 23, None), ("kvinna", 20, "complementary"), ("man", 3, "small"),
    ]  # fmt: skip
    assert one.sums == ((0, (1, 2)),)


def test_the_same_again_is_the_same_and_is_kept_once(workspace):
    first = published(workspace, *by_sex(20, 3))
    assert published(workspace, *by_sex(20, 3)) == first
    assert len(kept(workspace)) == 1
    assert not remember(workspace, {}, [], kind="export")


def test_the_year_does_not_give_away_a_third_that_was_hidden(workspace):
    """Women of the first third were few; the year less the other thirds would tell how few."""
    for days, women, men in ((THIRDS["T1"], 3, 20), (THIRDS["T2"], 9, 20), (THIRDS["T3"], 8, 20)):
        published(workspace, *by_sex(women, men, days))
    whole, women, men = published(workspace, *by_sex(20, 60))
    assert whole is None
    assert (women, men) == ("earlier", "earlier")


def test_a_year_beside_thirds_that_were_shown_is_shown(workspace):
    for days in THIRDS.values():
        assert published(workspace, *by_sex(9, 20, days)) == [None, None, None]
    assert published(workspace, *by_sex(27, 60)) == [None, None, None]


def test_what_was_hidden_stays_hidden_in_another_table(workspace):
    """First women and men were hidden; a table of the men alone would give both away."""
    published(workspace, *by_sex(3, 20))
    men = Count("avslutade", *YEAR, 20, sex="man")
    assert published(workspace, [men], []) == ["earlier"]


def test_a_corrected_figure_is_shown_and_said_to_be(workspace):
    published(workspace, *by_sex(20, 30))
    counts, sums = by_sex(21, 30)
    earlier = earlier_publications(workspace, counts)
    assert corrected(counts, earlier) == {counts[0]: 50, counts[1]: 20}
    assert published(workspace, counts, sums) == [None, None, None]
    assert corrected(counts, earlier_publications(workspace, counts)) == {}


def test_a_correction_does_not_tell_what_was_hidden_before_it(workspace):
    """Four women became five: with the men as they were, the old total tells that it was four."""
    published(workspace, *by_sex(4, 30))
    assert published(workspace, *by_sex(5, 30)) == [None, "earlier", "earlier"]


def test_other_days_are_another_matter(workspace):
    published(workspace, *by_sex(3, 20, THIRDS["T1"]))
    counts, _ = by_sex(3, 20, THIRDS["T3"])
    assert earlier_publications(workspace, counts) == ()
    counts, _ = by_sex(3, 20, THIRDS["T2"], "tabell:ålder")
    assert len(earlier_publications(workspace, counts)) == 1  # who went on between them


def test_who_went_on_after_a_period_was_there_before_the_next(workspace):
    """Few ended in the first third; who was there in it less who was there after it are they."""
    counts, sums = by_sex(20, 30, THIRDS["T1"], "deltagare")
    for women, men, measure in ((3, 10, "avslutade"), (17, 20, "pågående")):
        more, relations = by_sex(women, men, THIRDS["T1"], measure)
        counts, sums = [*counts, *more], [*sums, *relations]
    sums += [Sum(counts[at], (counts[at + 3], counts[at + 6])) for at in range(3)]
    first = dict(zip(counts, published(workspace, counts, sums), strict=True))
    assert first[counts[4]] == "small"
    later, relations = by_sex(17, 20, THIRDS["T2"], "pågående_start")
    assert "earlier" in published(workspace, later, relations)
    assert earlier_publications(workspace, []) == ()
