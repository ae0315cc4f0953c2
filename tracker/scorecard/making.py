"""Making the scorecard: counts, figure, status, words, and the door for what is published."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from db.codes import Verdict
from db.tallies.board import AssessmentRow, assessments, interventions
from tracker.errors import DataError
from tracker.goals import Status, flags_of, judge, judge_against
from tracker.goals.flags import plan_flags
from tracker.measures import Figure, Frame, Measured, evaluate
from tracker.measures.differences import difference
from tracker.measures.figure import Reading, reading_of
from tracker.outlook import Outlook, make_outlook
from tracker.periods import Period, year_before, year_of
from tracker.plans.model import Goal, Plan
from tracker.problems import N_
from tracker.scorecard.ahead import in_words
from tracker.scorecard.card import Before, GoalCard, LineCard, PartCard, Scorecard
from tracker.wording.parts import part_label
from tracker.wording.sentences import Said, sentence
from tracker.wording.status import status_label
from tracker.workspace import Workspace

if TYPE_CHECKING:
    from tracker.privacy.counts import Publication

BOARD: dict[str | None, Status] = {
    Verdict.MET: Status.MET,
    Verdict.PARTLY: Status.PARTLY_MET,
    Verdict.NOT_MET: Status.NOT_MET,
}


def default_period(workspace: Workspace) -> Period:
    """The latest plan year that has begun, else the first one.

    Raises:
        DataError: the association has no plan.
    """
    years = [plan.year for plan in workspace.plans]
    if not years:
        raise DataError(N_("No plan has been applied yet. Apply one: tracker plan apply FILE"))
    begun = [year for year in years if date(year, 1, 1) <= workspace.today]
    return year_of(max(begun) if begun else min(years))


def make_scorecard(
    workspace: Workspace,
    period: Period | None = None,
    *,
    by: tuple[str, ...] = (),
    only: str | None = None,
    published: bool = False,
    ahead: bool = True,
    beside: "Publication | None" = None,
) -> Scorecard:
    """The scorecard of a period, by default the latest plan year that has begun.

    Args:
        workspace: where the rows are and who asks.
        period: the days that count.
        by: splits: `kön`, `insats`, `kommun`.
        only: the id of a single goal.
        published: hide what could identify a person.
        beside: what is told together with the published one.
        ahead: with forecast, call-backs and the year before, which takes half of the time.

    Raises:
        DataError: no plan, or no such goal.
    """
    period = period or default_period(workspace)
    plan = plan_of(workspace, period)
    goals = goals_of(plan, only)
    with workspace.store.read() as session:
        frame = frame_of(session, workspace, plan, period, by)
        board = assessments(session, workspace.association.id, period.label)
        desk = _Desk(session, workspace, plan, frame, board, published, ahead)
        cards = tuple(desk.card(goal) for goal in goals)
    scorecard = Scorecard(
        workspace.association.name, plan, period, workspace.today, published, cards
    )
    if not published:
        return scorecard
    from tracker import privacy  # loaded only for what is published

    remembered = partial(privacy.known_to_readers, workspace, beside=beside)
    return privacy.publish(scorecard, workspace.language, remembered)


def plan_of(workspace: Workspace, period: Period) -> Plan:
    """The plan that a period is judged by: that of its last day, else the nearest.

    Raises:
        DataError: the association has no plan.
    """
    plan = workspace.plan_for(period.last_day)
    if plan is None:
        raise DataError(N_("No plan has been applied yet. Apply one: tracker plan apply FILE"))
    return plan


def goals_of(plan: Plan, only: str | None) -> tuple[Goal, ...]:
    """The goals of a plan, or the one that is asked for.

    Raises:
        DataError: there is no such goal; names those there are.
    """
    goals = tuple(goal for goal in plan.goals if only in (None, goal.id))
    if not goals:
        names = ", ".join(goal.id for goal in plan.goals)
        raise DataError(N_("There is no goal “{goal}”. Goals: {names}"), goal=only, names=names)
    return goals


def frame_of(
    session: Session, workspace: Workspace, plan: Plan, period: Period, by: tuple[str, ...] = ()
) -> Frame:
    """The frame that the goals of a plan are measured in, read as its first goal is."""
    number = workspace.association.id
    rows = tuple(interventions(session, number))
    reading = reading_of(plan.goals[0], plan)
    return Frame(session, number, workspace.today, period, plan, rows, reading, by)


@dataclass(frozen=True)
class _Desk:
    """One session's worth of what every goal's card is made with."""

    session: Session
    workspace: Workspace
    plan: Plan
    frame: Frame
    board: dict[str, AssessmentRow]
    published: bool
    ahead: bool

    def card(self, goal: Goal) -> GoalCard:
        """Counts, figure, status and words of one goal: steps 4 to 6 of the straight line."""
        frame = replace(self.frame, reading=reading_of(goal, self.plan))
        measured = evaluate(goal, frame)
        then = self._year_before(goal, frame)
        before = _before(measured.total, then.total, frame.reading) if then else None
        status = self._status(goal, measured.total, frame, before)
        flags = flags_of(goal, measured.total, frame.reading, frame.period, frame.today)
        flags |= measured.flags | plan_flags(self.plan, frame.period)
        is_open = frame.period.is_open(frame.today)
        said = Said(goal, measured.total, status, frame.reading, is_open)
        outlook = self._outlook(said, frame) if self.ahead else Outlook()
        if outlook.definition_changed:
            flags |= {"definition_changed"}
        board = self.board.get(goal.id)
        return GoalCard(
            goal=goal,
            figure=measured.total,
            reading=frame.reading,
            status=status,
            label=self._label(goal, status),
            sentence=sentence(self.workspace.language, said),
            flags=tuple(sorted(flags)),
            lines=self._lines(goal, measured.total, frame),
            splits=self._splits(goal, measured, then, frame),
            before=before,
            verdict=board.verdict if board else None,
            comment=board.comment if board else None,
            rests_on=measured.rests_on,
            forecast=outlook.forecast,
            clarity=outlook.clarity,
            call_backs=outlook.call_backs,
            last_period=outlook.last_period,
        )

    def _status(self, goal: Goal, figure: Figure, frame: Frame, before: Before | None) -> Status:
        if goal.measured is not None and goal.measured > frame.today:
            return Status.NOT_DUE
        if goal.measure == "assessment":
            board = self.board.get(goal.id)
            return BOARD.get(board.verdict if board else None, Status.NO_DATA)
        if before is not None:
            ends = (before.low, before.high)
            return judge_against(
                goal, figure, before.figure, ends, frame.reading, published=self.published
            )
        return judge(goal, figure, frame.reading, published=self.published)

    def _year_before(self, goal: Goal, frame: Frame) -> Measured | None:
        """The same figures a year earlier, for goals to do better than that."""
        if goal.target != "last_year":
            return None
        return evaluate(goal, replace(frame, period=year_before(frame.period), with_parts=False))

    def _outlook(self, said: Said, frame: Frame) -> Outlook:
        """What is ahead of the goal, and the year before as its own plan defined it."""
        plan_before = self.workspace.plan_for(year_before(frame.period).last_day)
        outlook = make_outlook(said.goal, said.figure, said.status, frame, plan_before)
        return in_words(self.workspace.language, said, outlook)

    def _lines(self, goal: Goal, figure: Figure, frame: Frame) -> tuple[LineCard, ...]:
        return tuple(
            LineCard(line.label, line.target, self._against_line(goal, line.target, figure, frame))
            for line in goal.lines
        )

    def _against_line(self, goal: Goal, target: Fraction, figure: Figure, frame: Frame) -> Status:
        """The status against a further line, judged as a goal with that target would be."""
        goal = replace(goal, target=target)
        reading = reading_of(goal, self.plan)
        if figure.exact or (reading.has_interval and not frame.reading.has_interval):
            figure = evaluate(goal, replace(frame, reading=reading, by=())).total
        return self._status(goal, figure, replace(frame, reading=reading), None)

    def _splits(
        self, goal: Goal, measured: Measured, then: Measured | None, frame: Frame
    ) -> dict[str, tuple[PartCard, ...]]:
        return {
            split: tuple(
                self._part(goal, split, key, figure, then, frame, is_partial=partial)
                for key, figure in parts.items()
            )
            for split, parts in measured.splits.items()
            for partial in (split == "kön" and measured.undivided,)
        }

    def _part(
        self,
        goal: Goal,
        split: str,
        key: str | None,
        figure: Figure,
        then: Measured | None,
        frame: Frame,
        *,
        is_partial: bool,
    ) -> PartCard:
        before = None
        if then is not None:
            before = _before(figure, then.splits[split].get(key, Figure()), frame.reading)
        status = self._status(goal, figure, frame, before)
        names = {row.key: row.name for row in frame.interventions}
        language = self.workspace.language
        name = names.get(key or "") or part_label(language, split, key, is_untold=is_partial)
        label = self._label(goal, status)
        return PartCard(key, name, figure, status, label, is_partial=is_partial)

    def _label(self, goal: Goal, status: Status) -> str:
        return status_label(
            self.workspace.language,
            status,
            is_open=self.frame.period.is_open(self.frame.today),
            direction=goal.direction,
            min_show=self.plan.settings.min_show,
        )


def _before(now: Figure, then: Figure, reading: Reading) -> Before:
    """A figure of the year before and how far it lies from this year's."""
    apart = difference(now, then, reading.confidence)
    return Before(then, apart.low, apart.high)
