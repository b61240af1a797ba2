"""Sentences on what of a PDF was not read, or read with doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_PARTLY = 0.03
"""From this share of unknown characters on the reader is told."""


def remark_pages(count: int, read: int, damaged: Sequence[int]) -> Iterator[str]:
    """That pages were not read: those after a limit, and those that are damaged."""
    if read < count:
        yield f"The file has {count:,} pages; the first {read:,} were read."
    if damaged:
        verb = "is" if len(damaged) == 1 else "are"
        yield f"{name_pages(damaged)} {verb} damaged and could not be read."


def remark_scans(scanned: Sequence[int], recognised: Sequence[int]) -> Iterator[str]:
    """That pages are pictures, without text or with text that a program recognised."""
    if scanned:
        subject = "is a picture" if len(scanned) == 1 else "are pictures"
        yield f"{name_pages(scanned)} {subject} without text and could not be read: text recognition (OCR) would help."
    if recognised:
        subject = "is a picture whose text was" if len(recognised) == 1 else "are pictures whose text was"
        yield f"{name_pages(recognised)} {subject} recognised by a program: letters may be wrong."


def remark_cut(numbers: Sequence[int]) -> Iterator[str]:
    """That pages hold more text than is read of one page."""
    if numbers:
        verb = "holds" if len(numbers) == 1 else "hold"
        yield f"{name_pages(numbers)} {verb} more text than is read of one page; the rest was not read."


def remark_unmapped(unmapped: int, count: int) -> Iterator[str]:
    """That the letters of some characters are not known."""
    if unmapped > _PARTLY * count:
        yield "The file does not say which letters some of its characters are; words with them may be wrong."


def name_pages(numbers: Sequence[int]) -> str:
    """Pages by their numbers.

    >>> name_pages([3]), name_pages([1, 2, 3, 7])
    ('Page 3', 'Pages 1 to 3 and 7')
    """
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    breaks = [place for place, (one, other) in enumerate(pairwise(numbers), start=1) if other != one + 1]
    starts, ends = [0, *breaks], [*breaks, len(numbers)]
    runs = [numbers[start:end] for start, end in zip(starts, ends, strict=True)]
    names = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return "Pages " + (" and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0])
