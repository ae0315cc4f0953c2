"""The other files that a year ends with: each is one key, one place to write and a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tracker.periods import Period
from tracker.problems import N_
from tracker.workspace import Workspace


@dataclass(frozen=True)
class File:
    """A file that can be made."""

    question: str
    """Marked with `N_`, like all that follows."""
    stem: str
    suffix: str
    doing: str
    make: Callable[[Workspace, Period, Path], str]
    """Writes it, over what is there; gives what a person should know, in their language."""
    of_period: bool = True
    advice: str = ""


def _freeze(workspace: Workspace, period: Period, place: Path) -> str:
    from tracker.exports.writing import check_place, write_bytes
    from tracker.freezing.bundle import to_bytes
    from tracker.freezing.making import freeze, remember_bundle

    check_place(place, (".zip",), overwrite=True)
    bundle = freeze(workspace, period)
    write_bytes(place, to_bytes(bundle), partial(remember_bundle, workspace, bundle))
    if period.is_open(workspace.today):
        return workspace.language.text("The period is not over: its figures will still change.")
    return ""


def _finsam(workspace: Workspace, period: Period, place: Path) -> str:
    from tracker.exports.files import SUFFIXES, to_file
    from tracker.exports.finsam import finsam_sheets
    from tracker.exports.words import finsam_lines
    from tracker.exports.writing import check_place, write_bytes

    check_place(place, SUFFIXES, overwrite=True)
    sheets = finsam_sheets(workspace, period)
    write_bytes(place, to_file(sheets, place.suffix.lower()))
    return " ".join(finsam_lines(workspace.language, sheets[0]))


def _catalogue(workspace: Workspace, _period: Period, place: Path) -> str:
    from tracker.exports.catalogue import make_catalogue
    from tracker.reports import write_report

    write_report(make_catalogue(workspace), place, overwrite=True)
    return ""


def _delivery(workspace: Workspace, period: Period, place: Path) -> str:
    from tracker.exports.delivery import make_delivery, remember_delivery
    from tracker.exports.files import SUFFIXES, to_file
    from tracker.exports.words import delivery_lines
    from tracker.exports.writing import check_place, write_bytes

    check_place(place, SUFFIXES, overwrite=True)
    delivered = make_delivery(workspace, period)
    content = to_file([delivered.table], place.suffix.lower())
    write_bytes(place, content, partial(remember_delivery, workspace, delivered))
    return " ".join(delivery_lines(workspace, delivered))


FILES: Mapping[str, File] = {
    "freeze": File(
        N_("Where are the frozen figures to be kept?"),
        N_("frozen-{period}"),
        ".zip",
        N_("Freezing the figures …"),
        _freeze,
        advice=N_(
            "The figures as published, with plan and settings: next year anyone can show how each "
            "came about. No rows are in it."
        ),
    ),
    "finsam": File(
        N_("Where is the sheet for Uppföljning Finsam to be written?"),
        N_("uppfoljning-finsam-{period}"),
        ".xlsx",
        N_("Making the sheet …"),
        _finsam,
        advice=N_("Exact numbers, ready to type in; not for publishing. .xlsx or .csv"),
    ),
    "catalogue": File(
        N_("Where is the catalogue of interventions to be written?"),
        N_("catalogue-of-interventions"),
        ".docx",
        N_("Making the catalogue …"),
        _catalogue,
        of_period=False,
        advice=N_(".docx, .html, .pdf or .md"),
    ),
    "delivery": File(
        N_("Where is the delivery to be written?"),
        N_("delivery-{period}"),
        ".xlsx",
        N_("Making the delivery …"),
        _delivery,
        advice=N_("Counts of the period for a store that holds no rows. .xlsx or .csv"),
    ),
}
"""By the name of the key's action."""
