"""What a comparison with a bundle found, in words and as JSON."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from textwrap import shorten
from typing import Any

from tracker.freezing.cause_words import cause_text
from tracker.freezing.causes import Cause
from tracker.freezing.figures import BETWEEN, UNKNOWN, goal_of
from tracker.freezing.verifying import Difference, Verified
from tracker.goals import Status
from tracker.problems import N_
from tracker.wording import Language
from tracker.wording.goal_labels import METHODS
from tracker.wording.parts import part_label
from tracker.wording.status import status_label

LONGEST = 90
"""Characters of a goal's text that are repeated."""


def report_lines(language: Language, found: Verified) -> Iterator[str]:
    """Everything that a person should know, line by line."""
    about = found.bundle.about
    yield language.text(
        "{association}, {period}, frozen as of {day} with version {version}.",
        association=about["association"],
        period=about["period"],
        day=about["as_of"],
        version=about["program"],
    )
    if not found.can_look_inside:
        yield language.text(
            "This store is not the one that the bundle was made in: only what was published could "
            "be compared."
        )
    if found.is_same:
        yield language.plural(
            "{number} figure was made again and is the same.",
            "{number} figures were made again, and all are the same.",
            found.figures,
        )
        yield from _harmless(language, found)
        return
    yield language.text(
        "{changed} of {all} figures are others now:",
        changed=language.number(len(found.differences)),
        all=language.number(found.figures),
    )
    texts = _texts(found)
    for goal, differences in groupby(found.differences, key=lambda each: goal_of(each.figure)):
        yield ""
        yield f"{goal}: {texts.get(goal, '')}".rstrip(": ")
        for causes, alike in groupby(differences, key=lambda each: each.causes):
            for each in alike:
                yield f"  {_part(language, each.figure)}: {_change(language, each)}"
            for cause in causes:
                yield f"    – {cause_text(language, cause)}"


def _part(language: Language, figure: str) -> str:
    """Which part of a goal a figure is of: all, an intervention, women, men."""
    _, split, key = (*figure.split(BETWEEN), "", "")[:3]
    if not split:
        return language.text("all")
    return part_label(language, split, None if key == UNKNOWN else key)


def _texts(found: Verified) -> dict[str, str]:
    """The texts of the goals as they were frozen, in short."""
    goals = found.bundle.published["goals"]
    return {goal["id"]: shorten(goal["text"], LONGEST, placeholder=" …") for goal in goals}


def _harmless(language: Language, found: Verified) -> Iterator[str]:
    """What changed without changing a figure."""
    if found.same_data:
        yield language.text("The rows of the store are exactly what they were.")
        return
    yield language.text("Rows have changed since, but no figure of the period:")
    for cause in found.rows:
        yield f"   – {cause_text(language, cause)}"


def _change(language: Language, each: Difference) -> str:
    if each.shown_alike:
        return language.text("what is not shown has changed")
    told = [_numbers(language, figure) for figure in (each.before, each.after)]
    if told[0] != told[1]:
        return " → ".join(told)
    beside = {name for name in ("interval", "method", "status") if _differ(each, name)}
    if not beside:
        if _differing(each) == {"hidden"}:
            return language.text("not shown, now for another reason")
        return ", ".join(sorted(_differing(each)))
    return "; ".join(_beside(language, each, name) for name in sorted(beside))


def _differing(each: Difference) -> set[str]:
    names = each.before.keys() | each.after.keys()
    return {name for name in names if each.before.get(name) != each.after.get(name)}


def _differ(each: Difference, name: str) -> bool:
    return bool(
        {"low", "high"} & _differing(each) if name == "interval" else {name} & _differing(each)
    )


def _beside(language: Language, each: Difference, name: str) -> str:
    """What was made of the same counts, then and now."""
    then, now = (_made(language, figure, name) for figure in (each.before, each.after))
    titles = {"interval": N_("interval"), "method": N_("method"), "status": N_("status")}
    return f"{language.text(titles[name])} {then} → {now}"


def _made(language: Language, figure: Mapping[str, Any], name: str) -> str:
    if name == "interval":
        ends = [figure.get(end) for end in ("low", "high")]
        return "–".join("?" if end is None else language.percent(end, 1) for end in ends)
    if name == "status" and "status" in figure:
        return language.text("“{words}”", words=status_label(language, Status(figure["status"])))
    held = str(figure.get(name, "–"))
    return language.text(METHODS[held]) if held in METHODS else held


def _numbers(language: Language, figure: Mapping[str, Any]) -> str:
    """The figure in short: 37 av 112 (33 %), or that it is hidden or not there."""
    if "hidden" in figure:
        return language.text("not shown")
    if not figure or figure.get("x") is None or figure.get("n") == 0:
        return language.text("no figure")
    x, n = (_plain(language, figure.get(name)) for name in ("x", "n"))
    if figure.get("n") is None:
        return x
    share = "" if figure.get("value") is None else f" ({language.percent(figure['value'], 1)})"
    return language.text("{x} of {n}", x=x, n=n) + share


def _plain(language: Language, number: float | None) -> str:
    if number is None:
        return "–"
    return language.number(number, 0 if float(number).is_integer() else 1)


def to_document(language: Language, found: Verified) -> dict[str, Any]:
    """The comparison as JSON."""
    return {
        "schema": "tracker-verify/1",
        **{key: found.bundle.about[key] for key in ("association", "period", "as_of")},
        "program": {"then": found.bundle.about["program"], "now": found.program},
        "same": found.is_same,
        "same_data": found.same_data,
        "looked_inside": found.can_look_inside,
        "figures": found.figures,
        "changed": [
            {
                "figure": each.figure,
                "before": each.before,
                "after": each.after,
                "causes": [_cause(language, cause) for cause in each.causes],
            }
            for each in found.differences
        ],
        "rows": [_cause(language, cause) for cause in found.rows],
    }


def _cause(language: Language, cause: Cause) -> dict[str, Any]:
    return {**vars(cause), "text": cause_text(language, cause)}
