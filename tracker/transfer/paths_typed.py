"""Paths as people type or paste them: with quotes, from Windows, dragged from a file manager."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DRIVE = re.compile(r"([A-Za-z]):[\\/](.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")


def typed_path(text: str, *, windows: bool = sys.platform == "win32") -> Path:
    r"""The path that a typed or pasted text means.

    Windows pastes paths in quotation marks, file managers paste addresses or put \ before blanks.
    Under Linux on Windows a drive such as C: lies in /mnt/c.
    """
    plain = text.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'":
        plain = plain[1:-1]
    if plain.casefold().startswith("file:"):
        plain = _of_address(plain, windows=windows)
    elif not windows and (drive := _DRIVE.fullmatch(plain)):
        plain = f"/mnt/{drive[1].lower()}/{drive[2]}".replace("\\", "/")
    elif not windows and not is_there(Path(plain)):
        plain = _ESCAPED.sub(r"\1", plain)
    path = Path(plain)
    try:
        return path.expanduser()
    except RuntimeError:  # ~somebody who is not known here
        return path


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; what no disk can have as a name is none."""
    return _answered(path.exists)


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, and one may look at it."""
    return _answered(path.is_dir)


def is_file(path: Path) -> bool:
    """Whether there is such a file, and one may look at it."""
    return _answered(path.is_file)


def _answered(asking: Callable[[], bool]) -> bool:
    try:
        return asking()
    except OSError:  # a name that is too long, a folder that nobody may look into
        return False


def _of_address(address: str, *, windows: bool) -> str:
    """file:///C:/x is C:/x on Windows, and file:///x is /x elsewhere."""
    path = unquote(urlsplit(address).path)
    return path.lstrip("/") if windows else path
