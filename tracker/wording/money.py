"""Money in words."""

from db.codes import MoneyKind
from tracker.plans.sums import SumDifference
from tracker.wording.labels import label
from tracker.wording.language import Language


def item(language: Language, name: str, kind: str | None, *, is_beside: bool) -> str:
    """What money is for: its name, else its kind; marked where the plan's table has no such row."""
    called = name or (label(language, MoneyKind, kind) if kind else "")
    return language.text("{item} (not in the plan)", item=called) if is_beside else called


def sum_difference(language: Language, found: SumDifference) -> str:
    """That a printed sum of the plan is another than its rows give."""
    return language.text(
        "The plan prints {printed} as “{label}” for {year}, but its rows give {parts}.",
        printed=language.kronor(found.printed),
        label=found.label,
        year=found.year,
        parts=language.kronor(found.parts),
    )
