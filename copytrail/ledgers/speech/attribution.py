"""Whether words are given to somebody else than in the original, where both texts say by a cue whose they are."""

from __future__ import annotations

from copytrail.align.terms import Pair
from copytrail.ledgers.speech.other_offices import is_other_office
from copytrail.ledgers.speech.same_speaker import Speakers
from copytrail.model import Document, Quotation, Speaker
from copytrail.read.speech.words import speech_words

_FEW_WORDS = 4
"""Fewer words may be anybody's."""
_FARTHEST_CUE = 400
"""In code points: a cue farther from the words may have been meant for others."""
_NEAR = 600
"""In code points: a pronoun may stand for anybody named so far before it."""


class Attribution:
    """Holds the speakers of quotations against those of their originals."""

    def __init__(self, pair: Pair, speakers: Speakers) -> None:
        self._original = pair.original.document
        self._derivative = pair.derivative.document
        self._speakers = speakers
        self._pronouns = speech_words(self._derivative.language).pronouns

    def is_wrong(self, ours: Quotation, theirs: Quotation | None) -> bool:
        """Whether a quotation of the derivative has another speaker than its original."""
        if self._derivative.index.count(ours.content.start, ours.content.end) < _FEW_WORDS or theirs is None:
            return False
        if not theirs.speaker or not ours.speaker:
            return False
        if not _is_told(theirs, self._original) or not _is_told(ours, self._derivative):
            return False
        if not self._is_other(theirs.speaker, ours.speaker):
            return False
        return not self._is_same_mention(theirs.speaker, ours.speaker) and not self._may_mean(
            ours.speaker, theirs.speaker.name
        )

    def _is_other(self, theirs: Speaker, ours: Speaker) -> bool:
        """Whether two speakers are two persons, by their names or by an office alone."""
        if self._speakers.differ(theirs.name, ours.name):
            return True
        mention = ours.span.of(self._derivative.text)
        if mention == ours.name and self._speakers.is_person(theirs.name):
            texts = self._original.index, self._derivative.index
            if is_other_office(texts, theirs.name, mention, self._derivative.language):
                return True
        return ours.name in mention and self._speakers.is_somebody_else(theirs.name, mention)

    def _is_same_mention(self, theirs: Speaker, ours: Speaker) -> bool:
        """Whether both texts say "he" or "the minister": then only what stands before it has changed."""
        mention = ours.span.of(self._derivative.text).casefold()
        is_named = ours.name.rsplit(maxsplit=1)[-1].casefold() in mention
        return bool(mention) and not is_named and mention == theirs.span.of(self._original.text).casefold()

    def _may_mean(self, speaker: Speaker, name: str) -> bool:
        """Whether a pronoun may stand for somebody of this name, who is named not far before it."""
        text = self._derivative.text
        if speaker.span.of(text).lower() not in self._pronouns:
            return False
        return name.rsplit(maxsplit=1)[-1] in text[max(0, speaker.span.start - _NEAR) : speaker.span.start]


def _is_told(quotation: Quotation, document: Document) -> bool:
    """Whether a cue near the words says whose they are, or a person did who gave them the whole paragraph."""
    starts = {each.span.start for each in document.paragraphs if each.speaker}
    if quotation.content.start in starts:
        return True
    cue, content = quotation.cue, quotation.content
    return cue is not None and max(content.start - cue.end, cue.start - content.end) <= _FARTHEST_CUE
