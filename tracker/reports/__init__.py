"""Reports: what to say (`content.py`), apart from each format it is written in."""

from tracker.reports.making import make_report, remember_report
from tracker.reports.model import Report
from tracker.reports.writing import check_place, write_report

__all__ = ["Report", "check_place", "make_report", "remember_report", "write_report"]
