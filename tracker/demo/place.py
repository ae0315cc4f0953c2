"""Where a demo lies, and what may be done with what lies there: a real store is never touched."""

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from db import dialect
from db.peeking import controllers_at
from tracker.demo.making import Made, make_demo
from tracker.demo.setting import MARK, Setting
from tracker.errors import UsageError
from tracker.problems import N_
from tracker.store_sentences import store_sentences

Lying = Literal["nothing", "same", "other", "foreign"]
"""Nothing, this very demo, another demo, or something that is not a demo."""

SIDES = ("-wal", "-shm")
"""What SQLite keeps beside a file while it is open."""
NOT_A_DEMO = N_(
    "At {where} lies something that is not a demo. Nothing was changed. "
    "Name another file with --store, or leave --store out."
)


@dataclass(frozen=True)
class Found:
    """A demo that is ready to be opened."""

    where: str
    made: Made | None
    """None: it was there already."""


def place_of(setting: Setting, beside: Path) -> str:
    """The file of a plan's demo in the folder of the default store."""
    name = re.sub(r"[^\w.-]", "-", setting.plan.id)
    return str(beside.with_name(f"demo-{name}.db"))


def open_or_make(where: str, setting: Setting) -> Found:
    """Keep the demo that is there if it is the same; else make it, over an older demo if need be.

    Raises:
        UsageError: something that is not a demo lies there.
        StoreBusyError: it cannot be reached now.
    """
    lying = look_at(where, setting)
    if lying == "same":
        return Found(where, None)
    if lying == "foreign":
        raise UsageError(NOT_A_DEMO, where=where)
    path = dialect.path_of(where)
    if path is None:
        if lying == "other":
            raise UsageError(NOT_A_DEMO, where=where)
        return Found(where, make_demo(where, setting))
    return Found(where, _make_file(path, setting))


def look_at(where: str, setting: Setting) -> Lying:
    """What lies at a place."""
    path = dialect.path_of(where)
    if path is not None and not path.exists():
        return "nothing"
    with store_sentences():
        marks = controllers_at(where)
    if marks is None:
        return "nothing" if path is None else "foreign"
    if not marks or not all(mark.startswith(MARK) for mark in marks):
        return "foreign"
    return "same" if marks == [setting.mark] else "other"


def _make_file(path: Path, setting: Setting) -> Made:
    """Make the demo in a folder of its own beside its place, and move it there whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="demo-", dir=path.parent) as folder:
        new = Path(folder) / path.name
        made = make_demo(str(new), setting)
        _remove(path)
        new.replace(path)
    return made


def _remove(path: Path) -> None:
    for name in (path, *(path.with_name(f"{path.name}{side}") for side in SIDES)):
        name.unlink(missing_ok=True)
