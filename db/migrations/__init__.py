"""The versions of the schema, in order; the steps between them are in `versions/`.

Kept as plain names so that opening a store need not import Alembic.
"""

VERSIONS = ("0001", "0002", "0003", "0004", "0006", "0007", "0008")
HEAD = VERSIONS[-1]
