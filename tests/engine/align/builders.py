"""Small builders for tests of the alignment: pairs from two texts, words by their numbers."""

from copytrail import read_plain
from copytrail.align.indexing import index_pair
from copytrail.align.terms import Pair
from copytrail.model import Edit


def pair_of(original: str, derivative: str, language: str = "en") -> Pair:
    return index_pair(read_plain(original, language=language), read_plain(derivative, language=language))


def whole(pair: Pair) -> tuple[range, range]:
    return range(len(pair.original.keys)), range(len(pair.derivative.keys))


def readable(pair: Pair, edits: tuple[Edit, ...]) -> list[tuple[str, str, str]]:
    theirs, ours = pair.original.document.text, pair.derivative.document.text
    return [
        (
            edit.kind.value,
            edit.original.of(theirs) if edit.original else "",
            edit.derivative.of(ours) if edit.derivative else "",
        )
        for edit in edits
    ]
