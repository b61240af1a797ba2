"""Sentences on what a file holds beside its text."""

from __future__ import annotations

from copytrail.intake.extracts import Changes

CHANGES_REMARKS = {
    Changes.ACCEPTED: "The file holds tracked changes; this is the text with all of them accepted.",
    Changes.ORIGINAL: "The file holds tracked changes; this is the text as it was before them.",
}


def remark_comments(count: int) -> tuple[str, ...]:
    """That comments were left out, if there are any."""
    return remark(
        count, "The file holds a comment, which was left out.", "The file holds {} comments, which were left out."
    )


def remark(count: int, one: str, many: str) -> tuple[str, ...]:
    """A sentence on so many things, if there are any: `many` has `{}` for their number.

    >>> remark(0, "One.", "{} of them."), remark(3, "One.", "{} of them.")
    ((), ('3 of them.',))
    """
    if not count:
        return ()
    return (one,) if count == 1 else (many.format(count),)
