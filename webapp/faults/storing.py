"""What can go wrong with the database."""

from copytrail.errors import CopytrailError


class AlreadyStored(CopytrailError):
    """It was stored before, or the case it belongs to was deleted meanwhile."""


class UnfittingRows(CopytrailError):
    """Rows do not fit the tables."""


class StoreUnavailable(CopytrailError):
    """The database does not answer just now."""


class StoreBusy(StoreUnavailable):
    """The database is busy with another task and did not become free in time."""


class StoreReadOnly(StoreUnavailable):
    """The database can be read but not written."""


class StoreFull(StoreUnavailable):
    """The disk that holds the database is full."""


class NewerDatabase(StoreUnavailable):
    """The database was made by a newer version of Copytrail; install that version to open it."""
