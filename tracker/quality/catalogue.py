"""All checks, the serious ones first in each family."""

from tracker.quality import coherence, counts, interventions, money, outcomes, surveys, times
from tracker.quality.model import Check

CHECKS: tuple[Check, ...] = (
    *coherence.CHECKS,
    *times.CHECKS,
    *outcomes.CHECKS,
    *surveys.CHECKS,
    *money.CHECKS,
    *counts.CHECKS,
    *interventions.CHECKS,
)
BY_NAME = {check.name: check for check in CHECKS}
"""The checks by their names."""
