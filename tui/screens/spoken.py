"""Screens that speak the user's language: bindings are marked in English, translated when shown."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.screen import ModalScreen, Screen, ScreenResultType

from tracker.wording import Language

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from tui.app import TrackerApp


class SpokenScreen(Screen[ScreenResultType]):
    """Translates what Textual shows of bindings, in the footer and in the list of keys."""

    @property
    def language(self) -> Language:
        """The user's language."""
        return cast("TrackerApp", self.app).language

    @property
    def active_bindings(self) -> "dict[str, ActiveBinding]":
        """The bindings in force, their descriptions in the user's language."""
        return {key: self._spoken(found) for key, found in super().active_bindings.items()}

    def _spoken(self, found: "ActiveBinding") -> "ActiveBinding":
        description = found.binding.description
        if not description:
            return found
        said = self.language.text(description)
        return found._replace(binding=replace(found.binding, description=said))


class SpokenModal(SpokenScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A form or a question over a screen; it returns a value."""
