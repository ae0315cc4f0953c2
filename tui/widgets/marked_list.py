"""A list to choose from, whose marked line is seen without colours too."""

from textual.style import Style
from textual.widgets import OptionList


class MarkedList(OptionList):
    """Takes `text-style: reverse` of its styles seriously, which Textual's own list leaves out."""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of a line."""
        style = super().get_visual_style(*component_classes, partial=partial)
        marked = [self.get_component_styles(name).text_style for name in component_classes]
        return style + Style(reverse=True) if any(each.reverse for each in marked) else style
