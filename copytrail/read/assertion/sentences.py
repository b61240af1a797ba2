"""One sentence as its claims are read from it: what is known of its words, and the phrases of strength among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat

from copytrail.model import Document, Span
from copytrail.read.assertion.known_words import KnownWord, know_word
from copytrail.read.assertion.scales import Meaning, Scale
from copytrail.read.assertion.words import ClaimWords, Phrase

_BREAK = re.compile(r"[.,;:!?()\[\]—–\"“”«»]|\s--?\s")
_FIGURE = re.compile(r"[\d£$€]")
_SOON = 3
"""A figure, or "than", so many words after a mark belongs to it."""

Found = tuple[Meaning, range]
"""A phrase: what it says and the places of its words in the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSentence:
    """The words of a sentence by their places in it."""

    known: ClaimWords
    first: int
    """The number of its first word in the document."""
    shown: Sequence[str]
    words: Sequence[KnownWord]
    folded: Sequence[str]
    opens: Sequence[bool]
    """For each word whether a sign parts it from the word before; the first counts as parted."""

    def __len__(self) -> int:
        return len(self.words)

    def find_phrases(self) -> list[Found]:
        """The listed phrases, the longest at each place, no word in two of them."""
        found: list[Found] = []
        end = 0
        for place, word in enumerate(self.words):
            phrase = self._phrase_at(place, word) if word.begins and place >= end else None
            if phrase:
                found.append(phrase)
                end = phrase[1].stop
        return found

    def find_content(self, phrases: Sequence[Found]) -> list[bool]:
        """For each word whether it says something by itself: no function word, adverb or word of a phrase.

        A word that has an opposite also says something: "all", "more".
        """
        content = [word.says_something for word in self.words]
        for place in chain.from_iterable(places for _, places in phrases):
            content[place] = content[place] and self.words[place].is_listed
        return content

    def _phrase_at(self, place: int, word: KnownWord) -> Found | None:
        """The listed phrase that begins with a word at a place."""
        following = self.words[place + 1] if place + 1 < len(self) else word
        goes_on = following.folded in word.seconds or following.base in word.seconds
        for phrase, meaning in word.begins if goes_on else word.alone:
            if self._goes_on(place, phrase) and (word.is_contracted or not self._is_other(place, meaning)):
                return meaning, range(place, place + len(phrase))
        return None

    def _goes_on(self, place: int, phrase: Phrase) -> bool:
        """Whether the words after a place are the rest of a phrase, in any form."""
        end = place + len(phrase)
        if end > len(self):
            return False
        following = zip(phrase[1:], self.words[place + 1 : end], strict=True)
        return all(part in {word.folded, word.base} for part, word in following)

    def _is_other(self, place: int, meaning: Meaning) -> bool:
        """Whether a word is not the mark it looks like: "May" the month, "about" before no figure, "the most"."""
        following = self.folded[place + 1 : place + 1 + _SOON]
        match meaning.scale:
            case Scale.CERTAINTY:
                return place > 0 and self.shown[place][0].isupper() and self.known.language != "de"
            case Scale.AMOUNT:
                return place > 0 and self.folded[place - 1] in self.known.sets["determining"]
            case Scale.NEGATION:
                return "than" in following
            case Scale.LIMIT:
                return not any(_FIGURE.match(word) for word in following)
        return False


def cut_sentence(document: Document, sentence: Span, known: ClaimWords) -> ClaimSentence:
    """The words of a sentence of a document."""
    numbers = document.index.between(sentence.start, sentence.end)
    shown = document.index.words[numbers.start : numbers.stop]
    words = list(map(know_word, shown, repeat(known.language)))
    return ClaimSentence(
        known=known,
        first=numbers.start,
        shown=shown,
        words=words,
        folded=[word.folded for word in words],
        opens=_find_openings(document.text, document.index.places[numbers.start : numbers.stop]),
    )


def _find_openings(text: str, places: Sequence[tuple[int, int]]) -> list[bool]:
    """For each word of a sentence whether a sign parts it from the word before; in many sentences none does."""
    if places and not _BREAK.search(text, places[0][1], places[-1][0]):
        return [True] + [False] * (len(places) - 1)
    between = (text[end:start] for (_, end), (start, _) in pairwise(places))
    return [True, *(gap != " " and _BREAK.search(gap) is not None for gap in between)][: len(places)]
