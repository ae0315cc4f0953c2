"""Pictures made of characters, for the screens and the command line: values in, lines out."""

from tracker.wording.pictures.apart import Apart, apart_picture
from tracker.wording.pictures.band import band_picture
from tracker.wording.pictures.canvas import Picture, Piece, Role, plain
from tracker.wording.pictures.funnel import funnel_picture
from tracker.wording.pictures.limits import Curves, curves_of
from tracker.wording.pictures.trend_line import trend_picture

__all__ = [
    "Apart",
    "Curves",
    "Picture",
    "Piece",
    "Role",
    "apart_picture",
    "band_picture",
    "curves_of",
    "funnel_picture",
    "plain",
    "trend_picture",
]
