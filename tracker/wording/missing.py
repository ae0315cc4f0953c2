"""What is missing behind a figure, in short: 14 unknown; 37 of 59 persons answered."""

from tracker.measures.figure import Figure
from tracker.plans.model import Goal
from tracker.wording.language import Language


def missing_text(language: Language, goal: Goal, figure: Figure) -> str:
    """What is missing, or is still to come; empty when nothing is."""
    if goal.measure == "survey" and figure.eligible and figure.persons is not None:
        return language.plural(
            "{persons} of {number} person answered",
            "{persons} of {number} persons answered",
            figure.eligible,
            persons=language.number(figure.persons),
        )
    told = []
    if figure.missing and goal.measure not in ("survey", "response_rate"):
        told.append(
            language.plural("{number} outcome unknown", "{number} outcomes unknown", figure.missing)
        )
    if figure.not_due:
        number = language.number(figure.not_due)
        told.append(language.text("{number} still to come", number=number))
    return ", ".join(told)
