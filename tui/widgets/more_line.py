"""The line below the fields of a form: it unfolds those that no goal needs, or folds them away."""

from textual.widgets import Static

from tracker.problems import N_
from tracker.wording import Language
from tui.widgets.lines import show_line


class MoreLine(Static):
    """Seen while there is something to unfold; a click does the same as the key."""

    def tell(self, language: Language, *, has_folded: bool, is_open: bool) -> None:
        """Say what the key does now, or nothing."""
        sign, text = ("▾", N_("Hide again (F6)")) if is_open else ("▸", N_("Show more (F6)"))
        show_line(self, f"{sign} {language.text(text)}" if has_folded else "")

    async def on_click(self) -> None:
        """Unfold, or fold away."""
        await self.run_action("screen.toggle_all")
