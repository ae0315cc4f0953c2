"""Plans (*verksamhetsplaner*) as data: read, checked, shipped, and written back as documents.

Everything else in the program takes the frozen `Plan` of `tracker.plans.model`; only this package
knows how a plan looks in a file.
"""

from tracker.plans.advice import warnings
from tracker.plans.document import to_document
from tracker.plans.reading import from_document, read_file, read_text
from tracker.plans.shipped import load, shipped, shipped_text
from tracker.plans.sums import SumDifference, sum_differences

__all__ = [
    "SumDifference",
    "from_document",
    "load",
    "read_file",
    "read_text",
    "shipped",
    "shipped_text",
    "sum_differences",
    "to_document",
    "warnings",
]
