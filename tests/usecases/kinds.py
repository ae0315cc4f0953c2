"""Every kind of report, made of the small year."""

from tests.usecases.small_year import opened
from tracker.periods import parse_period
from tracker.reports import make_report

KINDS = {
    "annual": ("2021", {}),
    "interim": ("2021-01..2021-11", {}),
    "intervention": ("2021", {"insats": "ön"}),
    "municipality": ("2021", {"kommun": "Åmål"}),
}
"""Period and part by kind; most of the intervention and much of the municipality is hidden."""


def report_of_kind(store, kind, lang="sv"):
    """The report; nothing is remembered."""
    label, part = KINDS[kind]
    workspace = opened(store, lang)
    try:
        return make_report(workspace, parse_period(label), **part)
    finally:
        workspace.close()
