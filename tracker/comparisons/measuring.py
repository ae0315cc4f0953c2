"""Figures to compare: by the goal's own measure, at any confidence, of any interventions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tracker.errors import DataError
from tracker.measures import Figure, Frame, Measured, Reading, evaluate
from tracker.measures.figure import ON_PERSONS, reading_of
from tracker.measures.surveys import questions_of
from tracker.periods import Period
from tracker.plans.model import Goal
from tracker.problems import N_
from tracker.scorecard.making import default_period, frame_of, goals_of, plan_of
from tracker.workspace import Workspace

SPLITS = ("insats", "kön")


def refuse_what_has_no_parts(goal: Goal) -> None:
    """Goals whose interventions cannot be compared.

    Raises:
        DataError: the goal says nothing of persons, or is judged one indicator at a time.
    """
    if goal.measure not in ON_PERSONS:
        raise DataError(
            N_("The goal “{goal}” does not count persons, so its interventions are not compared."),
            goal=goal.id,
        )
    if goal.combine == "indicator_wise":
        raise DataError(
            N_(
                "The goal “{goal}” is judged one indicator at a time; the lowest differs from one "
                "intervention to another, so they are not compared."
            ),
            goal=goal.id,
        )


@dataclass(frozen=True)
class Measuring:
    """A goal in a frame, ready to be measured for comparisons."""

    goal: Goal
    frame: Frame

    @property
    def by_chance(self) -> bool:
        """Whether the plan asks how much chance could explain at all."""
        return self.frame.reading.inference != "outcome"

    @property
    def confidence(self) -> float:
        """The confidence of the differences that are shown."""
        return self.frame.reading.confidence

    def shown(self) -> Measured:
        """The figures as the scorecard has them, by intervention and by sex."""
        return evaluate(self.goal, replace(self.frame, by=SPLITS))

    def by_sex(self) -> dict[str | None, Figure]:
        """The figures of women and men with intervals to compare."""
        frame = replace(self.frame, reading=self._reading(self.confidence), by=("kön",))
        return evaluate(self.goal, frame).splits["kön"]

    def of(self, keys: Iterable[str], confidence: float) -> Figure:
        """The figure of some interventions together, with its interval at a confidence."""
        frame = replace(self.frame, reading=self._reading(confidence), by=())
        goal = replace(
            self.goal,
            insatser=tuple(keys),
            indicators=(),
            questions=tuple(question.id for question in questions_of(self.goal, self.frame)),
        )
        return evaluate(goal, frame).total

    def _reading(self, confidence: float) -> Reading:
        """Comparisons ask of the level behind the figures, whatever the goal's target is."""
        return replace(
            self.frame.reading, inference="process", all_or_none=False, confidence=confidence
        )


@contextmanager
def to_measure(
    workspace: Workspace, goal_id: str, period: Period | None = None
) -> Iterator[Measuring]:
    """A goal in a period, by default the latest plan year that has begun; while the store is read.

    Raises:
        DataError: no plan, no such goal, or one whose interventions cannot be compared.
    """
    period = period or default_period(workspace)
    plan = plan_of(workspace, period)
    goal = goals_of(plan, goal_id)[0]
    refuse_what_has_no_parts(goal)
    with workspace.store.read() as session:
        frame = frame_of(session, workspace, plan, period)
        yield Measuring(goal, replace(frame, reading=reading_of(goal, plan)))


def is_few(figure: Figure, fewest: int) -> bool:
    """Whether a figure rests on too few persons to be judged."""
    return figure.value is None or (figure.persons or 0) < fewest
