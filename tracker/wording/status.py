"""The words and signs of goal status; the sign's shape carries the meaning, never colour alone."""

from tracker.goals.status import Status
from tracker.problems import N_
from tracker.wording.language import Language

LABELS: dict[Status, str] = {
    Status.MET_CLEAR: N_("Goal clearly met"),
    Status.MET_UNCLEAR: N_("Goal met – may be due to chance"),
    Status.NOT_MET_UNCLEAR: N_("Goal not met – may be due to chance"),
    Status.NOT_MET_CLEAR: N_("Goal clearly not met"),
    Status.TOO_FEW: N_("Too few to judge"),
    Status.SUPPRESSED: N_("Not shown – fewer than {min_show} persons"),
    Status.NO_DATA: N_("No data"),
    Status.MET: N_("Goal met"),
    Status.NOT_MET: N_("Goal not met"),
    Status.PARTLY_MET: N_("Partly met"),
    Status.NO_TARGET: N_("No target – reported"),
    Status.UNDETERMINED: N_("Cannot be determined – too much is missing"),
    Status.NOT_DUE: N_("Measured later"),
}
SO_FAR: dict[str, dict[Status, str]] = {
    "min": {
        Status.MET_CLEAR: N_("So far clearly above the goal"),
        Status.MET_UNCLEAR: N_("So far above the goal – may be due to chance"),
        Status.NOT_MET_UNCLEAR: N_("So far below the goal – may be due to chance"),
        Status.NOT_MET_CLEAR: N_("So far clearly below the goal"),
        Status.MET: N_("So far above the goal"),
        Status.NOT_MET: N_("So far below the goal"),
    },
    "max": {
        Status.MET_CLEAR: N_("So far clearly within the limit"),
        Status.MET_UNCLEAR: N_("So far within the limit – may be due to chance"),
        Status.NOT_MET_UNCLEAR: N_("So far beyond the limit – may be due to chance"),
        Status.NOT_MET_CLEAR: N_("So far clearly beyond the limit"),
        Status.MET: N_("So far within the limit"),
        Status.NOT_MET: N_("So far beyond the limit"),
    },
}
HIDDEN: dict[str, str] = {
    "small": LABELS[Status.SUPPRESSED],
    "complementary": N_("Not shown – other figures could be worked out"),
    "earlier": N_("Not shown – an earlier publication could be worked out"),
}
SIGNS: dict[Status, str] = {
    Status.MET_CLEAR: "▲",
    Status.MET_UNCLEAR: "△",
    Status.NOT_MET_UNCLEAR: "▽",
    Status.NOT_MET_CLEAR: "▼",
    Status.MET: "✓",
    Status.NOT_MET: "✗",
    Status.PARTLY_MET: "◐",
    Status.TOO_FEW: "·",
    Status.SUPPRESSED: "▒",
    Status.NO_DATA: "–",
    Status.NOT_DUE: "◷",
    Status.NO_TARGET: "○",
    Status.UNDETERMINED: "?",
}
FLAGS: dict[str, str] = {
    "period_open": N_("The period is still open"),
    "other_plan": N_("Judged by the plan of another year"),
    "partly_delivered": N_("Some interventions have not shown their counts"),
    "not_delivered_whole": N_("Counts were delivered for other days than the period asked for"),
    "delivered_in_part": N_("Some interventions have delivered for a part of the period only"),
    "missing_could_decide": N_("What is missing could decide the outcome"),
    "cannot_be_clear": N_("Too few to be clear, whatever the outcome"),
    "definition_changed": N_("The goal's definition has changed"),
    "wide": N_("The interval is wider than 30 percentage points"),
    "low_response": N_("Fewer than half have answered"),
    "few_respondents": N_("Fewer than 30 respondents: the interval is rougher than it looks"),
}


def status_label(
    language: Language,
    status: Status,
    *,
    is_open: bool = False,
    direction: str = "min",
    hidden: str | None = None,
    min_show: int = 5,
) -> str:
    """The status in words; while the period is open, how it stands so far."""
    if hidden is not None:
        return language.text(HIDDEN[hidden], min_show=min_show)
    so_far = SO_FAR[direction].get(status) if is_open else None
    return language.text(so_far or LABELS[status], min_show=min_show)


def flag_label(language: Language, flag: str) -> str:
    """A flag in words."""
    return language.text(FLAGS[flag])


LEVELS: dict[str, str] = {
    "individ": N_("Individual"),
    "struktur": N_("Structure"),
    "organisation": N_("Organisation"),
    "ekonomi": N_("Economy"),
}


def level_label(language: Language, level: str) -> str:
    """A level of goals in words."""
    return language.text(LEVELS[level])
