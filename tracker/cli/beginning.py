"""The first start: making a demo or a new store, and the options to open it with."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.options import Options, default_store, now

if TYPE_CHECKING:
    from tracker.wording import Language


@dataclass(frozen=True)
class Beginning:
    """What the screens of the first start can do; see `tui.source.Beginning`."""

    options: Options

    @property
    def language(self) -> "Language":
        """The user's language."""
        return self.options.language

    @property
    def today(self) -> date:
        """The day that “due” is reckoned from."""
        return self.options.today

    @property
    def where(self) -> str:
        """Where a new store is proposed to lie."""
        return self.options.where

    def spoken(self, language: "Language") -> "Beginning":
        """The same in another language."""
        return Beginning(replace(self.options, language=language))

    def demo(self) -> Options:
        """Make the usual demo unless it is there, beside the default store.

        Raises:
            UsageError: something that is not a demo lies there.
        """
        from tracker.demo import DEFAULT_PLAN, DEFAULT_SEED, Setting, open_or_make, place_of
        from tracker.plans import load

        setting = Setting(load(DEFAULT_PLAN), DEFAULT_SEED)
        found = open_or_make(place_of(setting, default_store()), setting)
        day = self.today if "today" in self.options.given else setting.today
        return replace(self.options, where=found.where, today=day, association=None)

    def new(self, where: str, plan: str, controller: str | None) -> Options:
        """Create a store from a plan.

        Raises:
            UsageError: there is a file at that place, or the plan cannot be used.
            DataError: the plan's interventions are not right.
        """
        from tracker.planning import create_store
        from tracker.plans import load

        place = where if "://" in where else str(Path(where).expanduser())
        store = create_store(
            place, load(plan), controller=controller, actor=self.options.actor, now=now
        )
        store.close()
        return replace(self.options, where=place, association=None)
