"""Indirect speech with a named source: "X said that …", "…, X said", "according to X, …".

A weaker kind of quotation: only the plainest verbs of saying count, and only sentences without marks. What X said is
the clause after the verb, or the one before the tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytrail.model import Document, ParagraphKind, Span
from copytrail.read.speech.clauses import Frame, FrameReader, Token
from copytrail.read.speech.phrases import breaks
from copytrail.read.speech.speakers import Attribution, find_tag, is_cue
from copytrail.read.speech.subjects import subject_after, subject_before
from copytrail.read.speech.words import SpeechWords

_FEWEST_WORDS = 5
"""A shorter clause says too little to be held against anything."""
_LONGEST_TAG = 15
"""In words: a tag at the end of a sentence is no longer."""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said."""

    content: Span
    attribution: Attribution


class ReportReader:
    """Finds the indirect speech of one document."""

    def __init__(self, document: Document, reader: FrameReader, words: SpeechWords) -> None:
        self._document = document
        self._reader = reader
        self._words = words
        self._signs = words.reporting | {max(phrase, key=len) for phrase in words.according}
        """Words without which nothing is reported; of a phrase the longest, which few other sentences have."""

    def read(self) -> Iterator[Report]:
        """The reports, in the order of the text."""
        index = self._document.index
        lower = {word: word.lower() for word in index.different}
        signs = {word for word, folded in lower.items() if folded in self._signs}
        cues = {word for word, folded in lower.items() if folded.replace("’", "'") in self._signs}
        for paragraph in self._document.paragraphs:
            if paragraph.kind not in {ParagraphKind.BODY, ParagraphKind.LIST_ITEM}:
                continue
            numbers = index.between(paragraph.span.start, paragraph.span.end)
            if signs.isdisjoint(index.words[numbers.start : numbers.stop]):
                continue
            for frame in self._reader.read(paragraph):
                found = self._read_frame(frame) if frame.has_any(cues) else None
                if found:
                    yield found

    def _read_frame(self, frame: Frame) -> Report | None:
        """The report in a sentence without quotations."""
        if frame.quoted or frame.count <= _FEWEST_WORDS or frame.tail.strip().endswith(":"):
            return None
        tokens = frame.tokens
        return self._after_source(tokens) or self._after_verb(tokens) or self._before_tag(tokens)

    def _after_source(self, tokens: Sequence[Token]) -> Report | None:
        """The clause after "according to X,"."""
        starts = [phrase for phrase in self._words.according if _begins(tokens, phrase)]
        comma = next((n for n, token in enumerate(tokens) if n > 1 and breaks(token.gap)), 0) if starts else 0
        if not comma:
            return None
        return _report(find_tag(tokens[:comma], self._words), tokens[comma:])

    def _after_verb(self, tokens: Sequence[Token]) -> Report | None:
        """The clause after "X said that", or after "X said"."""
        number = next((n for n in range(1, len(tokens)) if self._is_plain_verb(tokens, n)), 0)
        if not number:
            return None
        rest = tokens[number + 1 :]
        if breaks(tokens[number].gap) and (follows := subject_after(rest, self._words)) and follows.is_name:
            return None
        speaker = subject_before(tokens, number, self._words)
        that = next((n for n, token in enumerate(rest[:6]) if token.lower in self._words.that), -1)
        if not speaker or not rest or (that < 0 and (breaks(rest[0].gap) or rest[0].lower in self._words.prepositions)):
            return None
        cue = Span(tokens[number].start, tokens[number].end)
        return _report(Attribution(speaker, cue), rest[that + 1 :])

    def _before_tag(self, tokens: Sequence[Token]) -> Report | None:
        """The clause before ", X said" or ", according to X"."""
        near = range(max(_FEWEST_WORDS, len(tokens) - _LONGEST_TAG), len(tokens))
        for comma in [n for n in near if breaks(tokens[n].gap)]:
            tag = tokens[comma:]
            is_source = any(_begins(tag, phrase) for phrase in self._words.according)
            if is_source or any(self._is_plain_verb(tag, n) for n in range(len(tag))):
                return _report(find_tag(tag, self._words), tokens[:comma])
        return None

    def _is_plain_verb(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether a word is one of the plainest verbs of saying."""
        return tokens[number].lower in self._words.reporting and is_cue(tokens, number, self._words)


def _begins(tokens: Sequence[Token], phrase: Sequence[str]) -> bool:
    """Whether a stretch begins with a phrase."""
    return [token.lower for token in tokens[: len(phrase)]] == list(phrase)


def _report(attribution: Attribution | None, said: Sequence[Token]) -> Report | None:
    """What was said, with its attribution, unless it is too little or nobody's."""
    if attribution is None or attribution.speaker is None or len(said) < _FEWEST_WORDS:
        return None
    return Report(Span(said[0].start, said[-1].end), attribution)
