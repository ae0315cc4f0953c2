"""Figures to compare: by the goal's own measure, at any confidence, of any interventions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.errors import DataError
from tracker.measures import Figure, Frame, Measured, Reading, evaluate
from tracker.measures.figure import ON_PERSONS
from tracker.measures.surveys import questions_of
from tracker.plans.model import Goal
from tracker.problems import N_

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
