"""The tables of the pane Enkäter: rounds, the indicators of one, the questionnaire of the plan."""

from collections.abc import Iterable

from tracker.plans.model import Plan
from tracker.problems import N_
from tracker.surveys.indicators import Indicator
from tracker.surveys.rounds import RoundLine
from tracker.surveys.words import indicator_cells, question_cells, round_cells
from tracker.wording import Language
from tui.widgets.line_table import Column, Line

ROUND_COLUMNS = (
    Column(N_("Round"), 11, 14),
    Column(N_("Respondents"), 0, 0),
    Column(N_("Intervention"), 12, 14),
    Column(N_("Handed out"), 9, 9),
    Column(N_("Answers"), 5, 6),
    Column(N_("Rate"), 6, 6),
    Column(N_("Latest"), 7, 8),
)
INDICATOR_COLUMNS = (
    Column(N_("Indicator"), 9, 9),
    Column(N_("Theme"), 0, 0),
    Column(N_("Positive"), 16, 16),
    Column(N_("Share"), 7, 7),
    Column(N_("Interval"), 9, 9),
)
QUESTION_COLUMNS = (
    Column(N_("Question"), 6, 8),
    Column(N_("Indicator"), 9, 9),
    Column(N_("Theme"), 0, 0),
    Column(N_("Steps"), 5, 5),
    Column(N_("Positive"), 8, 8),
    Column(N_("Respondents"), 0, 0),
)


def round_line(language: Language, line: RoundLine) -> Line:
    """A line of the rounds; sums stand out."""
    return Line(round_cells(language, line), bold=line.is_sum)


def indicator_lines(language: Language, found: Iterable[Indicator]) -> list[Line]:
    """The indicators of a round."""
    return [Line(indicator_cells(language, each)) for each in found]


def question_lines(language: Language, plan: Plan | None) -> list[Line]:
    """The questionnaire of a plan."""
    questions = plan.questions if plan else ()
    return [Line(question_cells(language, each)) for each in questions]
