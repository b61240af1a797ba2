"""Who signs the changes of each paragraph.

LibreOffice takes neighbouring changes of one kind and one author for a single change, even across the end of a
paragraph that is none itself; settling it joins both paragraphs. So changes that meet there have different authors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.export.word.comments import AUTHOR
from copytrail.export.word.segments import Change, Segment, Tracked

AUTHORS = (AUTHOR, f"{AUTHOR} (2)")
_COMING = frozenset({Change.INSERTED, Change.MOVED_HERE})
_GOING = frozenset({Change.DELETED, Change.MOVED_AWAY})


def name_authors(tracked: Sequence[Tracked]) -> Iterator[str]:
    """The author of the changes in each paragraph, in their order."""
    author, before = AUTHORS[0], None
    for paragraph in tracked:
        is_met = before is not None and _meet(before, paragraph)
        author = AUTHORS[1] if is_met and author == AUTHORS[0] else AUTHORS[0]
        yield author
        before = paragraph


def _meet(before: Tracked, after: Tracked) -> bool:
    """Whether the last words of a paragraph and the first ones of the next change alike, and its end does not."""
    if before.is_new:
        return False
    last, first = _find_worded(reversed(before.segments)), _find_worded(after.segments)
    return any(last in kind and first in kind for kind in (_COMING, _GOING))


def _find_worded(segments: Sequence[Segment] | Iterator[Segment]) -> Change | None:
    return next((segment.change for segment in segments if segment.words), None)
