"""A report to be read through: a page at a time, or from one heading to the next."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tracker.problems import N_
from tracker.reports.model import Report
from tracker.wording import Language
from tui.widgets.report_text import sections_of


class ReportView(VerticalScroll):
    """Shows the sections one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "section(1)", N_("next part")),
        Binding("b", "section(-1)", N_("part before")),
        Binding("space", "page_down", show=False),
    ]

    def __init__(self, language: Language, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.language = language

    async def show(self, report: Report) -> None:
        """Show a report from its beginning."""
        await self.remove_children()
        await self.mount(
            *(Static(each, classes="section") for each in sections_of(report, self.language))
        )
        self.scroll_home(animate=False)

    async def say(self, sentence: str) -> None:
        """Say why there is none."""
        await self.remove_children()
        await self.mount(Static(sentence, classes="section", markup=False))

    def action_section(self, steps: int) -> None:
        """Go to the heading after, or before."""
        parts = list(self.query(".section"))
        here = round(self.scroll_offset.y)
        tops = [part.virtual_region.y for part in parts]
        beyond = [top for top in tops if (top > here if steps > 0 else top < here)]
        if beyond:
            top = beyond[0] if steps > 0 else beyond[-1]
            self.scroll_to(y=top, animate=False)
