"""Who took part in the interventions: what is known of it, or what readers see."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from db.codes import Sex
from db.tallies.board import InterventionRow
from db.tallies.participants import FlowTally
from db.tallies.scope import Cell
from db.tallies.spans import median_stays
from tracker.board.readers import HIDDEN, Readers
from tracker.measures import Frame
from tracker.measures.delivered_tables import undivided_flows
from tracker.measures.participant_flow import FLOW, PARTICIPANTS, UNKNOWN_SEX, participant_flow
from tracker.privacy.counts import Count, Reason
from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.parts import part_label

Fact = tuple[str, str]
"""What something is called, and what it is; without a name it goes on from the one before."""
Place = tuple[int, str | None]
"""Intervention and sex; None: all together."""
NOTHING = "–"
NOBODY = FlowTally()


@dataclass(frozen=True)
class _Told:
    """A number: in words or what stands in its place, and whether it is shown."""

    sex: str | None
    said: str
    is_seen: bool
    reason: Reason | None = None
    """Why it is hidden; None: it is not, or no report prints it."""

    @property
    def cell(self) -> str:
        """In a narrow column."""
        return self.said if self.is_seen else HIDDEN


class TakingPart:
    """The participants of every intervention, counted once."""

    def __init__(self, language: Language, frame: Frame, readers: Readers | None) -> None:
        self.language = language
        self.period = frame.period
        self.readers = readers
        """None: everything is told."""
        self.tallies = _tallies(frame)
        self.undivided = undivided_flows(frame.session, frame.scope(None))
        stays = median_stays(frame.session, frame.scope(None), ("intervention_id",))
        self.stays = {cell.intervention_id: stay for cell, stay in stays.items()}

    def cells(self, row: InterventionRow) -> tuple[str, str, str, str]:
        """Ongoing at end, new, ended; half lasted so many days."""
        if self._is_nobody(row):
            return NOTHING, NOTHING, NOTHING, NOTHING
        _, new, ended, ongoing = self._flow(row)
        half = self._half(row)
        return ongoing.cell, new.cell, ended.cell, half.cell if half else NOTHING

    def facts(self, row: InterventionRow, planned: str) -> Iterator[Fact]:
        """Everything that is told of them, and why something is not."""
        if self._is_nobody(row):
            return
        text = self.language
        number = self._number(row, PARTICIPANTS)
        said = text.text("{number} of {planned} planned", number=number.said, planned=planned)
        yield text.text("Participants"), said if planned and number.is_seen else number.said
        sexes = list(self._sexes(row))
        if any(each.is_seen for each in sexes):
            yield "", " · ".join(self._by_sex(row, sexes))
        flow = self._flow(row)
        yield text.text("Flow"), self._in_words(flow)
        if half := self._half(row):
            said = text.text("half lasted {days} days", days=half.said)
            yield text.text("Length of stay"), said if half.is_seen else half.said
        yield from self._notes((number, *sexes, *flow))

    def _in_words(self, flow: tuple[_Told, ...]) -> str:
        if not any(each.is_seen for each in flow):
            return " · ".join(dict.fromkeys(each.said for each in flow))
        start, new, ended, end = (each.said for each in flow)
        said = N_("{start} at start + {new} new − {ended} ended = {end} at end")
        return self.language.text(said, start=start, new=new, ended=ended, end=end)

    def _flow(self, row: InterventionRow) -> tuple[_Told, ...]:
        return tuple(self._number(row, measure) for measure in FLOW)

    def _number(self, row: InterventionRow, measure: str, sex: str | None = None) -> _Told:
        days, value = self.period, _numbers(self.tallies.get((row.id, sex), NOBODY))[measure]
        count = Count(measure, days.start, days.end, value, insats=row.key, sex=sex)
        if self.readers is None or self.readers.see(count):
            return _Told(sex, self.language.number(value), is_seen=True)
        said = self.readers.instead(self.language, count)
        return _Told(sex, said, is_seen=False, reason=self.readers.reasons.get(count))

    def _sexes(self, row: InterventionRow) -> Iterator[_Told]:
        known: tuple[str, ...] = (*Sex, UNKNOWN_SEX)
        if self.readers is not None:
            known = tuple(Sex) if self.readers.has_sexes else ()
        for sex in known:
            if (row.id, sex) in self.tallies:
                yield self._number(row, PARTICIPANTS, sex)

    def _by_sex(self, row: InterventionRow, sexes: list[_Told]) -> Iterator[str]:
        untold = row.id in self.undivided
        for each in sexes:
            sex = None if each.sex == UNKNOWN_SEX else each.sex
            name = part_label(self.language, "kön", sex, is_untold=untold)
            yield f"{name.casefold()} {each.said}"

    def _half(self, row: InterventionRow) -> _Told | None:
        """The median stay, which tells of those who ended; None: of nobody, or of too few."""
        *_, ended, _ = self._flow(row)
        stay = self.stays.get(row.id)
        if not ended.is_seen:
            return ended
        if stay is None or (self.readers is not None and stay.exits < self.readers.fewest):
            return None
        return replace(ended, said=self.language.number(stay.days))

    def _is_nobody(self, row: InterventionRow) -> bool:
        """Whether nobody took part, and readers may be told so."""
        if (row.id, None) in self.tallies:
            return False
        return self._number(row, PARTICIPANTS).reason is None

    def _notes(self, told: tuple[_Told, ...]) -> Iterator[Fact]:
        """What stands for hidden numbers, explained once."""
        if self.readers is None:
            return
        reasons = {each.reason for each in told}
        for reason, note in self.readers.notes.items():
            if reason in reasons:
                yield "", note


def _numbers(tally: FlowTally) -> Mapping[str, int]:
    """The numbers of a flow by the names that publications have for them."""
    flow = (tally.ongoing_start, tally.new, tally.ended, tally.ongoing_end)
    return {**dict(zip(FLOW, flow, strict=True)), PARTICIPANTS: tally.ongoing_start + tally.new}


def _tallies(frame: Frame) -> dict[Place, FlowTally]:
    sums: dict[Place, FlowTally] = defaultdict(FlowTally)
    by = ("intervention_id", "sex")
    for cell, tally in participant_flow(frame.session, frame.scope(None), by):
        for place in _places(cell):
            sums[place] += tally
    return dict(sums)


def _places(cell: Cell) -> Iterator[Place]:
    if cell.intervention_id is not None:
        yield cell.intervention_id, cell.sex or UNKNOWN_SEX
        yield cell.intervention_id, None
