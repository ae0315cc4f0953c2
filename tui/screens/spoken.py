"""Screens that speak the user's language: bindings are marked in English, translated when shown."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
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
    def is_first_start(self) -> bool:
        """Whether there is no store yet, and it is being asked how to begin."""
        return cast("TrackerApp", self.app).beginning is not None

    @property
    def active_bindings(self) -> "dict[str, ActiveBinding]":
        """The bindings in force, their descriptions in the user's language."""
        return {key: self._spoken(found) for key, found in super().active_bindings.items()}

    def own_bindings(self) -> "Iterator[ActiveBinding]":
        """The bindings that this program has made, for the list of keys."""
        for found in super().active_bindings.values():
            if found.binding.description and not _is_textual(found):
                yield self._spoken(found)

    def _spoken(self, found: "ActiveBinding") -> "ActiveBinding":
        binding, text = found.binding, self._said
        spoken = replace(
            binding, description=text(binding.description), tooltip=text(binding.tooltip)
        )
        return found._replace(binding=spoken, tooltip=text(found.tooltip))

    def _said(self, message: str) -> str:
        return self.language.text(message) if message else ""


class SpokenModal(SpokenScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A form or a question over a screen; it returns a value."""


def _is_textual(found: "ActiveBinding") -> bool:
    """Whether a binding comes with Textual's own widgets, such as the editing keys of a field."""
    said = found.binding.description
    return any(
        said == binding.description
        for ancestor in type(found.node).__mro__
        if ancestor.__module__.startswith("textual.")
        for binding in ancestor.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
    )
