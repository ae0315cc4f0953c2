"""Something that is drawn anew for each width."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Drawn(Visual):
    """Says what to show in so many columns; the rest is Textual's."""

    def drawn(self, width: int) -> Content:
        """What to show in so many columns."""
        raise NotImplementedError

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines."""
        return self.drawn(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """All there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as the words need."""
        return self.drawn(width).get_height(rules, width)
