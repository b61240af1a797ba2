"""What became of the words of a quotation, given where they come from.

The diff of words (`align/edits`) says what was put in, left out, replaced or moved. What house style explains, an
ellipsis announces or square brackets own up to counts for nothing; a clause left out without such a sign, or a
sentence skipped, is a splice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from copytrail.align.edits import write_edits
from copytrail.align.terms import Pair
from copytrail.ledgers.speech.house_style import is_house_style
from copytrail.ledgers.speech.origins import Origin
from copytrail.model import Edit, EditKind, Span, SpeechOutcome, Thresholds

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+\S|\n")
_MARK_AT_START = re.compile("(^|\n)\\s*[“”\"„«‘'‹「]")
_END_WORDS = 3
"""So many other words at an end of a quotation may stand for as many of the original; more were added."""
_AT_ENDS = " \t\n.,;:!?…—–-“”\"„«»‘’'"


class Wording:
    """The steps between a quotation and its origin, and what they amount to."""

    def __init__(self, pair: Pair, origin: Origin, words: range, thresholds: Thresholds) -> None:
        self._pair = pair
        self._origin = origin
        self._words = words
        self._thresholds = thresholds
        blocks = sorted(origin.blocks)
        self.stretch = self._extend()
        steps = write_edits(pair, blocks, [self.stretch], words)
        self.edits = tuple(self._without_excused(steps))
        self._ordered = all(one.original < other.original for one, other in pairwise(blocks))

    def _extend(self) -> range:
        """The stretch of the original, with as many words at its ends as the quotation has other ones there."""
        first = min(block.derivative for block in self._origin.blocks)
        last = max(block.derivative + block.size for block in self._origin.blocks)
        voice, found = self._origin.voice.words, self._origin.words
        before = range(self._words.start, first)
        after = range(last, self._words.stop)
        start = self._grow(before, range(max(voice.start, found.start - len(before) - 1), found.start), at_end=False)
        stop = self._grow(after, range(found.stop, min(voice.stop, found.stop + len(after) + 1)), at_end=True)
        return range(found.start - start, found.stop + stop)

    def _grow(self, ours: range, theirs: range, *, at_end: bool) -> int:
        """How many words of the original a few other words at an end of the quotation stand for."""
        if not ours or len(ours) > _END_WORDS or self._origin.others:
            return 0
        for size in range(1, len(theirs) + 1):
            part = theirs[:size] if at_end else theirs[len(theirs) - size :]
            if self._is_house_style(self._said(part, original=True), self._said(ours, original=False)):
                return size
        return min(len(ours), len(theirs))

    def judge(self) -> SpeechOutcome:
        """What became of the words, the gravest first."""
        if self._origin.others or any(self._cuts(edit) for edit in self.edits):
            return SpeechOutcome.SPLICED
        if not self._ordered:
            return SpeechOutcome.REORDERED
        if self.edits:
            return SpeechOutcome.ALTERED
        original = self._pair.original.span(self.stretch.start, self.stretch.stop)
        derivative = self._pair.derivative.span(self._words.start, self._words.stop)
        theirs, ours = (
            original.of(self._pair.original.document.text),
            derivative.of(self._pair.derivative.document.text),
        )
        return SpeechOutcome.SAME if _bare(theirs) == _bare(ours) else SpeechOutcome.HOUSE_STYLE

    def _cuts(self, edit: Edit) -> bool:
        """Whether a step leaves out a clause or skips to another sentence."""
        if edit.original is None:
            return False
        theirs = len(self._words_in(edit.original, original=True))
        ours = len(self._words_in(edit.derivative, original=False)) if edit.derivative else 0
        if theirs - ours >= self._thresholds.clause_words:
            return True
        return not ours and bool(_SENTENCE_END.search(edit.original.of(self._pair.original.document.text)))

    def _without_excused(self, steps: Sequence[Edit]) -> Iterator[Edit]:
        """The steps that neither house style nor a sign explains; what stands between two kept runs goes together.

        So do two gaps with one kept word between them: "May 5" for "5 May".
        """
        runs = [tuple(group) for _, group in groupby(steps, key=lambda step: step.kind is EditKind.KEPT)]
        excused: set[int] = set()
        for number, gap in enumerate(runs):
            if number in excused or gap[0].kind is EditKind.KEPT:
                continue
            date = [step for run in runs[number : number + 3] for step in run]
            if self._is_alike(gap):
                excused.add(number)
            elif number + 2 < len(runs) and self._is_one_word(runs[number + 1]) and self._is_alike(date):
                excused |= {number, number + 2}
        for number, gap in enumerate(runs):
            if number not in excused:
                yield from (step for step in gap if step.kind is not EditKind.KEPT and not self._is_signed(step))

    def _is_alike(self, steps: Sequence[Edit]) -> bool:
        """Whether both sides of some steps say the same in two house styles."""
        theirs = [word for step in steps if step.original for word in self._words_in(step.original, original=True)]
        ours = [word for step in steps if step.derivative for word in self._words_in(step.derivative, original=False)]
        return bool(theirs and ours) and self._is_house_style(theirs, ours)

    def _is_one_word(self, kept: Sequence[Edit]) -> bool:
        """Whether a kept run is no more than one word."""
        return sum(len(self._words_in(step.derivative, original=False)) for step in kept if step.derivative) == 1

    def _is_house_style(self, original: Sequence[str], derivative: Sequence[str]) -> bool:
        """Whether two runs of words differ in house style only."""
        return is_house_style(original, derivative, self._pair.derivative.document.language)

    def _is_signed(self, edit: Edit) -> bool:
        """Whether a sign in the derivative says that words were changed or left out at a step."""
        side = self._pair.derivative
        text = side.document.text
        if edit.derivative:
            return (
                text[max(0, edit.derivative.start - 1)] == "["
                or text[edit.derivative.end : edit.derivative.end + 1] == "]"
            )
        if edit.original is None:
            return False
        number = self._kept_before(edit.original)
        if number is None:
            return False
        end = side.places[number + 1][0] if number + 1 < len(side.places) else len(text)
        between = text[side.places[number][1] : end]
        return bool(_ELLIPSIS.search(between)) or "[" in between

    def _kept_before(self, original: Span) -> int | None:
        """The last word of the derivative that was kept before a stretch of the original."""
        ends = [b for b in self._origin.blocks if self._pair.original.places[b.original][0] < original.start]
        last = max(ends, key=lambda block: block.original, default=None)
        return last.derivative + last.size - 1 if last else None

    def _words_in(self, span: Span, *, original: bool) -> Sequence[str]:
        """The words of a stretch of one side."""
        side = self._pair.original if original else self._pair.derivative
        return self._said(side.index.between(span.start, span.end), original=original)

    def _said(self, numbers: range, *, original: bool) -> Sequence[str]:
        """Words of one side by their numbers."""
        side = self._pair.original if original else self._pair.derivative
        return [side.document.text[start:end] for start, end in side.places[numbers.start : numbers.stop]]


def _bare(text: str) -> str:
    """A wording without what stands at its ends and where its paragraphs begin, nor the capital it may begin with."""
    bare = " ".join(_MARK_AT_START.sub(" ", text).split()).strip(_AT_ENDS)
    return bare[:1].lower() + bare[1:]
