"""Refusal of impossible input: a `ValueError` that names the argument, never a clipped value."""

import math
from collections.abc import Mapping
from typing import Any, TypeVar

LOWEST_CONFIDENCE = 0.5
HIGHEST_CONFIDENCE = 0.9999

Method = TypeVar("Method")


def refuse(argument: str, wrong: Any, must: str) -> None:
    """Raise `ValueError` if `wrong` is true, or true anywhere in an array."""
    if wrong.any() if getattr(wrong, "ndim", 0) else wrong:
        raise ValueError(f"{argument} must {must}")


def check_confidence(confidence: float) -> None:
    """Two-sided level on the scale 0-1; 95 in place of 0.95 is refused, not guessed."""
    refuse(
        "confidence",
        not LOWEST_CONFIDENCE <= confidence <= HIGHEST_CONFIDENCE,
        f"lie between {LOWEST_CONFIDENCE} and {HIGHEST_CONFIDENCE}",
    )


def check_count(argument: str, count: Any) -> None:
    """A count is at least 0 and finite; a missing one (NaN) passes and gives missing results."""
    refuse(argument, (count < 0) | (count == math.inf), "be a finite count, 0 or more")


def check_part(argument: str, part: Any, whole_argument: str, whole: Any) -> None:
    """A part lies between 0 and its whole."""
    check_count(whole_argument, whole)
    refuse(argument, (part < 0) | (part > whole), f"lie between 0 and {whole_argument}")


def check_proportion(argument: str, value: Any) -> None:
    """A proportion lies between 0 and 1."""
    refuse(argument, (value < 0) | (value > 1), "lie between 0 and 1")


def check_whole(argument: str, count: Any) -> None:
    """A number of persons or pairs is a whole number, 0 or more."""
    check_count(argument, count)
    refuse(argument, count % 1 > 0, "be a whole number")


def pick(methods: Mapping[str, Method], method: str) -> Method:
    """The function of a named method."""
    refuse("method", method not in methods, f"be one of {', '.join(methods)}")
    return methods[method]
