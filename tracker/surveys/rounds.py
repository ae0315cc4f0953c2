"""Survey rounds (*mätomgångar*): by group and intervention what was handed out and answered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from db.codes import RespondentGroup
from db.tallies.board import InterventionRow, interventions
from db.tallies.rounds import Answered, answered
from db.tallies.scope import Scope
from db.tallies.surveys import Batch, mailings
from tracker.store_sentences import store_sentences
from tracker.wording import Language
from tracker.workspace import Workspace

EVER = date(1900, 1, 1)
GROUPS = tuple(group.value for group in RespondentGroup)


@dataclass(frozen=True)
class RoundLine:
    """A round as one group answered it, in one intervention or in several together."""

    round: str
    group: str
    insats: str | None
    """Short id of the intervention; None: the answers name none, or it is a sum."""
    name: str
    """Name of the intervention; empty without one."""
    day: date | None
    """When it was handed out, else the day of the first answer."""
    handed_out: int | None
    """None: nobody has said how many forms were handed out, in all or one of the parts."""
    answered: int
    last_answer: date | None
    parts: int = 0
    """Of so many lines it is the sum; 0: it is no sum."""
    lacking: int = 0
    """In so many of the lines it is not said how many forms were handed out."""

    @property
    def is_sum(self) -> bool:
        """Whether it tells of several interventions together."""
        return self.parts > 0

    @property
    def rate(self) -> Fraction | None:
        """The response rate; None where it is not known, or would be over 100 per cent."""
        if not self.handed_out or self.answered > self.handed_out:
            return None
        return Fraction(self.answered, self.handed_out)

    @property
    def identity(self) -> tuple[str, str, str | None, bool]:
        """Which line it is, in a list that is made later."""
        return self.round, self.group, self.insats, self.is_sum


def which_one(language: Language, line: RoundLine | None) -> str:
    """What a form asks that begins from a sum: it is about one of its parts."""
    if line is None or not line.is_sum:
        return ""
    return language.text("The line is of several interventions: choose which one.")


def round_lines(workspace: Workspace) -> tuple[RoundLine, ...]:
    """All rounds up to today, the latest first; a group in several interventions begins with a sum.

    Raises:
        StoreBusyError: the store cannot be reached now.
    """
    number, today = workspace.association.id, workspace.today
    with store_sentences(), workspace.store.read() as session:
        places = {row.id: row for row in interventions(session, number)}
        scope = Scope(number, EVER, today + timedelta(days=1), today)
        sent = mailings(session, scope, ())
        back = answered(session, number, EVER, today)
    lines = [_line(batch, places, sent, back) for batch in sent.keys() | back.keys()]
    return tuple(_with_sums(_ordered(lines)))


def _line(
    batch: Batch,
    places: dict[int, InterventionRow],
    sent: dict[Batch, tuple[date | None, int]],
    back: dict[Batch, Answered],
) -> RoundLine:
    place = places.get(batch.intervention_id or 0)
    day, number = sent.get(batch, (None, None))
    came = back.get(batch)
    return RoundLine(
        batch.round,
        batch.group,
        place.key if place else None,
        place.name if place else "",
        day or (came.first if came else None),
        number,
        came.forms if came else 0,
        came.last if came else None,
        lacking=int(number is None),
    )


def _ordered(lines: Sequence[RoundLine]) -> list[RoundLine]:
    """Rounds by their latest day, newest first; then groups in their order, then interventions."""
    latest: dict[str, date] = {}
    for line in lines:
        day = line.last_answer or line.day or EVER
        latest[line.round] = max(day, latest.get(line.round, EVER))
    return sorted(
        lines,
        key=lambda line: (
            -latest[line.round].toordinal(),
            line.round,
            GROUPS.index(line.group),
            line.insats or "",
        ),
    )


def _with_sums(lines: Iterable[RoundLine]) -> Iterator[RoundLine]:
    for _, found in groupby(lines, key=lambda line: (line.round, line.group)):
        parts = list(found)
        if len(parts) > 1:
            yield _sum(parts)
        yield from parts


def _sum(parts: Sequence[RoundLine]) -> RoundLine:
    lacking = sum(part.lacking for part in parts)
    return RoundLine(
        parts[0].round,
        parts[0].group,
        None,
        "",
        min((part.day for part in parts if part.day), default=None),
        None if lacking else sum(part.handed_out or 0 for part in parts),
        sum(part.answered for part in parts),
        max((part.last_answer for part in parts if part.last_answer), default=None),
        len(parts),
        lacking,
    )
