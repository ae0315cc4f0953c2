"""Where reports are written and what their files are called, when nobody says otherwise."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from tracker.periods import Period
from tracker.problems import N_
from tracker.wording import Language

FORMAT_NAMES: Mapping[str, str] = {
    ".docx": N_("Word"),
    ".pdf": N_("PDF"),
    ".html": N_("Web page"),
    ".xlsx": N_("Excel"),
    ".csv": N_("CSV"),
    ".md": N_("Markdown"),
}
"""The formats in words, by the ending of a file, in the order in which they are offered."""
USUAL = (".docx", ".pdf", ".xlsx")
"""The formats that are written when nobody has chosen."""
NAMED = ("Documents", "Dokument")


def documents(environment: Mapping[str, str] | None = None) -> Path:
    """The user's folder for documents; their home where there is none."""
    found = os.environ if environment is None else environment
    home = Path(found.get("HOME") or Path.home())
    if sys.platform == "win32":  # where documents are synced, Windows shows that folder as theirs
        synced = (found.get(name) for name in ("OneDriveCommercial", "OneDrive"))
        roots = [*(Path(place) for place in synced if place), home]
        candidates = [root / name for root in roots for name in NAMED]
    else:
        candidates = [*_of_desktop(home), *(home / name for name in NAMED)]
    return next((place for place in candidates if place.is_dir()), home)


def _of_desktop(home: Path) -> list[Path]:
    """The folder that the desktop of a Linux user calls documents."""
    try:
        said = (home / ".config" / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return []
    found = re.search(r'^XDG_DOCUMENTS_DIR="(?:\$HOME/)?([^"]+)"', said, re.MULTILINE)
    return [home / found[1]] if found else []


def file_name(language: Language, period: Period, part: str = "") -> str:
    """What a report is called, without the ending.

    Args:
        language: of the report.
        period: the days.
        part: an intervention's key or a municipality's name; empty: the whole association.
    """
    return _plain(language.text("follow-up-{period}", period=period.label), part)


def other_name(language: Language, stem: str, period: Period | None = None) -> str:
    """What another file is called, without the ending; the stem is marked with `N_`."""
    return _plain(language.text(stem, period=period.label if period else ""))


def _plain(*parts: str) -> str:
    """Parts of a name with nothing in them that a file system minds."""
    named = "-".join(part for part in parts if part).replace("..", "--").casefold()
    return re.sub(r"[^\w-]+", "-", named).strip("-")


def short_place(place: Path) -> str:
    """A place as it is read most easily: “~” for the home of the user."""
    try:
        return str(Path("~") / place.relative_to(Path.home()))
    except ValueError:
        return str(place)
