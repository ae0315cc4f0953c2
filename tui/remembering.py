"""How the screens were left: tab, period and goal of each store, and the colours.

Kept in a small file among the user's own, for each store under a digest of where it lies: no path,
no name and nothing about anybody stands in it. What cannot be read or written is let be.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

MOST = 50
"""So many stores are remembered, the latest ones."""


@dataclass(frozen=True)
class Left:
    """How the screens were left."""

    tab: str = ""
    period: str = ""
    """Its label."""
    goal: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Memory:
    """The file where it is kept."""

    place: Path

    def read(self, where: str) -> Left:
        """How the screens of a store were left; the colours are those of the latest store."""
        held = self._held()
        found = held.get(_key(where), {})
        latest = list(held.values())[-1] if held else {}
        return _left({"theme": latest.get("theme", ""), **found})

    def write(self, where: str, left: Left) -> None:
        """Remember how the screens of a store are left now."""
        held = {key: value for key, value in self._held().items() if key != _key(where)}
        held[_key(where)] = asdict(left)
        kept = dict(list(held.items())[-MOST:])
        with suppress(OSError):
            self.place.parent.mkdir(parents=True, exist_ok=True)
            new = self.place.with_suffix(".new")
            new.write_text(json.dumps(kept, indent=1), encoding="utf-8")
            new.replace(self.place)

    def _held(self) -> dict[str, dict[str, Any]]:
        with suppress(OSError, ValueError):
            held = json.loads(self.place.read_text(encoding="utf-8"))
            if isinstance(held, dict):
                return {key: value for key, value in held.items() if isinstance(value, dict)}
        return {}


def _key(where: str) -> str:
    place = where if "://" in where else str(Path(where).absolute())
    return sha256(place.encode()).hexdigest()[:16]


def _left(values: dict[str, Any]) -> Left:
    names = {field.name for field in fields(Left)}
    return Left(**{name: str(value) for name, value in values.items() if name in names})
