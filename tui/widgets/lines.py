"""Lines of text that come and go."""

from textual.widgets import Static


def show_line(line: Static, text: str) -> None:
    """Show a text, or hide the line when there is none; what stays as it is costs nothing."""
    if str(line.content) != text:
        line.update(text)
    line.display = bool(text)
