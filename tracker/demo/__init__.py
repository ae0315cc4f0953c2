"""Made-up data for any plan: plausible, the same for the same seed, and nobody's."""

from tracker.demo.making import Made, make_demo
from tracker.demo.place import Found, open_or_make, place_of
from tracker.demo.setting import DEFAULT_PLAN, DEFAULT_SEED, Setting

__all__ = [
    "DEFAULT_PLAN",
    "DEFAULT_SEED",
    "Found",
    "Made",
    "Setting",
    "make_demo",
    "open_or_make",
    "place_of",
]
