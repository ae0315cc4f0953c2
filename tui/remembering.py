"""How the screens were left: tab, period and goal of each store, the colours and the language.

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
USER = "user"
"""Under this stands what holds for every store."""


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
        found = self._held().get(_key(where), {})
        latest = (each["theme"] for each in reversed(self._held().values()) if each.get("theme"))
        return _left({"theme": next(latest, ""), **found})

    @property
    def language(self) -> str:
        """The code of the language that was chosen on the screens; empty: none was."""
        return str(self._held().get(USER, {}).get("language", ""))

    def speak(self, code: str) -> None:
        """Remember which language was chosen, for every store."""
        self._keep(USER, {"language": code})

    def write(self, where: str, left: Left) -> None:
        """Remember how the screens of a store are left now."""
        self._keep(_key(where), asdict(left))

    def choices(self, where: str) -> dict[str, str]:
        """What was chosen last for reports: `folder`, `formats`, `template`."""
        found = self._held().get(_key(where), {}).get("choices", {})
        return {str(key): str(value) for key, value in dict(found).items()}

    def choose(self, where: str, choices: dict[str, str]) -> None:
        """Remember what was chosen for reports."""
        self._keep(_key(where), {"choices": choices})

    def _keep(self, key: str, values: dict[str, Any]) -> None:
        held = self._held()
        user = held.pop(USER, {})
        held[key] = {**(user if key == USER else held.pop(key, {})), **values}
        kept = {USER: user, **dict(list(held.items())[-MOST:])}
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
