"""The method note in a report, and as a document of its own."""

from tracker.methods import method_note
from tracker.reports.drafts import DraftSection
from tracker.reports.model import Report, Section
from tracker.scorecard import Scorecard
from tracker.wording import Language

LEVEL = 2
"""Of the note's own headings; those of its parts are below."""


def method_section(language: Language, scorecard: Scorecard) -> DraftSection:
    """The note as one section; what the goals mean has a section of its own."""
    parts = method_note(scorecard, language, definitions=False)
    return DraftSection(
        language.text("How the figures were made"),
        tuple(f"{part.heading}. {' '.join(part.paragraphs)}" for part in parts),
        is_method=True,
        key="metod",
    )


def method_report(language: Language, scorecard: Scorecard) -> Report:
    """The whole note, definitions and all, ready to be written in any format."""
    title = language.text("How the figures were made")
    day = language.text("as of {day}", day=language.day(scorecard.as_of))
    return Report(
        title=title,
        subtitle=f"{scorecard.association} · {scorecard.period.label} · {day}",
        language=language.code,
        sections=tuple(
            Section(part.heading, part.paragraphs, level=LEVEL - 1 + part.level)
            for part in method_note(scorecard, language)
        ),
        about={
            "author": scorecard.association,
            "subject": scorecard.period.label,
            "date": scorecard.as_of.isoformat(),
        },
    )
