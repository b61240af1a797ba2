"""What can go wrong with corrections and notes."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class ChangedMeanwhile(CopytrailError):
    """The comparison was changed on another page meanwhile. Nothing was kept: look at the passage again."""


class UnknownNote(NotFound):
    """The note is not here any more: it was deleted meanwhile."""


class NotTheWriter(CopytrailError):
    """Only who wrote a note can change or delete it."""


class BadNote(CopytrailError):
    """The note cannot be kept."""
