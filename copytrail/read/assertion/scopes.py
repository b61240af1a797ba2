"""What a mark of strength is said of: "not yet been approved" of "approved", "no new evidence" of "evidence"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.read.assertion.scales import OF_A_THING, Meaning, Scale
from copytrail.read.assertion.sentences import ClaimSentence

_MOST = 3
"""A mark is said of so many words at most."""
_FAR = 5
"""So many small words may stand between a mark and what it is said of; so many further words it may reach."""


class Scopes:
    """Finds what the marks of one sentence are said of; all places are those of words in the sentence."""

    def __init__(self, sentence: ClaimSentence, content: Sequence[bool], marked: frozenset[int]) -> None:
        self._sentence = sentence
        self._content = content
        self._marked = marked

    def scope_of(self, meaning: Meaning, places: range) -> list[int]:
        """The words that a mark is said of, the nearest first: after it, and before it where verbs stand at the end."""
        scope = list(self._after(places.stop, meaning.scale))
        if scope and not self._is_said_of(meaning, range(places.stop, scope[0])):
            scope = []
        if self._sentence.known.language == "en":
            return scope
        return [*scope[:1], *list(self._before(places.start))[:1]]

    def reach_of(self, places: range) -> list[int]:
        """Further words a mark may be said of: those after it up to a sign, and those before it."""
        reach: list[int] = []
        for place in range(places.stop, len(self._content)):
            if self._sentence.opens[place] or len(reach) == _FAR:
                break
            reach += [place] if self._content[place] else []
        return reach if self._sentence.known.language == "en" else [*reach, *self._before(places.start)]

    def _is_said_of(self, meaning: Meaning, between: range) -> bool:
        """Whether a mark can be said of the word after it, across what stands between."""
        word = self._sentence.folded[between.stop]
        match meaning.scale:
            case Scale.CERTAINTY:
                return word.isalpha() and (self._sentence.known.language != "en" or self._leads_to_verb(between))
            case Scale.AMOUNT:
                return not word.endswith("ing")
            case Scale.CAUTION:
                return meaning.rank != OF_A_THING or not between
        return True

    def _leads_to_verb(self, between: range) -> bool:
        """Whether words between a mark and a word only help a verb, or end in what something may be."""
        known = self._sentence.known
        for place in between:
            word = self._sentence.words[place]
            if word.folded in known.sets["be"] or word.folded in known.sets["have"]:
                return True
            if not word.helps:
                return False
        return True

    def _after(self, start: int, scale: Scale) -> Iterator[int]:
        """The first words that say something after a place, up to a sign or, once there are some, a small word."""
        found = 0
        joining = self._sentence.known.sets["joining"]
        for place in range(start, min(len(self._content), start + _FAR + _MOST)):
            word = self._sentence.folded[place]
            if self._sentence.opens[place] or found == _MOST or word in joining:
                return
            if self._content[place]:
                found += 1
                yield place
                if scale is Scale.LIMIT and word[-1].isdigit():
                    return
            elif found or place >= start + _FAR or not self._lets_through(place, scale):
                return

    def _lets_through(self, place: int, scale: Scale) -> bool:
        """Whether a small word may stand between a mark and what it is said of."""
        word = self._sentence.words[place]
        if scale not in {Scale.NEGATION, Scale.AMOUNT} or (scale is Scale.NEGATION and word.helps):
            return True
        return word.folded in self._sentence.known.sets["through"] or place in self._marked

    def _before(self, start: int) -> Iterator[int]:
        """The words that say something before a place, back to a sign."""
        found = 0
        for place in range(start - 1, -1, -1):
            if self._sentence.opens[place + 1] or found == _MOST:
                return
            if self._content[place]:
                found += 1
                yield place
