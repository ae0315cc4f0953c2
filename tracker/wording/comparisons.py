"""Words of comparisons: marks, the gap of women and men, what a reader should know."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.problems import N_
from tracker.wording.figures import share_decimals
from tracker.wording.language import Language

if TYPE_CHECKING:
    from tracker.comparisons.comparison import Comparison, Gap, Mark, Unit
    from tracker.measures.differences import Difference

MARKS: dict[str | None, str] = {
    "inside": N_("inside"),
    "may_deviate": N_("may deviate"),
    "deviates": N_("deviates"),
    "too_few": N_("too few to say"),
    None: N_("nothing to compare with"),
}
MARK_SIGNS: dict[str | None, str] = {
    "inside": "●",
    "may_deviate": "◇",
    "deviates": "◆",
    "too_few": "·",
    None: "○",
}
NO_RANKING = N_(
    "No ranking: differences inside the lines may be due to chance. The target groups differ."
)
NO_RANKING_WITHOUT_LINES = N_(
    "No ranking: small differences may be due to chance. The target groups differ."
)


def mark_label(language: Language, mark: "Mark | None") -> str:
    """A mark in words."""
    return language.text(MARKS[mark])


def points_text(language: Language, value: float | Fraction) -> str:
    """A difference in percentage points without its sign, never shown as 0 unless it is."""
    share = abs(Fraction(value))
    return language.points(share, max(1, share_decimals(share, None, Fraction(0))))


def apart_text(language: Language, found: "Difference") -> str:
    """A difference with its interval: −18,6 procentenheter (−34,1 till −1,2)."""
    if found.value is None:
        return ""
    said = _sign(found.value) + points_text(language, found.value)
    if found.low is None or found.high is None:
        return said
    low, high = _end(language, found.low), _end(language, found.high)
    return f"{said} ({language.text('{low} to {high}', low=low, high=high)})"


def _end(language: Language, end: float) -> str:
    share = abs(Fraction(end))
    decimals = max(1, share_decimals(share, None, Fraction(0)))
    return _sign(end) + language.number(share * 100, decimals)


def _sign(value: float | Fraction) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""


def gap_sentence(language: Language, gap: "Gap") -> str:
    """The gap in words only when it is clear."""
    found = gap.difference
    if found.is_clear is None or found.value is None:
        return language.text("Women and men are not compared: there are too few to say.")
    if not found.is_clear:
        return language.text("No clear difference between women and men.")
    higher = (
        N_("Clear difference between women and men: women are {points} higher.")
        if found.value > 0
        else N_("Clear difference between women and men: men are {points} higher.")
    )
    return language.text(higher, points=points_text(language, found.value))


def comparison_notes(language: Language, made: "Comparison") -> tuple[str, ...]:
    """What a reader should know of a comparison."""
    return tuple(_notes(language, made))


def _notes(language: Language, made: "Comparison") -> Iterable[str]:
    if made.way == "none" and made.reading.inference == "outcome":
        yield language.text(
            "The outcome is judged as it is, without an interval: nothing is said about chance."
        )
    yield from _result(language, made.units)
    if made.way == "rest":
        yield language.text("Each intervention is held against all the others together.")
    if made.overdispersion is not None:
        yield language.text(
            "The interventions differ more than chance explains; the lines are {times} times as "
            "wide.",
            times=language.number(made.overdispersion**0.5, 1),
        )
    has_lines = made.way == "funnel"
    yield language.text(NO_RANKING if has_lines else NO_RANKING_WITHOUT_LINES)
    yield language.plural(
        "{number} comparison was made.", "{number} comparisons were made.", made.made
    )


def _result(language: Language, units: "Iterable[Unit]") -> Iterable[str]:
    marks = [unit.mark for unit in units if unit.hidden is None]
    compared = sum(mark in ("inside", "may_deviate", "deviates") for mark in marks)
    if not compared:
        yield language.text("There are too few interventions to compare.")
        return
    yield language.plural(
        "Of {number} intervention compared, {deviate} deviates and {may} may deviate.",
        "Of {number} interventions compared, {deviate} deviate and {may} may deviate.",
        compared,
        deviate=marks.count("deviates"),
        may=marks.count("may_deviate"),
    )
    if "too_few" in marks:
        yield language.plural(
            "{number} intervention has too few to say anything of.",
            "{number} interventions have too few to say anything of.",
            marks.count("too_few"),
        )
