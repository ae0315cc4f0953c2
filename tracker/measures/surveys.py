"""The measures `survey` and `response_rate`: what respondents answered, and how many did."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from db.tallies.scope import Cell
from db.tallies.surveys import Respondents, Scale, answers_by_question, answers_by_respondent
from tracker.measures.answers import answers_figure
from tracker.measures.figure import Figure, Measured, Part, Reading
from tracker.measures.frame import Frame
from tracker.measures.handed_out import handed_out
from tracker.measures.shares import bounds, interval
from tracker.plans.model import Goal, Question

Cells = list[tuple[Cell, Respondents]]
NOBODY = Figure(x=0, n=0, persons=0, known=0)


def survey(goal: Goal, frame: Frame) -> Measured:
    """Share of positive answers, or of respondents, over the goal's questions."""
    if goal.combine == "indicator_wise":
        return _lowest_indicator(goal, frame)
    asked = questions_of(goal, frame)
    cells = _cells(goal, frame, asked)
    total = _with_response(answers_figure(_all(cells), goal.combine, frame.reading), goal, frame)
    make: Callable[[Sequence[Respondents]], Figure] = lambda part: answers_figure(  # noqa: E731
        part, goal.combine, frame.reading
    )
    splits = {split: _split(cells, frame, split, make) for split in frame.by if split != "kommun"}
    return Measured(replace(total, parts=_parts(goal, frame)), splits)


def questions_of(goal: Goal, frame: Frame) -> tuple[Question, ...]:
    """The questions that the goal names, itself or by indicator; each once."""
    return tuple(
        question
        for question in frame.plan.questions
        if question.id in goal.questions or set(question.indicators) & set(goal.indicators)
    )


def scales_of(questions: Iterable[Question]) -> list[Scale]:
    """The questions by their scale."""
    by_scale: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for question in questions:
        by_scale[question.steps, question.positive].append(question.id)
    return [Scale(tuple(ids), steps, positive) for (steps, positive), ids in by_scale.items()]


def groups_of(goal: Goal, frame: Frame) -> tuple[str, ...]:
    """The groups that the goal names, else those that its questions are put to; empty: all."""
    if goal.groups:
        return goal.groups
    asked = questions_of(goal, frame)
    return tuple(sorted({group for question in asked for group in question.groups}))


def _cells(goal: Goal, frame: Frame, asked: Iterable[Question]) -> Cells:
    return answers_by_respondent(
        frame.session,
        frame.scope(frame.any_kind(goal)),
        groups_of(goal, frame),
        scales_of(asked),
        frame.dimensions,
    )


def _all(cells: Cells) -> list[Respondents]:
    return [respondents for _, respondents in cells]


def _split(
    cells: Cells, frame: Frame, split: str, make: Callable[[Sequence[Respondents]], Figure]
) -> dict[str | None, Figure]:
    parts: dict[str | None, list[Respondents]] = defaultdict(list)
    for cell, respondents in cells:
        parts[frame.key_of(split, cell)].append(respondents)
    ordered = sorted(parts.items(), key=lambda part: (part[0] is None, part[0] or ""))
    return {key: make(part) for key, part in ordered}


def _parts(goal: Goal, frame: Frame) -> tuple[Part, ...]:
    """Each indicator's own share: an average hides one at 60 %."""
    if not frame.with_parts:
        return ()
    figures = _indicator_figures(goal, replace(frame, by=()))
    return tuple(_part(indicator, figure) for indicator, figure in figures.items())


def _indicator_figures(goal: Goal, frame: Frame) -> dict[int, Figure]:
    """The figure of each indicator; those of a single question come from one query together."""
    asked = {indicator: _asking(indicator, frame) for indicator in goal.indicators}
    alone = [questions[0] for questions in asked.values() if len(questions) == 1]
    by_question = answers_by_question(
        frame.session,
        frame.scope(frame.any_kind(goal)),
        groups_of(goal, frame),
        scales_of(dict.fromkeys(alone)),
    )
    return {
        indicator: answers_figure(
            by_question.get(questions[0].id, [])
            if len(questions) == 1
            else _all(_cells(goal, frame, questions)),
            "answers",
            frame.reading,
        )
        for indicator, questions in asked.items()
    }


def _asking(indicator: int, frame: Frame) -> list[Question]:
    """The questions of an indicator."""
    return [question for question in frame.plan.questions if indicator in question.indicators]


def _part(indicator: int, figure: Figure) -> Part:
    return Part(
        indicator,
        int(figure.x or 0),
        int(figure.n or 0),
        figure.persons or 0,
        figure.value,
        figure.low,
        figure.high,
    )


def _lowest_indicator(goal: Goal, frame: Frame) -> Measured:
    """The figures of the lowest indicator: if it reaches the goal, all do."""
    figure = _lowest(goal, replace(frame, by=()))
    whole = _with_response(figure, goal, frame)
    splits = {split: _split_lowest(goal, frame, split) for split in frame.by if split != "kommun"}
    return Measured(replace(whole, parts=_parts(goal, frame)), splits)


def _lowest(goal: Goal, frame: Frame) -> Figure:
    return _least(list(_indicator_figures(goal, frame).values()))


def _least(figures: list[Figure]) -> Figure:
    answered = [figure for figure in figures if figure.value is not None]
    return min(answered, key=lambda figure: figure.value or Fraction(0), default=NOBODY)


def _split_lowest(goal: Goal, frame: Frame, split: str) -> dict[str | None, Figure]:
    parts: dict[str | None, list[Figure]] = defaultdict(list)
    for indicator in goal.indicators:
        cells = _cells(goal, frame, _asking(indicator, frame))
        figures = _split(
            cells, frame, split, lambda part: answers_figure(part, "answers", frame.reading)
        )
        for key, figure in figures.items():
            parts[key].append(figure)
    return {key: _least(figures) for key, figures in parts.items()}


def _with_response(figure: Figure, goal: Goal, frame: Frame) -> Figure:
    """Add how many were asked, where every round says it, and what the silent could change."""
    eligible = handed_out(frame, frame.any_kind(goal), groups_of(goal, frame))
    persons = figure.persons or 0
    if eligible is None or eligible < persons:
        return replace(figure, eligible=eligible, known=figure.persons)
    missing = eligible - persons
    each_weighs_one = figure.n == figure.persons
    return replace(
        _of_those_asked(figure, eligible, frame.reading),
        eligible=eligible,
        missing=missing,
        known=figure.persons,
        bounds=bounds(figure.x or 0, eligible, missing) if each_weighs_one else None,
    )


def _of_those_asked(figure: Figure, eligible: int, reading: Reading) -> Figure:
    """The interval of what all who were asked would have answered, where that is what it is of."""
    if reading.inference != "population" or figure.clustered:
        return figure
    low, high, method = interval(int(figure.x or 0), int(figure.n or 0), eligible, reading)
    return replace(figure, low=low, high=high, method=method)


def response_rate(goal: Goal, frame: Frame) -> Measured:
    """Respondents of the forms that were handed out; no interval."""
    scope = frame.scope(frame.any_kind(goal))
    cells = answers_by_respondent(
        frame.session, scope, goal.groups, scales_of(frame.plan.questions), ()
    )
    answered = sum(respondents.respondents for _, respondents in cells)
    asked = handed_out(frame, frame.any_kind(goal), goal.groups)
    return Measured(
        Figure(
            x=answered,
            n=asked,
            value=Fraction(answered, asked) if asked else None,
            persons=answered,
            eligible=asked,
            missing=asked - answered if asked is not None and asked >= answered else None,
            known=answered,
        )
    )
