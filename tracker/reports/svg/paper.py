"""A sheet of SVG: shapes and texts by class, coloured by a style of its own or by the page's."""

from math import ceil
from textwrap import wrap
from xml.etree import ElementTree as ET

WIDTH = 720
"""Units across; as wide as the text of a page."""
SIGN = 15
"""Room for the sign of a status."""
LETTER = 0.5
"""Width of a letter against its size, on average and with room to spare."""
FONTS = "Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
LIGHT = {
    "ink": "#1b1b1b",
    "soft": "#595959",
    "rule": "#d0d5da",
    "fill": "#b9d3ea",
    "edge": "#1f5c99",
    "goal": "#a3191f",
    "paper": "#ffffff",
}
DARK = {
    "ink": "#f0f0f0",
    "soft": "#c4c4c4",
    "rule": "#4a4f55",
    "fill": "#2c5884",
    "edge": "#8ec3f5",
    "goal": "#ffa69e",
    "paper": "#16191c",
}
RULES = """
text{font-family:%(fonts)s;font-size:13px;fill:%(ink)s}
.strong{font-weight:bold}.small{font-size:12px;fill:%(soft)s}
.end{text-anchor:end}.middle{text-anchor:middle}
.halo{stroke:%(paper)s;stroke-width:4px;stroke-linejoin:round}
.rule{stroke:%(rule)s;stroke-width:1;fill:none}.axis{stroke:%(soft)s;stroke-width:1;fill:none}
.bar{fill:%(fill)s;stroke:%(edge)s;stroke-width:1}
.interval{stroke:%(ink)s;stroke-width:1.6;fill:none}
.goal{stroke:%(goal)s;stroke-width:2.6;fill:none}.goalsign{fill:%(goal)s}
.line{stroke:%(edge)s;stroke-width:1.8;fill:none}
.inner{stroke:%(soft)s;stroke-width:1.4;fill:none}
.outer{stroke:%(soft)s;stroke-width:1.2;stroke-dasharray:3 4;fill:none}
.inside{fill:%(edge)s;stroke:%(paper)s;stroke-width:1}
.deviates{fill:%(goal)s;stroke:%(paper)s;stroke-width:1}
.node{fill:%(edge)s}.stream{fill:%(fill)s;stroke:%(edge)s;stroke-width:.6;fill-opacity:.75}
"""


def style(colours: dict[str, str] | None = None) -> str:
    """The rules for every class; without colours they are the page's own properties."""
    named = colours or {name: f"var(--{name})" for name in LIGHT}
    rules = RULES % {**named, "fonts": FONTS}
    if colours:
        return rules
    return "".join(f"svg.chart {rule.strip()}}}" for rule in rules.split("}") if rule.strip())


def wide(text: str, size: float = 13) -> float:
    """About how wide a text is."""
    return len(text) * size * LETTER


def lines_of(text: str, width: float, most: int, size: float = 13) -> list[str]:
    """A text in at most so many lines of a width; what does not fit ends in an ellipsis."""
    letters = max(int(width / (size * LETTER)), 4)
    return wrap(text, letters, max_lines=most, placeholder=" …") or [""]


class Paper:
    """What is drawn, from the top down."""

    def __init__(self) -> None:
        self._root = ET.Element("g")
        self.height = 0.0

    def shape(self, name: str, kind: str, **places: float | str) -> None:
        """A shape with its class."""
        self.below(self.height)
        ET.SubElement(self._root, name, {"class": kind, **_attributes(places)})

    def line(self, kind: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self.shape("line", kind, x1=x1, y1=y1, x2=x2, y2=y2)

    def path(self, kind: str, points: list[tuple[float, float]]) -> None:
        """A line through points."""
        self.shape("polyline", kind, points=" ".join(f"{_short(x)},{_short(y)}" for x, y in points))

    def text(self, x: float, y: float, text: str, kind: str = "") -> None:
        """A line of text; one that names shall be read over lines has a halo below it."""
        if "halo" in kind:
            ET.SubElement(
                self._root, "text", {"class": kind, **_attributes({"x": x, "y": y})}
            ).text = text
            kind = kind.replace("halo", "").strip()
        ET.SubElement(
            self._root, "text", {"class": kind, **_attributes({"x": x, "y": y})}
        ).text = text

    def signed(self, x: float, y: float, text: str, kind: str) -> None:
        """A text whose first sign may be one that few fonts have; the words keep their own."""
        sign, _, words = text.partition(" ")
        if len(sign) == 1 and not sign.isalnum() and words:
            self.text(x, y, sign, kind)
            self.text(x + SIGN, y, words, kind)
        else:
            self.text(x, y, text, kind)

    def below(self, y: float) -> None:
        """The sheet reaches at least so far down."""
        self.height = max(self.height, y)

    def alone(self) -> str:
        """An image of its own, in the colours of paper."""
        root = self._svg()
        ET.SubElement(root, "style").text = style(LIGHT)
        root.append(self._root)
        return ET.tostring(root, encoding="unicode")

    def inline(self, name: str, title: str, description: str) -> str:
        """Part of a page that has the rules of `style()`; named and described for who hears it."""
        root = self._svg()
        root.set("class", "chart")
        root.set("role", "img")
        root.set("aria-labelledby", f"{name}-title {name}-desc")
        ET.SubElement(root, "title", {"id": f"{name}-title"}).text = title
        ET.SubElement(root, "desc", {"id": f"{name}-desc"}).text = description
        root.append(self._root)
        return ET.tostring(root, encoding="unicode")

    def _svg(self) -> ET.Element:
        size = {"viewBox": f"0 0 {WIDTH} {ceil(self.height)}"}
        extent = {"width": str(WIDTH), "height": str(ceil(self.height))}
        return ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **extent})


def _attributes(places: dict[str, float | str]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else _short(value) for name, value in places.items()
    }


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
