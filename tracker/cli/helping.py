"""Help in the user's language: the program's own texts, and those of the library that prints it."""

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.problems import N_
from tracker.wording import Language

LIBRARY: dict[str, str] = {
    "Usage: ": N_("Usage: "),
    "Options": N_("Options"),
    "Arguments": N_("Arguments"),
    "Commands": N_("Commands"),
    "Show this message and exit.": N_("Show this help."),
}
"""What the library says by itself, and how we say it."""
EXTRAS: dict[str, str] = {
    "[default: ": N_("[default: "),
    "[required]": N_("[required]"),
}


def speak(command: Any, language: Language) -> None:
    """Put every help text of a command and of those below it into the language."""
    command.context_class = _context_class(command.context_class, language)
    if command.help:
        command.help = language.text(command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = language.text(parameter.help)
    for child in _children(command):
        speak(child, language)


def _children(command: Any) -> Iterator[Any]:
    yield from getattr(command, "commands", {}).values()


def _context_class(plain: Any, language: Language) -> Any:
    """A context whose help is printed by a formatter that speaks the language."""
    formatter = type("Formatter", (_Formatter, plain.formatter_class), {"language": language})
    return type("Context", (plain,), {"formatter_class": formatter})


class _Formatter:
    """The library's formatter with its own words said in the user's language."""

    language: Language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        said = self.language.text(prefix or LIBRARY["Usage: "])
        super().write_usage(prog, args, said)  # type: ignore[misc]

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(self._said(heading))  # type: ignore[misc]

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """A list of names and what they mean."""
        said = [(name, self._said(meaning)) for name, meaning in rows]
        super().write_dl(said, *args, **kwargs)  # type: ignore[misc]

    def _said(self, text: str) -> str:
        if text in LIBRARY:
            return self.language.text(LIBRARY[text])
        for extra, message in EXTRAS.items():
            text = text.replace(extra, self.language.text(message))
        return text
