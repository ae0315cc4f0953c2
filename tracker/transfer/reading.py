"""Reading a file of rows: what it is, is told from its content, not from its name."""

from collections.abc import Collection
from pathlib import Path

from tracker.problems import N_
from tracker.transfer.reading_csv import read_csv
from tracker.transfer.sheet import Reading, refuse

ZIPPED = b"PK\x03\x04"
"""How an Excel file begins."""
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an .xls file begins, and an .xlsx with a password."""


def read_sheet(path: Path, kind: str, known: Collection[str]) -> Reading:
    """The cells of a file of one kind; a file that cannot be read is a problem like any other."""
    file = str(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return refuse(file, N_("There is no such file."))
    except OSError as error:
        return refuse(file, N_("The file cannot be read: {reason}."), reason=error.strerror)
    if content.startswith(OLD_OR_LOCKED):
        message = N_("The file is an older Excel file or has a password. Save it as .xlsx without.")
        return refuse(file, message)
    if content.startswith(ZIPPED) or (content and path.suffix.lower() == ".xlsx"):
        from tracker.transfer.reading_xlsx import read_xlsx

        return read_xlsx(content, file, kind)
    return read_csv(content, file, known)
