"""How the screens were left: tab, period and goal of each store, and the colours.

Kept in a small file among the user's own, for each store under a digest of where it lies: no name
and nothing about anybody stands in it, no path but that of the folder and the template that reports
were last written with. What cannot be read or written is let be.
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
        self._keep(where, asdict(left))

    def choices(self, where: str) -> dict[str, str]:
        """What was chosen last for reports: `folder`, `formats`, `template`."""
        found = self._held().get(_key(where), {}).get("choices", {})
        return {str(key): str(value) for key, value in dict(found).items()}

    def choose(self, where: str, choices: dict[str, str]) -> None:
        """Remember what was chosen for reports."""
        self._keep(where, {"choices": choices})

    def _keep(self, where: str, values: dict[str, Any]) -> None:
        held = self._held()
        held[_key(where)] = {**held.pop(_key(where), {}), **values}
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
