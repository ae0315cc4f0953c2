"""A report in several formats at once: all of them are made before the first one is written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import DataError
from tracker.periods import Period
from tracker.reports.making import make_report, remember_report
from tracker.reports.model import Report
from tracker.reports.replacing import in_their_places
from tracker.reports.scopes import Subject
from tracker.reports.writing import WORD, check_place, content_of, left_out
from tracker.workspace import Workspace

Told = Callable[[int, int, str], None]
"""So much is done of the total, and what comes next; raises where it is to be stopped."""


@dataclass(frozen=True)
class Several:
    """Where a report is to be written."""

    places: tuple[Path, ...]
    """A file for each format."""
    template: Path | None = None
    """The Word document that the one in Word is filled into."""

    @property
    def there_already(self) -> tuple[Path, ...]:
        """Files that would be replaced."""
        return tuple(place for place in self.places if place.exists())


def check_places(several: Several) -> None:
    """Whether the files may be written, before the report is made.

    Raises:
        UsageError: as `tracker.reports.check_place`; a file that is there is no reason.
        DataError: a folder or a file is protected, or open in another program.
    """
    for place in several.places:
        check_place(place, overwrite=True, template=_template(several, place))


def hand_out(
    workspace: Workspace, period: Period, subject: Subject, several: Several, told: Told
) -> tuple[str, ...]:
    """Make the report of a period, write it in every format, and remember what it says.

    Files that are there already are replaced, all of them or none. Gives the parts that the
    template has no heading for.

    Raises:
        DataError: as `make_report`; a file cannot be written.
        UsageError: as `check_places`; the template has no place for the report.
    """
    told(0, len(several.places) + 1, workspace.language.text("The figures are made …"))
    report = make_report(workspace, period, insats=subject.insats, kommun=subject.kommun)
    check_places(several)
    contents = _made(report, several, told)
    try:
        with in_their_places(several.places, contents):
            # What cannot be remembered is not handed out: later reports could undo it.
            remember_report(workspace, report)
    except DataError as error:
        if error.params.get("names"):  # some are there for good, and may be handed on
            remember_report(workspace, report)
        raise
    is_filled = any(_template(several, place) for place in several.places)
    template = several.template if is_filled else None
    return left_out(report, template)


def _made(report: Report, several: Several, told: Told) -> list[bytes]:
    """The report in every format."""
    total = len(several.places) + 1
    contents: list[bytes] = []
    for number, place in enumerate(several.places, 1):
        told(number, total, place.name)
        contents.append(content_of(report, place, _template(several, place)))
    told(len(several.places), total, "")
    return contents


def _template(several: Several, place: Path) -> Path | None:
    return several.template if place.suffix.lower() == WORD else None
