"""The kinds *deltaganden* and *uppföljningar*: episodes and what came of them later."""

from db.codes import AgeBand, CodeList, FollowUpOutcome, NextStep, Sex, Support, WorkKind
from tracker.validation.coded import ExitReasonCode, ListedCode, OneCode, SeveralCodes, YesNo
from tracker.validation.dated import Day
from tracker.validation.fields import FieldType
from tracker.validation.model import Column, Kind
from tracker.validation.numeric import PerCent, Whole
from tracker.validation.references import InterventionKey
from tracker.validation.textual import RunningNumber, Text

PER_CENT = PerCent()
SUPPORT = SeveralCodes(Support, "ingen")
EPISODE_KEY = (
    Column("insats", "intervention_id", InterventionKey(), required=True),
    Column("deltagande", "number", RunningNumber(), required=True),
)


def about(name: str, attribute: str, kind: FieldType) -> Column:
    """A column about a person: unknown and declined are kept apart from not filled in."""
    return Column(name, attribute, kind, personal=True)


EPISODES = Kind(
    "deltaganden",
    "Episode",
    (
        *EPISODE_KEY,
        about("kön", "sex", OneCode(Sex)),
        about("åldersgrupp", "age_band", OneCode(AgeBand)),
        about("kommun", "municipality", Text(60)),
        Column("startdatum", "start_date", Day(), required=True),
        about("initierad_av", "initiated_by", ListedCode(CodeList.INITIATOR)),
        about("utbildning", "education", ListedCode(CodeList.EDUCATION)),
        about(
            "tid_i_försörjning",
            "support_time",
            ListedCode(CodeList.SUPPORT_TIME),
        ),
        about("försörjning_före", "support_before", SUPPORT),
        about("försörjning_efter", "support_after", SUPPORT),
        about(
            "försörjningsgrad_före",
            "support_degree_before",
            PER_CENT,
        ),
        about("försörjningsgrad_efter", "support_degree_after", PER_CENT),
        about("arbete_före", "work_before", PER_CENT),
        about("arbete_efter", "work_after", PER_CENT),
        about("arbetstyp_efter", "work_kind_after", OneCode(WorkKind)),
        about("studier_före", "study_before", PER_CENT),
        about("studier_efter", "study_after", PER_CENT),
        about("arbetssökande_före", "seeking_before", YesNo()),
        about("arbetssökande_efter", "seeking_after", YesNo()),
        about("hälsa_före", "health_before", Whole(1, 5)),
        about("hälsa_efter", "health_after", Whole(1, 5)),
        about("arbetsförmåga_före", "ability_before", Whole(0, 10)),
        about("arbetsförmåga_efter", "ability_after", Whole(0, 10)),
        about("sjukfrånvaro_före", "sick_leave_before", PER_CENT),
        about("sjukfrånvaro_efter", "sick_leave_after", PER_CENT),
        Column("slutdatum", "end_date", Day()),
        Column("avslutsanledning", "exit_reason", ExitReasonCode(CodeList.EXIT_REASON)),
        about("nästa_steg", "next_step", SeveralCodes(NextStep, "inget")),
        about("plan_efter", "plan_after", YesNo()),
        about("stegförflyttning", "step_forward", YesNo()),
        about("får_kontaktas", "may_contact", YesNo()),
    ),
    ("insats", "deltagande"),
)

EXIT_COLUMNS = (
    "slutdatum",
    "avslutsanledning",
    *(column.name for column in EPISODES.columns if column.name.endswith("_efter")),
    "nästa_steg",
    "stegförflyttning",
    "får_kontaktas",
)
"""The columns that are filled in when an episode ends."""

ENTRY_COLUMNS = tuple(column.name for column in EPISODES.columns if column.name not in EXIT_COLUMNS)
"""The columns that are filled in when an episode begins."""

FOLLOW_UPS = Kind(
    "uppföljningar",
    "FollowUp",
    (
        *EPISODE_KEY,
        Column("månader", "months", Whole(1, 120), required=True),
        Column("datum", "date", Day(), required=True),
        Column("utfall", "outcome", OneCode(FollowUpOutcome), required=True),
        about("försörjning", "support", SUPPORT),
        about("försörjningsgrad", "support_degree", PER_CENT),
        about("arbete", "work", PER_CENT),
        about("studier", "study", PER_CENT),
    ),
    ("insats", "deltagande", "månader"),
)
