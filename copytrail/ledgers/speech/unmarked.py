"""The original's speech where the derivative does not quote it: said by its narrator, or reported.

Runs of words that somebody says in the original and the derivative says outside its quotations. A long run is plain;
of a short one every meaning-bearing word must stand in the original's speech only, so that "new agreement", which its
narrator says as well, is nobody's phrase. A sentence with a verb of saying reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copytrail.align.terms import Pair, Sentence
from copytrail.model import Quotation, QuotationKind, Span, Speech, SpeechOutcome, Thresholds
from copytrail.read.speech.words import SpeechWords, speech_words

_MOST_PLACES = 20
"""Of two words that stand together more often than this only the first places are looked at."""
_SHORT = 2
"""In words: a phrase shorter than this is nobody's own."""


def find_unmarked(
    pair: Pair, original: Sequence[Quotation], derivative: Sequence[Quotation], thresholds: Thresholds
) -> list[Speech]:
    """The original's speech in the derivative's own voice."""
    if not original:
        return []
    finder = _Finder(pair, original, derivative, thresholds)
    joined: list[Speech] = []
    for row in (row for sentence in pair.derivative.sentences for row in finder.find(sentence)):
        if joined and _goes_on(pair, joined[-1], row):
            joined[-1] = replace(
                row,
                derivative=_join(joined[-1].derivative, row.derivative),
                original=_join(joined[-1].original, row.original),
            )
        else:
            joined.append(row)
    return joined


def _goes_on(pair: Pair, one: Speech, other: Speech) -> bool:
    """Whether two rows of one kind stand side by side in both documents."""
    if one.outcome is not other.outcome or not (
        one.derivative and other.derivative and one.original and other.original
    ):
        return False
    ours = pair.derivative.index.count(one.derivative.content.end, other.derivative.content.start)
    theirs = pair.original.index.count(one.original.content.end, other.original.content.start)
    return ours == theirs == 0 and one.original.content.end <= other.original.content.start


def _join(one: Quotation | None, other: Quotation | None) -> Quotation | None:
    """A quotation that begins with one and ends with another."""
    return replace(one, content=Span(one.content.start, other.content.end)) if one and other else other


class _Finder:
    """Finds runs of the original's speech in sentences of the derivative."""

    def __init__(
        self, pair: Pair, original: Sequence[Quotation], derivative: Sequence[Quotation], thresholds: Thresholds
    ) -> None:
        self._pair = pair
        self._thresholds = thresholds
        self._words: SpeechWords = speech_words(pair.derivative.document.language)
        past = {verb for verb in self._words.verbs - self._words.weak if verb.endswith("ed")}
        self._reporting = self._words.block | past
        self._said: dict[int, Quotation] = {}
        for quotation in original:
            span = quotation.content
            for number in pair.original.index.between(span.start, span.end):
                self._said[number] = quotation
        quoted = [pair.derivative.index.between(q.content.start, q.content.end) for q in derivative]
        self._quoted = {number for words in quoted for number in words}
        keys = pair.original.keys
        self._narrated = {pair.original.terms[n] for n in range(len(keys)) if n not in self._said}
        theirs, self._ours = pair.neighbours
        self._told = {two for n, two in enumerate(theirs) if n not in self._said and n + 1 not in self._said}
        self._pairs: dict[int, list[int]] = defaultdict(list)
        for number in self._said:
            if number + 1 in self._said:
                self._pairs[theirs[number]].append(number)

    def find(self, sentence: Sentence) -> Iterator[Speech]:
        """The rows of one sentence of the derivative."""
        here = sentence.first
        if self._pairs.keys().isdisjoint(self._ours[here : sentence.end - 1]):
            return
        while here < sentence.end - 1:
            places = self._pairs.get(self._ours[here])
            size, source = self._longest(here, sentence.end, places[:_MOST_PLACES]) if places else (0, 0)
            row = self._row(sentence, range(here, here + size), source) if size >= _SHORT else None
            if row:
                yield row
            here += max(1, size if row else 1)

    def _longest(self, start: int, end: int, places: Sequence[int]) -> tuple[int, int]:
        """The longest run from a word on that is said in the original at one of the places, and where."""
        ours, theirs = self._pair.derivative.keys, self._pair.original.keys
        best = (0, 0)
        for place in places:
            size = 0
            while (
                start + size < end
                and start + size not in self._quoted
                and place + size in self._said
                and ours[start + size] == theirs[place + size]
            ):
                size += 1
            best = max(best, (size, place))
        return best

    def _row(self, sentence: Sentence, run: range, source: int) -> Speech | None:
        """The row of a run, if it is long enough or only ever said."""
        side = self._pair.derivative
        own = [n for n in run if side.terms[n] >= 0]
        if not own or all(self._ours[n] in self._told for n in run[:-1]):
            return None
        if len(run) < self._thresholds.verbatim_words:
            shift = source - run.start
            run = range(own[0], own[-1] + 1)
            source = run.start + shift
            is_own = all(side.terms[n] not in self._narrated and not side.is_name(n) for n in own)
            if len(own) < _SHORT or len(run) < _SHORT or not is_own:
                return None
        outcome = SpeechOutcome.INDIRECT if self._reports(sentence) else SpeechOutcome.UNMARKED
        original = replace(self._said[source], content=self._pair.original.span(source, source + len(run)))
        own_voice = Quotation(content=side.span(run.start, run.stop), kind=QuotationKind.NARRATION)
        return Speech(outcome=outcome, wording=SpeechOutcome.SAME, derivative=own_voice, original=original)

    def _reports(self, sentence: Sentence) -> bool:
        """Whether a sentence says that somebody says something."""
        side = self._pair.derivative
        text = side.document.text
        words = [text[start:end].lower() for start, end in side.places[sentence.first : sentence.end]]
        said = " ".join(["", *words, ""])
        according = (" ".join(["", *phrase, ""]) for phrase in self._words.according)
        return not self._reporting.isdisjoint(words) or any(phrase in said for phrase in according)
