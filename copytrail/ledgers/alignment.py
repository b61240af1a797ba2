"""The two documents with their matches, asked from either side: what stands opposite a place, and how it is reused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from copytrail.ledgers.stems import StemIndex, index_stems
from copytrail.model import Document, Edit, Label, Match, ParagraphKind, Span, Thresholds


@dataclass(frozen=True)
class Alignment:
    """The matches of two documents; without slots, because what is asked often is kept."""

    original: Document
    derivative: Document
    matches: tuple[Match, ...]
    thresholds: Thresholds

    def match_at(self, span: Span) -> Match | None:
        """The match that covers the beginning of a stretch of the derivative."""
        number = bisect_right(self._starts, span.start) - 1
        found = self.matches[number] if number >= 0 else None
        return found if found and found.derivative.end > span.start else None

    def opposite(self, span: Span) -> tuple[Edit, ...]:
        """The steps that lead from the original to a stretch of the derivative."""
        match = self.match_at(span)
        edits = match.edits if match else ()
        return tuple(edit for edit in edits if edit.derivative and edit.derivative.overlaps(span))

    def sources_of(self, match: Match) -> tuple[Span, ...]:
        """The whole sentences that a match comes from."""
        found = dict.fromkeys(self.original_sentence(span) for span in match.original)
        return tuple(found)

    def original_sentence(self, span: Span) -> Span:
        """The sentence of the original in which a stretch begins."""
        return _sentence_at(self.original_sentences, span)

    def derivative_sentence(self, span: Span) -> Span:
        """The sentence of the derivative in which a stretch begins."""
        return _sentence_at(self.derivative_sentences, span)

    def original_sentences_in(self, span: Span) -> tuple[Span, ...]:
        """The sentences of the original that a stretch touches."""
        return _sentences_in(self.original_sentences, span)

    def derivative_sentences_in(self, span: Span) -> tuple[Span, ...]:
        """The sentences of the derivative that a stretch touches."""
        return _sentences_in(self.derivative_sentences, span)

    @cached_property
    def is_derived(self) -> bool:
        """Whether enough of the derivative comes from the original for what they say to be held against each other."""
        index = self.derivative.index
        reused = sum(index.count(match.derivative.start, match.derivative.end) for match in self.matches)
        words = sum(index.count(sentence.start, sentence.end) for sentence in self.derivative_sentences)
        return reused >= self.thresholds.partly_share * words

    @property
    def is_translated(self) -> bool:
        """Whether the texts are in two known languages."""
        return self.original.is_in_other_language(self.derivative)

    def reused_share(self, sentence: Span, *, with_paraphrases: bool = True) -> float:
        """The share of a derivative sentence's words in matches; those of a paraphrase count as far as it is likely."""
        index = self.derivative.index
        words = index.count(sentence.start, sentence.end)
        reused = 0.0
        for match in self.matches_in(sentence):
            weight = match.score * with_paraphrases if match.label is Label.PARAPHRASED else 1.0
            start, end = max(match.derivative.start, sentence.start), min(match.derivative.end, sentence.end)
            reused += weight * index.count(start, end)
        return reused / words if words else 0.0

    def matches_in(self, sentence: Span) -> tuple[Match, ...]:
        """The matches that share a stretch with a sentence of the derivative."""
        first = max(0, bisect_right(self._starts, sentence.start) - 1)
        near = self.matches[first : bisect_left(self._starts, sentence.end)]
        return tuple(match for match in near if match.derivative.overlaps(sentence))

    def new_words(self, place: Span) -> int:
        """How many words of its sentence stand round a place without a match among them; none inside a match."""
        if self.match_at(place):
            return 0
        sentence = self.derivative_sentence(place)
        matches = self.matches_in(sentence)
        start = max(
            (match.derivative.end for match in matches if match.derivative.end <= place.start), default=sentence.start
        )
        end = min(
            (match.derivative.start for match in matches if match.derivative.start >= place.end), default=sentence.end
        )
        return self.derivative.index.count(start, end)

    @cached_property
    def derivative_sentences(self) -> tuple[Span, ...]:
        """The derivative's sentences outside furniture."""
        return _sentences(self.derivative)

    @cached_property
    def original_sentences(self) -> tuple[Span, ...]:
        """The original's sentences outside furniture."""
        return _sentences(self.original)

    @cached_property
    def derivative_stems(self) -> StemIndex:
        """The derivative's sentences by their stems."""
        return index_stems(self.derivative, self.derivative_sentences)

    @cached_property
    def original_stems(self) -> StemIndex:
        """The original's sentences by their stems."""
        return index_stems(self.original, self.original_sentences)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the matches begin in the derivative."""
        return [match.derivative.start for match in self.matches]


def _sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of a document outside furniture."""
    return tuple(
        sentence
        for paragraph in document.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE
        for sentence in paragraph.sentences
    )


def _sentences_in(sentences: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The sentences, which are in order, that a stretch touches."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda sentence: sentence.start)]


def _sentence_at(sentences: tuple[Span, ...], span: Span) -> Span:
    """The sentence in which a stretch begins; the stretch itself where there is none."""
    number = bisect_left(sentences, span.start + 1, key=lambda sentence: sentence.start) - 1
    return sentences[number] if number >= 0 and sentences[number].end > span.start else span
