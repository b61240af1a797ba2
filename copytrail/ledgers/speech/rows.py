"""The speech ledger: what became of everybody's words.

Each quotation of the derivative is held against the whole original, its narrator included; then what the derivative
says itself against the original's speech; what is left of that was not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copytrail.align.terms import Pair
from copytrail.ledgers.speech.attribution import Attribution
from copytrail.ledgers.speech.origins import Origin, Voice
from copytrail.ledgers.speech.same_speaker import Speakers
from copytrail.ledgers.speech.unmarked import find_unmarked
from copytrail.ledgers.speech.unused import find_unused, list_used
from copytrail.ledgers.speech.voices import Voices
from copytrail.ledgers.speech.wordings import Wording
from copytrail.model import Match, Quotation, QuotationKind, Span, Speech, SpeechOutcome, Thresholds
from copytrail.read.speech.words import speech_words

_FEW_WORDS = 4
"""When so few words do not stand in the original, they are looked for by their stems."""


def hold_speech(
    pair: Pair,
    readings: tuple[Sequence[Quotation], Sequence[Quotation]],
    matches: Sequence[Match],
    thresholds: Thresholds,
) -> tuple[Speech, ...]:
    """The rows of the ledger, from the quotations of the original and of the derivative."""
    original, derivative = readings
    said = [quotation for quotation in original if quotation.kind is not QuotationKind.INDIRECT]
    if not original and not derivative:
        return ()
    ledger = _Ledger(pair, original, thresholds)
    rows = [row for quotation in derivative if (row := ledger.hold(quotation))]
    rows += find_unmarked(pair, said, [row.derivative for row in rows if row.derivative], thresholds)
    rows.sort(key=lambda row: row.derivative.content if row.derivative else pair.derivative.span(0, 1))
    return (*rows, *find_unused(pair, said, list_used(pair, rows, matches), thresholds.used_share))


class _Ledger:
    """Holds quotations of the derivative against the original."""

    def __init__(self, pair: Pair, original: Sequence[Quotation], thresholds: Thresholds) -> None:
        self._pair = pair
        self._thresholds = thresholds
        self._voices = Voices(pair, original, thresholds)
        words = speech_words(pair.derivative.document.language)
        self._terms: dict[int, list[int]] = {}
        names = [one.speaker.name for one in original if one.speaker]
        self._speakers = Speakers(names, words, thresholds.spelling_likeness, pair.original.document.index)
        self._attribution = Attribution(pair, self._speakers)

    def hold(self, quotation: Quotation) -> Speech | None:
        """The row of one quotation; none for one without words."""
        if quotation.kind is QuotationKind.BLOCK and quotation.unsure:
            quotation = self._end_where_known(quotation)
        words = self._words_of(quotation)
        if not words:
            return None
        origin = self._voices.find(words, lambda voice: self._rank(quotation, voice))
        if quotation.kind is QuotationKind.INDIRECT:
            return self._report(quotation, origin, words) if origin and origin.voice.is_quoted else None
        if origin:
            return self._row(quotation, origin, words)
        found = self._find_by_stems(words) if len(words) <= _FEW_WORDS else None
        if found is None:
            outcome = SpeechOutcome.NOT_IN_ORIGINAL
            return Speech(outcome=outcome, wording=outcome, derivative=quotation, original=None)
        outcome = SpeechOutcome.PARTIAL_DIFFERENT
        original = self._quote(self._voices.voice_at(found.start), found)
        return Speech(outcome=outcome, wording=outcome, derivative=quotation, original=original)

    def _words_of(self, quotation: Quotation) -> range:
        """The words of a quotation of the derivative, by their numbers."""
        return self._pair.derivative.index.between(quotation.content.start, quotation.content.end)

    def _end_where_known(self, quotation: Quotation) -> Quotation:
        """A statement whose end is a guess, up to the last paragraph that the original has in a quotation."""
        content = quotation.content
        parts = [p.span for p in self._pair.derivative.document.paragraphs if p.span.overlaps(content)]
        ends = [part.end for part in parts if self._is_quoted_there(replace(quotation, content=part))]
        end = max(ends, default=min(parts[0].end, content.end))
        return replace(quotation, content=Span(content.start, min(end, content.end)))

    def _is_quoted_there(self, quotation: Quotation) -> bool:
        """Whether words come from a quotation of the original."""
        words = self._words_of(quotation)
        origin = self._voices.find(words, lambda voice: self._rank(quotation, voice)) if words else None
        return origin is not None and origin.voice.is_quoted

    def _row(self, quotation: Quotation, origin: Origin, words: range) -> Speech:
        """The row of a quotation that comes from the original."""
        steps = Wording(self._pair, origin, words, self._thresholds)
        wording = steps.judge()
        is_part = quotation.kind is QuotationKind.PARTIAL and wording is SpeechOutcome.ALTERED
        outcome = SpeechOutcome.PARTIAL_DIFFERENT if is_part else wording
        if self._attribution.is_wrong(quotation, origin.voice.quotation):
            outcome = SpeechOutcome.WRONG_SPEAKER
        original = self._quote(origin.voice, steps.stretch)
        return Speech(outcome=outcome, wording=wording, derivative=quotation, original=original, edits=steps.edits)

    def _report(self, quotation: Quotation, origin: Origin, words: range) -> Speech:
        """The row of indirect speech, which may put words otherwise but not into another mouth."""
        steps = Wording(self._pair, origin, words, self._thresholds)
        is_wrong = self._attribution.is_wrong(quotation, origin.voice.quotation)
        return Speech(
            outcome=SpeechOutcome.WRONG_SPEAKER if is_wrong else SpeechOutcome.INDIRECT,
            wording=steps.judge(),
            derivative=quotation,
            original=self._quote(origin.voice, steps.stretch),
            edits=steps.edits,
        )

    def _quote(self, voice: Voice, words: range) -> Quotation:
        """A stretch of the original as its voice gives it."""
        span = self._pair.original.span(words.start, words.stop)
        if voice.quotation is None:
            return Quotation(content=span, kind=QuotationKind.NARRATION)
        return replace(voice.quotation, content=span)

    def _rank(self, quotation: Quotation, voice: Voice) -> tuple[bool, ...]:
        """How well a voice fits a quotation: a quotation itself, of the same speaker, told in the same way."""
        if voice.quotation is None:
            return False, False, False
        theirs, ours = voice.quotation.speaker, quotation.speaker
        agrees = bool(theirs and ours and self._speakers.agree(theirs.name, ours.name))
        return True, agrees, voice.is_quoted == (quotation.kind is not QuotationKind.INDIRECT)

    def _find_by_stems(self, words: range) -> range | None:
        """Where a few words stand in other forms: "swift" for "swiftly"."""
        ours, theirs = self._pair.derivative, self._pair.original
        if all(ours.terms[number] < 0 for number in words):
            return None
        for start in self._starts_of(words):
            stretch = range(start, start + len(words))
            if stretch.stop <= len(theirs.terms) and all(
                theirs.terms[n] == ours.terms[w] and (ours.terms[w] >= 0 or theirs.keys[n] == ours.keys[w])
                for n, w in zip(stretch, words, strict=True)
            ):
                return stretch
        return None

    def _starts_of(self, words: range) -> Iterator[int]:
        """The places of the original where words may begin whose first meaning-bearing one stands there."""
        ours = self._pair.derivative
        offset = next(n for n, word in enumerate(words) if ours.terms[word] >= 0)
        for place in self._places_of(ours.terms[words[offset]]):
            if place >= offset:
                yield place - offset

    def _places_of(self, term: int) -> Sequence[int]:
        """Where a term stands in the original."""
        if not self._terms:
            for place, known in enumerate(self._pair.original.terms):
                self._terms.setdefault(known, []).append(place)
        return self._terms.get(term, ())
