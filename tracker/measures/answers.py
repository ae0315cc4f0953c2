"""From respondents' answers to a figure, by each way of combining several questions."""

from collections.abc import Sequence
from fractions import Fraction

from db.tallies.surveys import Respondents
from tracker.measures.figure import Figure, Reading
from tracker.measures.shares import interval
from tracker.stats import ClusteredShare, clustered_mean_from_sums, clustered_share_from_sums


def answers_figure(groups: Sequence[Respondents], combine: str, reading: Reading) -> Figure:
    """The figure of the respondents; `combine` is the goal's (`statistics.md` 3.4)."""
    if combine == "respondent_mean":
        return _mean(groups, reading)
    if combine == "answers":
        return _pooled(groups, reading)
    hits = sum(group.respondents for group in groups if _succeeds(group, combine))
    return _plain(hits, _persons(groups), _persons(groups), reading)


def _succeeds(group: Respondents, combine: str) -> bool:
    if combine == "respondent_all":
        return group.positive == group.answers
    return 2 * group.positive >= group.answers


def _persons(groups: Sequence[Respondents]) -> int:
    return sum(group.respondents for group in groups)


def _plain(x: int, n: int, persons: int, reading: Reading) -> Figure:
    low, high, method = interval(x, n, None, reading)
    return Figure(
        x=x,
        n=n,
        value=Fraction(x, n) if n else None,
        persons=persons,
        known=persons,
        low=low,
        high=high,
        method=method,
    )


def _pooled(groups: Sequence[Respondents], reading: Reading) -> Figure:
    """Positive answers of valid answers, with the spread between respondents in the interval."""
    persons = _persons(groups)
    x = sum(group.respondents * group.positive for group in groups)
    n = sum(group.respondents * group.answers for group in groups)
    if n == persons:
        return _plain(x, n, persons, reading)
    share = None
    if reading.has_interval:
        share = clustered_share_from_sums(
            persons,
            x,
            n,
            sum(group.respondents * group.positive**2 for group in groups),
            sum(group.respondents * group.positive * group.answers for group in groups),
            sum(group.respondents * group.answers**2 for group in groups),
            method=_clustered_method(reading),
            confidence=reading.confidence,
        )
    return _clustered(x, n, Fraction(x, n), persons, share, reading)


def _mean(groups: Sequence[Respondents], reading: Reading) -> Figure:
    """The mean of the respondents' own shares: each person weighs the same."""
    persons = _persons(groups)
    if persons == 0:
        return Figure(x=0, n=0, persons=0, known=0)
    shares = [(Fraction(group.positive, group.answers), group.respondents) for group in groups]
    total = sum((share * count for share, count in shares), Fraction(0))
    squares = sum((share**2 * count for share, count in shares), Fraction(0))
    share = None
    if reading.has_interval:
        share = clustered_mean_from_sums(
            persons,
            float(total),
            float(squares),
            method=_clustered_method(reading),
            confidence=reading.confidence,
        )
    return _clustered(total, persons, total / persons, persons, share, reading)


def _clustered_method(reading: Reading) -> str:
    return "wilson" if reading.method == "wilson" else "korn_graubard"


def _clustered(
    x: int | Fraction,
    n: int,
    value: Fraction,
    persons: int,
    share: ClusteredShare | None,
    reading: Reading,
) -> Figure:
    has_interval = share is not None and share.low is not None
    names = {"wilson": "wilson_clustered", "korn_graubard": "korn_graubard"}
    return Figure(
        x=x,
        n=n,
        value=value,
        persons=persons,
        known=persons,
        low=share.low if share else None,
        high=share.high if share else None,
        method=names[_clustered_method(reading)] if has_interval else None,
        clustered=True,
        n_eff=share.n_eff if share else None,
    )
