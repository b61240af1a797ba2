"""Which letters differ between two words that are nearly the same, such as “strengthened” and “strengthening”.

A character diff (Myers, "An O(ND) Difference Algorithm", 1986, in diff-match-patch) of the two words, with its
semantic clean-up, so that a letter shared by chance does not cut a difference in two.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from diff_match_patch import diff_match_patch

from copytrail.model import Span

_LONGEST = 40
"""Longer stretches are no words; the diff of words is kept quick by this, not by a clock."""
_SHARED = 0.5
"""Words that share less than this of the longer one are different words."""

Letters = tuple[Span, ...]


def differing_letters(one: str, other: str) -> tuple[Letters, Letters]:
    """Where each of two words differs from the other; nothing where fewer than half of the letters are shared.

    >>> differing_letters("1,900", "1,600")
    ((Span(start=2, end=3),), (Span(start=2, end=3),))
    """
    longest = max(len(one), len(other))
    if one == other or longest > _LONGEST:
        return (), ()
    steps = _compare_letters(one, other)
    if sum(len(text) for side, text in steps if side == 0) < _SHARED * longest:
        return (), ()
    return _find_letters(one, steps, -1), _find_letters(other, steps, 1)


def _compare_letters(one: str, other: str) -> list[tuple[int, str]]:
    """The steps from one word to the other: -1 for what only the one has, 1 for the other, 0 for both."""
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    steps: list[tuple[int, str]] = differ.diff_main(one, other, False)
    differ.diff_cleanupSemantic(steps)
    return steps


def _find_letters(word: str, steps: list[tuple[int, str]], side: int) -> Letters:
    """The stretches of a word that only its side has."""
    own = [(kind, len(text)) for kind, text in steps if kind in {0, side}]
    ends = accumulate(length for _, length in own)
    return tuple(
        _keep_signs_whole(word, end - length, end) for (kind, length), end in zip(own, ends, strict=True) if kind
    )


def _keep_signs_whole(word: str, start: int, end: int) -> Span:
    """The stretch with the letters that its first and last combining marks belong to."""
    while start and unicodedata.category(word[start]).startswith("M"):
        start -= 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return Span(start, end)
