"""Money in words."""

from tracker.plans.sums import SumDifference
from tracker.wording.language import Language


def sum_difference(language: Language, found: SumDifference) -> str:
    """That a printed sum of the plan is another than its rows give."""
    return language.text(
        "The plan prints {printed} as “{label}” for {year}, but its rows give {parts}.",
        printed=language.kronor(found.printed),
        label=found.label,
        year=found.year,
        parts=language.kronor(found.parts),
    )
