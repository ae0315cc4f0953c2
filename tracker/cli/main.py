"""The way in: arguments to a command, errors to a sentence and an exit code."""

import gc
import sys

import typer
from typer.main import get_command

from tracker.cli.helping import speak
from tracker.cli.options import Options, chosen_language, options_from, split_global
from tracker.cli.usage import usage_sentence
from tracker.errors import TrackerError
from tracker.store_sentences import store_sentences
from tracker.wording import Language, language

INTERRUPTED = 130
WRONG_USAGE = 2
NEW_OBJECTS = 200_000
"""So many between two looks for garbage, and not the usual 700.

Starting makes 180,000 objects that all stay, and each look goes through what was made before: of
the time of `status` a tenth to a quarter went there. What waits for a look is some tens of
megabytes at most.
"""


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    gc.set_threshold(NEW_OBJECTS)
    _speak_utf8()
    spoken = language("sv")
    try:
        found, rest = split_global(sys.argv[1:] if argv is None else argv)
        spoken = chosen_language(found["lang"])
        with store_sentences():
            return _run(rest, options_from(found), spoken)
    except TrackerError as error:
        show_error(error, spoken)
        return error.exit_code
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        typer.echo(usage_sentence(error, spoken), err=True)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(rest: list[str], options: Options, spoken: Language) -> int:
    if not rest:
        from tracker.cli.screens import open_screens  # without a command, none is loaded

        return open_screens(options)
    from tracker.cli.commands import make_app

    command = get_command(make_app(rest[0]))
    speak(command, spoken)
    result = command.main(rest, prog_name="tracker", standalone_mode=False, obj=options)
    return int(result or 0)


def show_error(error: TrackerError, spoken: Language) -> None:
    """Print the sentence, and every problem on a line of its own."""
    for problem in error.problems:
        typer.echo(spoken.problem(problem), err=True)
    typer.echo(spoken.text(error.message, **error.params), err=True)


def _speak_utf8() -> None:
    """Windows pipes would otherwise get the code page of the machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
