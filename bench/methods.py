"""What is timed: the whole comparison, and four ways of comparing words that others offer.

Each method takes two texts and returns the job to time; what it needs ready before (words split, words
mapped to characters) is not counted against it. Copytrail gets nothing ready: it reads the texts, cuts
them into words and sentences, aligns, labels and measures.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from difflib import SequenceMatcher

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import LCSseq

from copytrail import compare, read_plain
from copytrail.measures import measure

Job = Callable[[], object]
_FIRST_SIGN = 0xE000
"""Past the surrogates, which are no characters."""


def _copytrail(original: str, derivative: str) -> Job:
    return lambda: measure(compare(read_plain(original), read_plain(derivative)))


def _difflib(original: str, derivative: str) -> Job:
    theirs, ours = original.split(), derivative.split()
    return lambda: SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()


def _difflib_autojunk(original: str, derivative: str) -> Job:
    theirs, ours = original.split(), derivative.split()
    return lambda: SequenceMatcher(None, theirs, ours, autojunk=True).get_opcodes()


def _diff_match_patch(original: str, derivative: str) -> Job:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    signs: dict[str, str] = {}
    theirs, ours = (
        "".join(signs.setdefault(word, chr(_FIRST_SIGN + len(signs))) for word in text.split())
        for text in (original, derivative)
    )
    return lambda: differ.diff_main(theirs, ours, checklines=False)


def _rapidfuzz(original: str, derivative: str) -> Job:
    theirs, ours = original.split(), derivative.split()
    return lambda: LCSseq.opcodes(theirs, ours)


def _collatex(original: str, derivative: str) -> Job:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from collatex import Collation, collate  # noqa: PLC0415 - heavy, and only this one needs it

    collation = Collation()
    collation.add_plain_witness("A", original)
    collation.add_plain_witness("B", derivative)
    return lambda: collate(collation, segmentation=False, output="json")


METHODS: dict[str, Callable[[str, str], Job]] = {
    "Copytrail": _copytrail,
    "difflib": _difflib,
    "difflib, autojunk": _difflib_autojunk,
    "diff-match-patch": _diff_match_patch,
    "rapidfuzz": _rapidfuzz,
    "CollateX": _collatex,
}
