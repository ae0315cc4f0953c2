"""What stands on a screen: its text, and the colours of its cells."""

from textual.color import Color

NO_LETTERS = " ─━╸╺│▏▎▍▌▋▊▉█▇▆▅▄▃▂▁▔╭╮╰╯"
"""Lines and scrollbars: nothing that anybody reads."""


def lines_of(app):
    """The screen as lines of text, as the terminal gets them."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def text_of(app):
    """The screen as one text; runs of blanks, no-break spaces too, are one blank."""
    return " ".join(" ".join(lines_of(app)).split())


def contrasts_of(app):
    """The contrast of every run of letters and signs against its background, with the run."""
    yield from contrasts_in(app.screen._compositor.render_strips())


def contrasts_in(strips):
    """The same of some lines."""
    for strip in strips:
        for segment in strip:
            style = segment.style
            if segment.text.strip(NO_LETTERS) and style and style.color and style.bgcolor:
                colours = [Color.from_rich_color(c) for c in (style.color, style.bgcolor)]
                if style.reverse:
                    colours.reverse()
                yield contrast(*colours), segment.text


def contrast(one, other):
    """The contrast ratio of two colours by WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    """The relative luminance by WCAG."""
    parts = (value / 255 for value in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
