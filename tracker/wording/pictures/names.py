"""Short names of interventions: as few of the first words as tell them apart."""

from collections.abc import Iterable, Sequence

LONGEST = 24


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Each name with its first words, as many as it takes to tell it from the others."""
    every = list(dict.fromkeys(names))
    return {name: _shortest(name, every) for name in every}


def _shortest(name: str, every: Sequence[str]) -> str:
    parts = name.split()
    for count in range(1, len(parts) + 1):
        start = " ".join(parts[:count])
        others = (other for other in every if other != name)
        if not any(other == start or other.startswith(f"{start} ") for other in others):
            return cut(start.rstrip(",;:"), LONGEST)
    return cut(name, LONGEST)


def cut(text: str, length: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
