"""Reference values: rows of `tests/reference`, each with its source.

The package PHEindicatormethods keeps its test data under GPL-3; its rows are therefore not copied.
They are read beside the working copy when they are there, and are then tested like the others.
"""

import csv
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIED = ROOT / "tests" / "reference"
BESIDE = ROOT.parent / "shared" / "reference" / "statistics"


def rows(name, **wanted):
    """The rows of a file, those read beside the working copy last, with the wanted values."""
    found = _read(COPIED / name) + [
        row
        for row in _read(BESIDE / name)
        if row.get("source", "").startswith("PHEindicatormethods")
    ]
    return [row for row in found if all(row.get(key) == value for key, value in wanted.items())]


def _read(path):
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    """A cell as a float; an empty cell is None."""
    return float(text) if text else None


def many(text):
    """A list of numbers separated by semicolons."""
    return [float(part) for part in text.split(";")]


def within(row):
    """How far a result may lie from the printed value; 1e-9 for exact computation."""
    return float(row.get("abs_tol") or 1e-9)


def label(row):
    """What pytest calls the case."""
    return "-".join(str(row[key]) for key in list(row)[:7] if row[key])
