"""The annual report of the demo in every format, and what making it takes before that.

The bar: all formats of one year together in at most 3 seconds. Printed beside the time that
Python takes to import the libraries that write the formats, measured in the same run.
"""

import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.demo import DEFAULT_SEED, Setting, make_demo
from tracker.periods import parse_period
from tracker.plans import load
from tracker.reports import make_report
from tracker.reports.writing import FORMATS
from tracker.wording import language
from tracker.workspace import open_workspace

ROUNDS = 3
TODAY = date(2022, 3, 1)
YEAR = parse_period("2021")
BAR = 3.0


def _now() -> datetime:
    return datetime(2022, 3, 1, tzinfo=UTC)


def imports() -> float:
    """Seconds that the libraries take to be there."""
    begun = time.perf_counter()
    import docx
    import jinja2
    import typst
    import xlsxwriter

    assert all((docx, jinja2, typst, xlsxwriter))
    return time.perf_counter() - begun


def main() -> None:
    """Make the demo, then its report three times; the best time of each format is printed."""
    imported = imports()
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "demo.db")
        make_demo(place, Setting(load("kalmar-2021"), DEFAULT_SEED))
        workspace = open_workspace(
            place, language=language("sv"), actor="bench", today=TODAY, now=_now
        )
        try:
            begun = time.perf_counter()
            report = make_report(workspace, YEAR)
            made = time.perf_counter() - begun
        finally:
            workspace.close()
    total = 0.0
    for suffix, write in FORMATS.items():
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            content = write(report)
            times.append(time.perf_counter() - begun)
        total += min(times)
        print(f"{suffix:6} {min(times) * 1000:6.0f} ms  {len(content) / 1000:6.0f} kB")
    print(f"content {made * 1000:.0f} ms, libraries {imported * 1000:.0f} ms")
    whole = total + made + imported
    print(f"all of it {whole:.2f} s: {whole / BAR:.2f} of the {BAR:.0f} s that it may take")


if __name__ == "__main__":
    main()
