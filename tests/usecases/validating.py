"""What the tests of validation share: a context without a store."""

from datetime import date

from db.seeds import SEEDS
from tests.factories import TODAY
from tracker.validation.context import CodeRef, Context, EpisodeRef, InterventionRef, QuestionRef
from tracker.validation.kinds import KINDS
from tracker.wording import language

ENDED = EpisodeRef(11, date(2021, 2, 2), date(2021, 10, 1), voided=False)
ONGOING = EpisodeRef(12, date(2021, 3, 3), None, voided=False)
VOIDED = EpisodeRef(13, date(2021, 3, 3), None, voided=True)


def a_context(lang="sv", today=TODAY, **changes) -> Context:
    """Two interventions, two goals, two questions, three episodes."""
    told = {
        "interventions": {
            "krus": InterventionRef(1, "krus", "KRUS", "individ"),
            "navet": InterventionRef(2, "navet", "Navet i Lillby", "individ"),
        },
        "goals": {"arbete-studier": "exits", "presenterat": "checklist"},
        "questions": {"i1": QuestionRef("i1", 4, "stöd"), "i2": QuestionRef("i2", 4, "")},
        "codes": {kept: tuple(CodeRef(*row) for row in rows) for kept, rows in SEEDS.items()},
        "episodes": {(1, "K-001"): ENDED, (1, "K-002"): ONGOING, (1, "K-003"): VOIDED},
        **changes,
    }
    return Context(today, language(lang), **told)


def a_column(kind, name):
    """A column of a kind."""
    return KINDS[kind].by_name[name]


def said(problems, lang="en"):
    """The problems as sentences."""
    return [language(lang).text(problem.message, **problem.params) for problem in problems]
