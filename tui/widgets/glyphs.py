"""Terminals whose encoding lacks our signs get ASCII, one for one, wherever text is painted."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

ASCII: dict[str, str] = {
    **dict(zip("▲△▽▼✓✗◐·▒–◷○−…×", "A^vVYN/.#->o-~x", strict=True)),
    **dict(zip("├┤─●┃░│╎◂▸↵↑↓←→■□", "[]-o|:||<><^v<>#.", strict=True)),
    **dict(zip("◆◇╱╲", "Xx/\\", strict=True)),
    **dict(zip("“”„’‘«»•", '"""\'\'""*', strict=True)),
    **dict.fromkeys("╸╺━═┄┈", "-"),
    **dict.fromkeys("╭╮╰╯┌┐└┘┬┴┼╋", "+"),
    **dict.fromkeys("▁▂▃▄▅▆▇█▔▀▌▐▊▎▍▏▕", " "),
    "\N{NO-BREAK SPACE}": " ",
    "🔎": "? ",
}
"""What stands for each sign that a terminal may lack; a bar keeps its shape, a status its own."""
WITHOUT_SIGNS = frozenset({"linux", "dumb", "vt100", "vt220"})
"""Kinds of terminal (`TERM`) whose fonts lack the signs whatever the encoding is."""


def needs_ascii(encoding: str | None, environment: Mapping[str, str]) -> bool:
    """Whether this terminal lacks any of the signs; `TRACKER_ASCII=1` asks for ASCII anyway."""
    if environment.get("TRACKER_ASCII") or environment.get("TERM") in WITHOUT_SIGNS:
        return True
    try:
        "".join(ASCII).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


class AsciiFilter(LineFilter):
    """Paints ASCII in place of signs; Swedish letters stay."""

    def __init__(self) -> None:
        super().__init__()
        self._table = str.maketrans(ASCII)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments with their signs replaced."""
        return [
            Segment(text.translate(self._table), style, control)
            for text, style, control in segments
        ]
