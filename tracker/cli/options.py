"""The options that every command has, and the workspace they open."""

import getpass
import os
from argparse import ArgumentError, ArgumentParser
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import UsageError
from tracker.problems import N_
from tracker.wording import Language, language

if TYPE_CHECKING:
    from tracker.workspace import Workspace


@dataclass(frozen=True)
class Options:
    """Where the store is, who acts, in which language, reckoned from which day."""

    where: str
    language: Language
    actor: str
    today: date
    association: str | None = None
    given: frozenset[str] = frozenset()
    """Which of `store`, `lang` and `today` the user named; the others are what is usual."""

    def open(self) -> "Workspace":
        """Open the store for one association."""
        from tracker.workspace import open_workspace

        return open_workspace(
            self.where,
            language=self.language,
            actor=self.actor,
            today=self.today,
            now=now,
            association=self.association,
        )


def now() -> datetime:
    """The clock of the command line: the one place where the time of day is read."""
    return datetime.now(UTC)  # noqa: TID251 - handed on as Workspace.now


def split_global(argv: list[str]) -> tuple[dict[str, str | None], list[str]]:
    """Take the options of every command out of the arguments, wherever they stand."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for name in ("store", "lang", "user", "today", "association"):
        parser.add_argument(f"--{name}")
    try:
        found, rest = parser.parse_known_args(argv)
    except ArgumentError as error:
        raise UsageError(
            N_("The option {name} needs a value."), name=error.argument_name
        ) from error
    return vars(found), rest


def options_from(found: dict[str, str | None]) -> Options:
    """The options, from the arguments first and the environment second.

    Raises:
        UsageError: an unknown language or a day that is no date.
    """
    return Options(
        where=found["store"] or os.environ.get("TRACKER_STORE") or str(default_store()),
        language=chosen_language(found["lang"]),
        actor=found["user"] or os.environ.get("TRACKER_USER") or login(),
        today=chosen_day(found["today"] or os.environ.get("TRACKER_TODAY")),
        association=found["association"],
        given=frozenset(
            name
            for name in ("store", "lang", "today")
            if found[name] or os.environ.get(f"TRACKER_{name.upper()}")
        ),
    )


def chosen_language(code: str | None) -> Language:
    """Swedish unless English is asked for."""
    code = code or os.environ.get("TRACKER_LANG") or "sv"
    if code not in ("sv", "en"):
        raise UsageError(N_("--lang is sv or en, not “{code}”."), code=code)
    return language("en" if code == "en" else "sv")


def chosen_day(text: str | None) -> date:
    """The day that “due” is reckoned from: the given one, or today."""
    if not text:
        return now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            N_("--today is a date such as 2022-03-01, not “{text}”."), text=text
        ) from error


def login() -> str:
    """The name that the computer knows the user by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def default_store() -> Path:
    """`tracker.db` in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("finsam-tracker", appauthor=False) / "tracker.db"


def default_screens() -> Path:
    """Where the screens keep how they were left: in the user's folder for such things."""
    from platformdirs import user_state_path

    return user_state_path("finsam-tracker", appauthor=False) / "screens.json"
