"""Values as JSON can say them."""

from fractions import Fraction


def plain(value: object) -> object:
    """A value as JSON can say it: whole numbers whole, other fractions as the nearest float."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 and abs(value) > 1 else float(value)
    return value
