"""The manual's generated part: every command with its help, in Swedish.

`python -m tests.architecture.manual` writes `docs/commands.md`; a test compares the two.
"""

from pathlib import Path

from typer.main import get_command

from tracker.cli.commands import make_app
from tracker.cli.helping import speak
from tracker.wording import language

PLACE = Path(__file__).parents[2] / "docs" / "commands.md"
WIDTH = 88
HEAD = """# Kommandon

Den här sidan skrivs av programmet självt: `python -m tests.architecture.manual`.
Valen `--store`, `--lang`, `--user`, `--today` och `--association` gäller alla kommandon
och får stå var som helst på raden.
"""


def manual() -> str:
    """Every command and its help as Markdown."""
    command = get_command(make_app())
    speak(command, language("sv"))
    parts = [HEAD, *_parts(command, "tracker")]
    return "\n".join(parts)


def _parts(command, path, parent=None):
    context = command.context_class(
        command, info_name=path.split()[-1], parent=parent, terminal_width=WIDTH
    )
    yield f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"
    for name, child in getattr(command, "commands", {}).items():
        yield from _parts(child, f"{path} {name}", context)


def names() -> list[str]:
    """The commands by their whole names."""
    return [part.split("\n")[0][3:] for part in _parts(get_command(make_app()), "tracker")]


if __name__ == "__main__":
    PLACE.write_text(manual(), encoding="utf-8", newline="\n")
