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
    Column(N_("Round"), 14, 16),
    Column(N_("Respondents"), 0, 26),
    Column(N_("Intervention"), 12, 0),
    Column(N_("Sent out"), 8, 12),
    Column(N_("Answers"), 7, 10),
    Column(N_("Share"), 5, 8),
    Column(N_("Latest"), 6, 10),
)
INDICATOR_COLUMNS = (
    Column(N_("Indicator"), 9, 9),
    Column(N_("Theme"), 0, 0),
    Column(N_("Positive"), 17, 26),
    Column(N_("Share"), 7, 9),
    Column(N_("Interval"), 9, 12),
)
QUESTION_COLUMNS = (
    Column(N_("Question"), 6, 8),
    Column(N_("Indicator"), 9, 9),
    Column(N_("Theme"), 0, 0),
    Column(N_("Steps"), 5, 6),
    Column(N_("Positive"), 8, 9),
    Column(N_("Respondents"), 0, 0),
)


def round_line(language: Language, line: RoundLine, *, is_wide: bool) -> Line:
    """A line of the rounds; sums stand out, names are written out where there is room."""
    return Line(round_cells(language, line, with_name=is_wide), bold=line.is_sum)


def indicator_lines(language: Language, found: Iterable[Indicator]) -> list[Line]:
    """The indicators of a round."""
    return [Line(indicator_cells(language, each)) for each in found]


def question_lines(language: Language, plan: Plan | None) -> list[Line]:
    """The questionnaire of a plan."""
    questions = plan.questions if plan else ()
    return [Line(question_cells(language, each)) for each in questions]
