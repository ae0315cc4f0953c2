"""What can go wrong with a store, as types; `tracker` turns them into sentences."""


class StoreError(Exception):
    """Base: something about the store `where`."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class StoreMissingError(StoreError):
    """There is no store at that place."""


class StoreExistsError(StoreError):
    """There is already a file at that place."""


class NotAStoreError(StoreError):
    """The file or database is there but is not a store of this program."""


class StoreBusyError(StoreError):
    """Somebody else holds the store, or it cannot be reached."""


class SchemaNewerError(StoreError):
    """The store was written by a newer version of the program."""


class SchemaOlderError(StoreError):
    """The store needs migrating before this version can use it."""


class NotAFileError(StoreError):
    """The store is on a server, which has tools of its own for that."""


class BrokenCopyError(StoreError):
    """A copy of the store has faults: it is not whole."""


class AbandonedError(Exception):
    """A question to the store was given up: nobody waits for its answer any more."""


class LaterChangeError(Exception):
    """Another change came after on the same row, or rests on it; names the table and the row."""

    def __init__(self, entity: str, row_id: int, part: str = "") -> None:
        super().__init__(entity, row_id, part)
        self.entity = entity
        self.row_id = row_id
        self.part = part
        """The year of a plan, the key of a setting; a row is not changed in parts."""
