"""Findings of the speech ledger: what in it a reader should check, each in one sentence with both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.speech.certainty import is_open, is_surely_said, stands_by_marks
from copytrail.ledgers.speech.narrowing import narrow_to
from copytrail.ledgers.speech.one_cue import WRONG_SPEAKER, tell_once
from copytrail.ledgers.speech.same_speaker import Speakers
from copytrail.model import (
    Document,
    EditKind,
    Finding,
    Quotation,
    QuotationKind,
    Speech,
    SpeechOutcome,
)
from copytrail.read.speech.words import speech_words

_SHOWN = 60
"""In code points; a longer wording is shortened in a sentence."""
_TOLD = frozenset({QuotationKind.INDIRECT, QuotationKind.NARRATION})
"""Words that no marks hold may be changed."""
_ALTERED = frozenset({SpeechOutcome.ALTERED, SpeechOutcome.REORDERED})
_FEW_WORDS = 3
"""Of a quotation of fewer words no word counts as altered: it is not the same phrase."""


def find_in_speech(alignment: Alignment, speech: Sequence[Speech]) -> tuple[Finding, ...]:
    """The findings of a speech ledger, in its order; two quotations that one cue gives to a wrong speaker are one."""
    judge = _Judge(alignment, speech)
    return tell_once(
        (row.derivative.cue if row.derivative else None, finding) for row in speech for finding in judge.judge(row)
    )


class _Judge:
    """Says what is wrong with the rows of one ledger."""

    def __init__(self, alignment: Alignment, speech: Sequence[Speech]) -> None:
        self._original = alignment.original
        self._derivative = alignment.derivative
        self._thresholds = alignment.thresholds
        self._is_retold = alignment.is_derived and not alignment.is_translated
        """Whether quotations of the original can be expected to stand in the derivative word for word."""
        names = [row.original.speaker.name for row in speech if row.original and row.original.speaker]
        self._words = speech_words(self._original.language)
        self._speakers = Speakers(names, speech_words(self._derivative.language), self._thresholds.spelling_likeness)

    def judge(self, row: Speech) -> Iterator[Finding]:
        """The findings of one row."""
        if row.derivative is None:
            return
        if row.outcome is SpeechOutcome.NOT_IN_ORIGINAL:
            yield from self._unsupported(row.derivative)
        if row.original is None:
            return
        if row.outcome is SpeechOutcome.WRONG_SPEAKER:
            yield self._wrong_speaker(row.derivative, row.original)
        if row.outcome is SpeechOutcome.UNMARKED:
            yield from self._unmarked(row.derivative, row.original)
        elif _TOLD.isdisjoint({row.derivative.kind, row.original.kind}) and not is_open(row.derivative):
            yield from self._reworded(row, row.derivative, row.original)

    def _wrong_speaker(self, ours: Quotation, theirs: Quotation) -> Finding:
        """Words that are given to somebody else."""
        words = _shorten(self._derivative, ours)
        expected, found = _name(theirs), _name(ours)
        source = f"the original gives to {expected}{_cue(self._original, theirs)}"
        why = f"The words {words}, which {source}, are given to {found} here{_cue(self._derivative, ours)}."
        return _make(WRONG_SPEAKER, (ours, theirs), (expected, found), why)

    def _reworded(self, row: Speech, ours: Quotation, theirs: Quotation) -> Iterator[Finding]:
        """Words that were changed between the marks, or joined."""
        if row.wording in _ALTERED and self._derivative.index.count(ours.content.start, ours.content.end) >= _FEW_WORDS:
            expected, found = self._changes(row)
            why = f"Between the marks, {self._say_changes(row)}; {self._say_speakers(ours, theirs)}"
            yield _make("altered_quotation", self._narrow(row, ours, theirs), (expected, found), why)
        elif row.wording is SpeechOutcome.SPLICED:
            joined = "Words that stand apart in the original are one quotation here, without a sign of what lay between"
            expected, found = theirs.content.of(self._original.text), ours.content.of(self._derivative.text)
            why = f"{joined}; {self._say_speakers(ours, theirs)}"
            yield _make("spliced_quotation", (ours, theirs), (expected, found), why)

    def _narrow(self, row: Speech, ours: Quotation, theirs: Quotation) -> tuple[Quotation, Quotation]:
        """Both quotations, each cut to the sentences in which words were changed."""
        ends = narrow_to(self._derivative, ours.content, [edit.derivative for edit in row.edits])
        starts = narrow_to(self._original, theirs.content, [edit.original for edit in row.edits])
        return replace(ours, content=ends), replace(theirs, content=starts)

    def _say_speakers(self, ours: Quotation, theirs: Quotation) -> str:
        """To whom both texts give the words, with their cues."""
        there, here = _cue(self._original, theirs), _cue(self._derivative, ours)
        if _name(theirs) == _name(ours):
            return f"both texts give the words to {_name(theirs)}{here if here == there else ''}."
        return f"the original gives the words to {_name(theirs)}{there}, this text to {_name(ours)}{here}."

    def _changes(self, row: Speech) -> tuple[str, str]:
        """The changed words of both sides; the whole wordings where only their order changed."""
        theirs = " … ".join(e.original.of(self._original.text) for e in row.edits if e.original)
        ours = " … ".join(e.derivative.of(self._derivative.text) for e in row.edits if e.derivative)
        if not row.edits and row.original and row.derivative:
            return row.original.content.of(self._original.text), row.derivative.content.of(self._derivative.text)
        return theirs, ours

    def _say_changes(self, row: Speech) -> str:
        """The first changes in words."""
        if row.wording is SpeechOutcome.REORDERED:
            return "the words stand in another order"
        said = []
        for edit in row.edits[:3]:
            theirs = edit.original.of(self._original.text) if edit.original else ""
            ours = edit.derivative.of(self._derivative.text) if edit.derivative else ""
            if edit.kind is EditKind.REPLACED:
                said.append(f"“{theirs}” became “{ours}”")
            else:
                said.append(f"“{ours}” was put in" if ours else f"“{theirs}” was left out")
        more = len(row.edits) - len(said)
        return ", ".join(said) + (f" and {more} more" if more else "")

    def _unsupported(self, ours: Quotation) -> Iterator[Finding]:
        """A quotation that the original lacks, of somebody who speaks in it."""
        words = self._derivative.index.count(ours.content.start, ours.content.end)
        if not ours.speaker or not ours.cue or not self._is_retold or words < self._thresholds.clause_words:
            return
        mention = ours.speaker.span.of(self._derivative.text)
        is_named = ours.speaker.name.rsplit(maxsplit=1)[-1] in mention
        if not is_named or not self._speakers.speaks(ours.speaker.name):
            return
        why = (
            f"{_name(ours)} speaks in the original, but the words {_shorten(self._derivative, ours)}"
            f"{_cue(self._derivative, ours)} are not in it."
        )
        found = ours.content.of(self._derivative.text)
        yield _make("unsupported_quotation", (ours, None), ("", found), why)

    def _unmarked(self, ours: Quotation, theirs: Quotation) -> Iterator[Finding]:
        """Somebody's words in the narrator's own voice."""
        is_short = self._derivative.index.count(ours.content.start, ours.content.end) < self._thresholds.unmarked_words
        is_known = theirs.speaker and theirs.cue and is_surely_said(self._original, theirs, self._words)
        if is_short or not is_known or stands_by_marks(self._derivative, ours.content):
            return
        words = _shorten(self._derivative, ours)
        source = f"{_name(theirs)}{_cue(self._original, theirs)}"
        why = f"The original gives the words {words} to {source}; here the text says them itself."
        found = ours.content.of(self._derivative.text)
        yield _make("unmarked_speech", (ours, theirs), (_name(theirs), found), why)


def _make(kind: str, pair: tuple[Quotation, Quotation | None], words: tuple[str, str], why: str) -> Finding:
    """A finding about a quotation and its counterpart, with what was expected and what was found."""
    ours, theirs = pair
    original = theirs.content if theirs else None
    return Finding(kind=kind, derivative=ours.content, original=original, expected=words[0], found=words[1], why=why)


def _name(quotation: Quotation) -> str:
    """The speaker in words."""
    return quotation.speaker.name if quotation.speaker else "nobody by name"


def _cue(document: Document, quotation: Quotation) -> str:
    """The cue in brackets, where there is one."""
    return f" (“{quotation.cue.of(document.text)}”)" if quotation.cue else ""


def _shorten(document: Document, quotation: Quotation) -> str:
    """The words between marks, at most so many that they fit a sentence."""
    text = quotation.content.on_one_line(document.text)
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[:_SHOWN].rsplit(' ', 1)[0]} …”"
