"""The sentences of a text, found by the stems they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

from copytrail.lexicon import function_words, stem_words
from copytrail.model import Document, Span


@dataclass(frozen=True, slots=True)
class StemIndex:
    """Sentences, and for each stem the numbers of those that hold it."""

    spans: tuple[Span, ...]
    holders: Mapping[str, Sequence[int]]


def index_stems(document: Document, spans: tuple[Span, ...]) -> StemIndex:
    """The index of some sentences of a text."""
    index, language = document.index, document.language or "en"
    stems = {word: stem_parts(word, language) for word in index.different}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, span in enumerate(spans):
        words = index.between(span.start, span.end)
        for stem in set(chain.from_iterable(map(stems.__getitem__, index.words[words.start : words.stop]))):
            holders[stem].append(number)
    return StemIndex(spans, holders)


def find_common_stems(document: Document, span: Span) -> set[str]:
    """The stems of the words of a stretch that are written in lower case."""
    words = document.index.between(span.start, span.end)
    told = filter(str.islower, document.index.words[words.start : words.stop])
    return set(chain.from_iterable(map(stem_parts, told, repeat(document.language or "en"))))


@lru_cache(maxsize=50_000)
def stem_parts(word: str, language: str) -> tuple[str, ...]:
    """The stems of a word that is neither a function word nor a number; of a compound, those of its parts."""
    common = function_words(language)
    parts = word.casefold().replace("’s", "").split("-")
    return tuple(stem_words([part for part in parts if part.isalpha() and part not in common], language))
