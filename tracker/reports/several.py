"""A report in several formats at once: all of them are made before the first one is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from tracker.errors import DataError
from tracker.periods import Period
from tracker.problems import N_
from tracker.reports.making import make_report, remember_report
from tracker.reports.model import Report
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
    """
    for place in several.places:
        check_place(place, overwrite=True, template=_template(several, place))


def write_several(report: Report, several: Several, told: Told) -> None:
    """Write the report in every format; those that are there already are replaced.

    Raises:
        UsageError: as `check_places`; the template has no place for the report.
        DataError: the folder or a file cannot be written; the sentence says what was.
    """
    check_places(several)
    total = len(several.places) + 1
    contents: list[bytes] = []
    for number, place in enumerate(several.places, 1):
        told(number, total, place.name)
        contents.append(content_of(report, place, _template(several, place)))
    told(len(several.places), total, "")
    _write(several.places, contents)


def hand_out(
    workspace: Workspace, period: Period, subject: Subject, several: Several, told: Told
) -> tuple[str, ...]:
    """Make the report of a period, write it, and remember what it says.

    Gives the parts that the template has no heading for.

    Raises:
        DataError: as `make_report` and `write_several`; what was written by then is remembered.
        UsageError: as `check_places`.
    """
    told(0, len(several.places) + 1, workspace.language.text("The figures are made …"))
    report = make_report(workspace, period, insats=subject.insats, kommun=subject.kommun)
    try:
        write_several(report, several, told)
    except DataError as error:
        if error.params.get("names"):
            remember_report(workspace, report)
        raise
    remember_report(workspace, report)
    is_filled = any(_template(several, place) for place in several.places)
    template = several.template if is_filled else None
    return left_out(report, template)


def _template(several: Several, place: Path) -> Path | None:
    return several.template if place.suffix.lower() == WORD else None


def _write(places: Sequence[Path], contents: Sequence[bytes]) -> None:
    """Write all of them beside their places, then let each take its place."""
    beside = [place.with_name(f".{place.stem}-{token_hex(4)}.part") for place in places]
    done: list[Path] = []
    try:
        for part, content in zip(beside, contents, strict=True):
            with part.open("xb") as file:
                file.write(content)
        for part, place in zip(beside, places, strict=True):
            part.replace(place)
            done.append(place)
    except OSError as error:
        raise _unwritten(places[len(done)], done) from error
    finally:
        for part in beside:
            part.unlink(missing_ok=True)


def _unwritten(place: Path, done: Sequence[Path]) -> DataError:
    if done:
        names = ", ".join(each.name for each in done)
        return DataError(
            N_(
                "{place} cannot be written. Is it open in another program? Close it and write "
                "again. Written already: {names}."
            ),
            place=place,
            names=names,
        )
    return DataError(
        N_(
            "{place} cannot be written. Is it open in another program, or is the folder "
            "protected? Nothing was changed."
        ),
        place=place,
    )
