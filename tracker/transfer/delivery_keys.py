"""The names (*leverans*) of the deliveries that this program makes.

`krus-2021-bdmddrhkbqsesfhe-85`: of what, a seal that only its sender can make again, and how many
rows it has, so that who receives a part of it notices. Others may name theirs as they like.
"""

import re

LETTERS = "abcdefghjkmnpqrs"
"""Sixteen letters instead of digits: a row of digits could be taken for a personnummer."""
_SEALED = re.compile(rf".-(?P<seal>[{LETTERS}]{{16}})(?:-(?P<rows>[0-9]+))?$")


def delivery_name(insats: str, period: str, seal: str, rows: int) -> str:
    """The name of a delivery of one intervention."""
    return f"{insats}-{period}-{seal}-{rows}"


def seal_in(name: str) -> str | None:
    """The seal in a name; None in one that somebody chose."""
    found = _SEALED.search(name)
    return found["seal"] if found else None


def rows_in(name: str) -> int | None:
    """How many rows a delivery has by its name; None where the name does not say."""
    found = _SEALED.search(name)
    return int(found["rows"]) if found and found["rows"] else None
