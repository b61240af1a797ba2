"""What can go wrong while texts are given."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class UnknownDraft(NotFound):
    """The unfinished form is not here any more; it may have been compared or discarded."""


class UnknownPage(NotFound):
    """The page that your browser sent is not held any more: send it again."""


class UnreachablePage(CopytrailError):
    """The page cannot be fetched."""
