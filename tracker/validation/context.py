"""What checking a row must know about the store, read once and handed on as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from db.codes import CodeList
from tracker.wording.language import Language

Stored = Mapping[str, Any]
"""A stored row: its columns of the table by name."""


@dataclass(frozen=True)
class InterventionRef:
    """An intervention (*insats*) as rows refer to it."""

    id: int
    key: str
    name: str
    orientation: str
    start: date | None = None
    end: date | None = None
    follow_up_months: str | None = None


@dataclass(frozen=True)
class QuestionRef:
    """A question of the questionnaire (*fråga*)."""

    id: str
    steps: int
    theme: str


@dataclass(frozen=True)
class CodeRef:
    """A member of a list that an association may extend."""

    code: str
    label_sv: str
    label_en: str

    def label(self, language: Language) -> str:
        """The label in a language."""
        return self.label_sv if language.code == "sv" else self.label_en


@dataclass(frozen=True)
class EpisodeRef:
    """What follow-ups, exits and corrections must know about an episode (*deltagande*)."""

    id: int
    start_date: date
    end_date: date | None
    voided: bool
    first_follow_up: date | None = None


@dataclass(frozen=True)
class Context:
    """The day, the language and everything that a row can refer to."""

    today: date
    language: Language
    interventions: Mapping[str, InterventionRef] = field(default_factory=dict)
    """By short id."""
    goals: Mapping[str, str] = field(default_factory=dict)
    """The measure of each goal id, over all years."""
    questions: Mapping[str, QuestionRef] = field(default_factory=dict)
    """By id, over all years."""
    codes: Mapping[CodeList, tuple[CodeRef, ...]] = field(default_factory=dict)
    episodes: Mapping[tuple[int, str], EpisodeRef] = field(default_factory=dict)
    """By intervention and running number; `with_episodes` fills it."""
    memory: dict[str, dict[str, dict[str, Any]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Texts already understood, by kind and column: most cells of a large file are alike."""

    @property
    def interventions_by_id(self) -> dict[int, InterventionRef]:
        """The interventions by their number in the store."""
        return {each.id: each for each in self.interventions.values()}

    def with_episodes(self, episodes: Mapping[tuple[int, str], EpisodeRef]) -> "Context":
        """The same with episodes to refer to."""
        return replace(self, episodes=episodes)
