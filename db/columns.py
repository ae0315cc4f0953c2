"""Columns of the tables, for statements that give values and not the objects of the tables.

A statement over `Episode.sex` itself prepares for objects: it sets up how all the tables' objects
hang together, at every start, and it is put together in a longer way each time. Everything on the
way to the goals asks by the plain columns: `status` does a twentieth less.
"""

from typing import Any, TypeVar

from sqlalchemy.orm import Mapped

T = TypeVar("T")


def col(attribute: T) -> Mapped[T]:
    """The column behind an attribute of a table; not of an alias, which has its own columns."""
    of_class: Any = attribute
    column: Mapped[T] = of_class.prop.columns[0]
    return column
