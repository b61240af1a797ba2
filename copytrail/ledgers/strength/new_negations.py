"""Negations of a matched passage that the original makes nowhere, though it speaks of the same.

In a paraphrase of several sentences the words do not stand opposite each other. But where sentences of the original
share the negated word and others of the passage, and none of them denies anything, the passage says the opposite.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.read.assertion.known_words import know_word
from copytrail.read.assertion.scales import LACKING, Scale
from copytrail.read.claims import ClaimMark, ClaimReader, Claims


class Originals:
    """The sentences of an original, found by the base forms of their words; only those are read that are found."""

    def __init__(self, alignment: Alignment, reader: ClaimReader) -> None:
        self._alignment = alignment
        self._reader = reader

    def find_new_negations(self, view: ClaimView) -> Iterator[Change]:
        """The negations of a match whose words the original has in sentences that deny nothing."""
        if view.pair.language.language != "en":
            return
        for mark in view.new_marks.of(Scale.NEGATION):
            wanted = self._words_of(view, mark)
            if not wanted or not all(word in view.pair.own for word in (mark.words.start, *wanted)):
                continue
            theirs = self._find_stated(view, frozenset(view.pair.derivative[word].base for word in wanted))
            if theirs is not None:
                derivative = range(min(mark.words.start, *wanted), max(mark.words.stop, *(word + 1 for word in wanted)))
                yield Change(Strength.REVERSED, Scale.NEGATION, range(theirs, theirs + 1), derivative)

    def _words_of(self, view: ClaimView, mark: ClaimMark) -> tuple[int, ...]:
        """The words a negation turns; none where the original has the opposite of one."""
        wanted = mark.scope if mark.meaning.rank == LACKING else mark.scope[:1]
        are_opposites = view.pair.language.opposites.are_opposites
        ours = [view.pair.derivative[word].folded for word in wanted if word in view.pair.derivative]
        theirs = frozenset[str]().union(*(claims.folded for claims in view.pair.theirs))
        return () if any(are_opposites(here, there) for here in ours for there in theirs) else wanted

    def _find_stated(self, view: ClaimView, bases: frozenset[str]) -> int | None:
        """Where the original states what is negated, among enough of the other words of the match."""
        holding = self._find_holding(bases)
        if not holding or any(claims.denies for claims in holding):
            return None
        others = frozenset[str]().union(*(claims.bases for claims in view.pair.ours)) - bases
        best = max(holding, key=lambda claims: len(others & claims.bases))
        if len(others & best.bases) <= view.words_round:
            return None
        return next(word.number for word in best.words.values() if word.base in bases and word.is_content)

    def _find_holding(self, bases: frozenset[str]) -> list[Claims]:
        """The sentences in which all of some words stand and say something."""
        numbers = set.intersection(*(set(self._holders.get(base, ())) for base in bases))
        near = (self._reader.read(self._alignment.original_sentences[number]) for number in sorted(numbers))
        return [claims for claims in near if bases <= claims.bases]

    @cached_property
    def _holders(self) -> Mapping[str, list[int]]:
        """For each base form the numbers of the sentences in which it stands."""
        index, language = self._alignment.original.index, self._reader.language
        bases = {word: know_word(word, language).base for word in index.different}
        found: dict[str, list[int]] = defaultdict(list)
        for number, span in enumerate(self._alignment.original_sentences):
            words = index.between(span.start, span.end)
            for base in {bases[word] for word in index.words[words.start : words.stop]}:
                found[base].append(number)
        return found
