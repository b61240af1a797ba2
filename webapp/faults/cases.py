"""What can go wrong with a case and its texts."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class UnknownCase(NotFound):
    """The case is not here; it may have been deleted."""


class InTrash(UnknownCase):
    """The case is in the trash."""

    def __init__(self, case_id: str) -> None:
        super().__init__(str(UnknownCase()))
        self.case_id = case_id


class UnknownArticle(NotFound):
    """The article is not in the case; it may have been deleted."""


class UnknownParagraph(NotFound):
    """There is no paragraph of this number in the text."""


class NoChanges(NotFound):
    """The file holds no tracked changes, so there are no two readings of it to compare."""


class StillComparing(CopytrailError):
    """Copytrail is still comparing the articles of this case."""

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id


class NotCompared(NotFound):
    """The article could not be compared: the page of its case says why, and lets you try again."""


class OrderedMeanwhile(CopytrailError):
    """Somebody else put the articles in another order meanwhile. Nothing was changed: this is how they stand now."""
