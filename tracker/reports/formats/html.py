"""A report as one page that needs nothing else: its style and its charts are inside, no scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING

from tracker.reports.formats.printed import has_caption, heading_levels, notes_of, printed
from tracker.reports.model import Chart, Report, Section
from tracker.reports.svg import drawn
from tracker.reports.svg.paper import DARK, LIGHT, style
from tracker.wording import language

if TYPE_CHECKING:
    from markupsafe import Markup

FOLDER = files("tracker") / "data" / "reports"


@dataclass(frozen=True)
class _Part:
    """A section with its name on the page and its charts as drawn."""

    section: Section
    name: str
    level: int
    charts: "tuple[tuple[Chart, Markup], ...]"


def to_html(report: Report) -> bytes:
    """The whole page; every text in it is escaped by the template."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=False, keep_trailing_newline=True
    )
    made.filters["lines"] = _lines
    page = made.from_string((FOLDER / "report.html.j2").read_text(encoding="utf-8"))
    words = language(report.language)
    text = page.render(
        report=report,
        parts=list(_parts(report)),
        printed=partial(printed, sign=report.hidden_sign),
        captioned=has_caption,
        contents=words.text("Contents"),
        notes_of=partial(notes_of, language=words),
        colours=Markup(_colours()),  # noqa: S704 - our own constants
        rules=Markup(style()),  # noqa: S704
        stylesheet=Markup((FOLDER / "report.css").read_text(encoding="utf-8")),  # noqa: S704
    )
    return text.encode()


def _parts(report: Report) -> Iterator[_Part]:
    from markupsafe import Markup

    levels = heading_levels(report.sections)
    for number, section in enumerate(report.sections, start=1):
        name = f"s{number}"
        charts = tuple(
            (
                chart,
                Markup(  # noqa: S704 - ElementTree has escaped every text
                    drawn(chart).inline(f"{name}-{place}", chart.caption, chart.description)
                ),
            )
            for place, chart in enumerate(section.charts, start=1)
        )
        yield _Part(section, name, levels[number - 1], charts)


def _lines(text: str) -> "Markup":
    """A text with its own line breaks."""
    from markupsafe import Markup

    return Markup("<br>").join(text.splitlines() or [""])


def _colours() -> str:
    """The colours as properties, for light and dark surroundings; paper is light."""

    def named(colours: dict[str, str]) -> str:
        return ";".join(f"--{name}:{value}" for name, value in colours.items())

    dark = f"@media screen and (prefers-color-scheme: dark){{:root{{{named(DARK)}}}}}"
    return f":root{{{named(LIGHT)}}}\n{dark}"
