"""Where the screens get their workspace from; it is opened in a worker, after the first paint."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from tracker.wording import Language

if TYPE_CHECKING:
    from tracker.workspace import Workspace


class Source(Protocol):
    """What is known before the store is open, and how to open it, such as `tracker.cli` options."""

    @property
    def where(self) -> str:
        """The file or the address of the store."""

    @property
    def language(self) -> Language:
        """The user's language."""

    @property
    def today(self) -> date:
        """The day that “due” is reckoned from."""

    def open(self) -> "Workspace":
        """Open the store."""


class Beginning(Protocol):
    """What the first start can do where there is no store, such as `tracker.cli.beginning`."""

    @property
    def language(self) -> Language:
        """The user's language."""

    @property
    def today(self) -> date:
        """The day that “due” is reckoned from."""

    @property
    def where(self) -> str:
        """Where a new store is proposed to lie."""

    def spoken(self, language: Language) -> "Beginning":
        """The same in another language."""

    def demo(self) -> Source:
        """Make the demo unless it is there; raises `TrackerError`."""

    def new(self, where: str, plan: str, controller: str | None) -> Source:
        """Create a store from a plan; raises `TrackerError`."""


@dataclass(frozen=True)
class Opened:
    """A source whose workspace is open already: tests, and the demo."""

    workspace: "Workspace"

    @property
    def where(self) -> str:
        """Where the workspace's store lies."""
        return self.workspace.store.where

    @property
    def language(self) -> Language:
        """The workspace's language."""
        return self.workspace.language

    @property
    def today(self) -> date:
        """The workspace's day."""
        return self.workspace.today

    def open(self) -> "Workspace":
        """The workspace as it is."""
        return self.workspace
