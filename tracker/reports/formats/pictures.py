"""Charts as pictures, for programs that show no SVG: sharp enough to print."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reports.formats.letters import printable
from tracker.reports.formats.typesetting import typeset
from tracker.reports.model import Chart
from tracker.reports.svg import drawn

PPI = 200.0
SOURCE = b"""
#set page(width: 160mm, height: auto, margin: 0pt, fill: white)
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"))
#for (place, svg) in json(bytes(sys.inputs.report)).enumerate() {
  if place > 0 { pagebreak() }
  image(bytes(svg), format: "svg", width: 100%)
}
"""


@dataclass(frozen=True)
class Picture:
    """A chart as PNG."""

    chart: Chart
    content: bytes


def pictures(charts: Sequence[Chart]) -> list[Picture]:
    """Every chart as a picture of its own, made in one go."""
    if not charts:
        return []
    data = json.dumps([printable(drawn(chart).alone()) for chart in charts], ensure_ascii=False)
    made = typeset(SOURCE, data, "png", ppi=PPI)
    return [Picture(*pair) for pair in zip(charts, made, strict=True)]
