"""One formula for a number and for an array.

The formulas of this package use only `+ - * / **` and the functions below, so each is written once
and runs on Python floats without numpy. Inside the package such values are `Any`; the public names
declare what goes in and what comes out.
"""

import math
from collections.abc import Callable, Sequence
from numbers import Real
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray

Array: TypeAlias = "NDArray[Any]"
Numbers: TypeAlias = "float | NDArray[Any]"
Column: TypeAlias = "Sequence[float] | NDArray[Any]"
Limits: TypeAlias = tuple[float, float] | tuple[None, None]
"""Lower and upper limit, or none when there is nothing to compute from."""
ArrayLimits: TypeAlias = "tuple[NDArray[Any], NDArray[Any]]"

_HALVINGS = 60  # from a range of 2 down to 2e-18, below the spacing of floats near a limit


def numbers(*columns: Any) -> tuple[Any, ...]:
    """The columns as floats, or as float arrays of one common shape; a missing value is NaN."""
    if all(isinstance(column, Real) for column in columns):
        return tuple(float(column) for column in columns)
    import numpy as np

    return tuple(np.broadcast_arrays(*(np.asarray(column, dtype=float) for column in columns)))


def finished(*results: Any) -> tuple[Any, ...]:
    """Results as handed out: floats with None for NaN, or arrays that keep their NaN."""
    return tuple(
        result if getattr(result, "ndim", 0) else None if math.isnan(result) else float(result)
        for result in results
    )


def choose(condition: Any, if_true: Any, if_false: Any) -> Any:
    """`if_true` where the condition holds, else `if_false`; both are computed."""
    if not getattr(condition, "ndim", 0):
        return if_true if condition else if_false
    import numpy as np

    return np.where(condition, if_true, if_false)


def known(base: Any, *values: Any) -> tuple[Any, ...]:
    """The values where the base is above 0 and NaN elsewhere, which then runs through a formula."""
    return tuple(choose(base > 0, value, math.nan) for value in values)


def farthest(inside: Callable[[Any], Any], near: Any, far: Any) -> Any:
    """The last point on the way from `near` to `far` that is still inside, by bisection.

    Args:
        inside: True from `near` up to the limit sought and False beyond it.
        near: A point inside, normally the estimate; it stays inside the result by construction.
        far: The end of the scale; equal to `near` when the estimate lies at the end.
    """
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        within = inside(middle)
        near, far = choose(within, middle, near), choose(within, far, middle)
    return near
