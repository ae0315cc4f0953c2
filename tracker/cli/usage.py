"""What is wrong with a command line, as a sentence in the user's language."""

from typing import Any

from typer import TyperException

from tracker.problems import N_
from tracker.wording import Language

SENTENCES: dict[str, str] = {
    "NoSuchOption": N_("There is no option {name}."),
    "MissingParameter": N_("{name} is missing."),
    "BadParameter": N_("The value of {name} is not right: {detail}"),
    "BadOptionUsage": N_("The option {name} needs a value."),
}
OTHER = N_("The command cannot be read: {detail}")


def usage_sentence(error: TyperException, language: Language) -> str:
    """What is wrong, what is nearest, and where help is."""
    kind = type(error).__name__
    names = ", ".join(_commands(error))
    if kind == "UsageError" and names:
        said = language.text("Name one of the commands: {names}.", names=names)
    else:
        said = language.text(SENTENCES.get(kind, OTHER), name=_name(error), detail=_detail(error))
    nearest = ", ".join(getattr(error, "possibilities", None) or ())
    if nearest:
        said += " " + language.text("Nearest: {names}.", names=nearest)
    return said + " " + language.text("Help: {command} --help", command=_command(error))


def _name(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "option_name", ""))
    longest = str(max(parameter.opts, key=len, default=parameter.name))
    return longest if longest.startswith("-") else longest.upper()


def _detail(error: Any) -> str:
    return str(getattr(error, "message", error))


def _command(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context is not None else "tracker"


def _commands(error: Any) -> list[str]:
    """The commands that could have been named where the error arose."""
    command = getattr(getattr(error, "ctx", None), "command", None)
    return list(getattr(command, "commands", ()))
