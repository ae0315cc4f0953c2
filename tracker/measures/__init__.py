"""From counts to figures: one file a family of measures, `evaluate` the way in."""

from tracker.measures.catalogue import evaluate
from tracker.measures.figure import Figure, Measured, Part, Reading
from tracker.measures.frame import Frame

__all__ = ["Figure", "Frame", "Measured", "Part", "Reading", "evaluate"]
