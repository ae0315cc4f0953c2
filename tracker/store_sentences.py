"""What can go wrong with a store, as sentences with exit codes."""

from collections.abc import Iterator
from contextlib import contextmanager

from db import errors as store_errors
from tracker.errors import DataError, StoreBusyError, TrackerError, UsageError
from tracker.problems import N_

SENTENCES: dict[type[store_errors.StoreError], tuple[type[TrackerError], str]] = {
    store_errors.StoreMissingError: (
        UsageError,
        N_("There is no store at {where}. Create one with: tracker init PLAN"),
    ),
    store_errors.StoreExistsError: (
        UsageError,
        N_("There is already a file at {where}. Nothing was changed."),
    ),
    store_errors.NotAStoreError: (
        UsageError,
        N_("{where} is not a store of this program. Nothing was changed."),
    ),
    store_errors.StoreBusyError: (
        StoreBusyError,
        N_("The store {where} is busy or cannot be reached. Try again in a moment."),
    ),
    store_errors.SchemaNewerError: (
        UsageError,
        N_("The store {where} was written by a newer version. Update the program."),
    ),
    store_errors.NotAFileError: (
        UsageError,
        N_("The store is on a database server: it is backed up with the tools of the server."),
    ),
    store_errors.BrokenCopyError: (
        DataError,
        N_(
            "{where} has faults, so the copy of it was not kept. Use the latest backup that is "
            "sound: tracker restore FILE --store NEW"
        ),
    ),
}


@contextmanager
def store_sentences() -> Iterator[None]:
    """Turn what a store raises into a sentence with an exit code."""
    try:
        yield
    except store_errors.StoreError as error:
        kind, sentence = SENTENCES[type(error)]
        raise kind(sentence, where=error.where) from error
