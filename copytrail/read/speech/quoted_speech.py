"""Quotations between marks: which stretches are speech, and whose.

Who speaks is read sentence by sentence and carried on where a text goes on quoting the same person: within a
paragraph from the sentence before, else from the one after, and from the paragraph before where this one says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copytrail.model import Document, Paragraph, ParagraphKind
from copytrail.read.speech.clauses import Frame, FrameReader
from copytrail.read.speech.marks import Quoted
from copytrail.read.speech.signatures import signature_below, signature_beside
from copytrail.read.speech.speakers import Attribution, attribute, find_lead_in
from copytrail.read.speech.subjects import sentence_subject
from copytrail.read.speech.words import SpeechWords

_REMEMBERED = 3
"""So many paragraphs back a speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch between marks with its attribution."""

    quoted: Quoted
    attribution: Attribution | None
    is_partial: bool
    """Whether it stands inside a sentence of the narrator."""
    is_announced: bool
    """Whether its own sentence says by a cue who speaks."""


class SpeechReader:
    """Reads the stretches between marks of one document, with their speakers."""

    def __init__(self, document: Document, reader: FrameReader, words: SpeechWords) -> None:
        self._document = document
        self._reader = reader
        self._words = words
        self._body = [p for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE]
        self._told: dict[int, Attribution | None] = {}

    def read(self) -> tuple[Utterance, ...]:
        """The stretches between marks, in the order of the text."""
        found: dict[Quoted, Utterance] = {}
        for number, paragraph in enumerate(self._body):
            if not self._reader.has_quotations(paragraph):
                continue
            here = self._read_paragraph(self._reader.read(paragraph))
            here = self._signed_below(number, here)
            for utterance in here:
                known = found.get(utterance.quoted)
                if known is None or (utterance.attribution and utterance.attribution.cue):
                    chosen = utterance.attribution or self._from_before(number)
                    found[utterance.quoted] = replace(utterance, attribution=chosen)
            self._told[number] = self._end_told(paragraph, [found[one.quoted] for one in here])
        return tuple(found.values())

    def _signed_below(self, number: int, here: list[Utterance]) -> list[Utterance]:
        """The quotations of a paragraph that says nothing of their speaker, with the name on the line below."""
        if number + 1 >= len(self._body) or any(one.attribution for one in here):
            return here
        below = self._body[number + 1]
        signed = signature_below(self._document.text, self._reader.read(below), below.span.start, self._words)
        return [replace(one, attribution=signed, is_announced=True) for one in here] if signed else here

    def _from_before(self, number: int) -> Attribution | None:
        """Whom the paragraphs before one last gave the word to or spoke of."""
        for earlier in range(number - 1, max(-1, number - 1 - _REMEMBERED), -1):
            if earlier not in self._told:
                self._told[earlier] = self._end_told(self._body[earlier], [])
            if self._told[earlier]:
                return self._told[earlier]
        return None

    def _end_told(self, paragraph: Paragraph, here: Sequence[Utterance]) -> Attribution | None:
        """Who a paragraph ends with: its last speaker, or whom its last sentence speaks of."""
        last = self._reader.read(paragraph)[-1]
        announces = bool(last.tokens) and not last.quoted and last.tail.strip().endswith(":")
        return here[-1].attribution if here and not announces else announcement(last, self._words)

    def _read_paragraph(self, frames: Sequence[Frame]) -> list[Utterance]:
        """The quotations of a paragraph, attributed as far as the paragraph itself says."""
        found: list[Utterance] = []
        told: Attribution | None = None
        for frame in frames:
            here = list(self._read_frame(frame))
            if not here:
                told = announcement(frame, self._words) or told
            for utterance in here:
                told = utterance.attribution or told
                found.append(replace(utterance, attribution=told))
        return _from_behind(found)

    def _read_frame(self, frame: Frame) -> Iterator[Utterance]:
        """The quotations of one sentence."""
        for number, quoted in enumerate(frame.quoted):
            attribution = signature_beside(self._document.text, frame, number, self._words)
            attribution = attribution or attribute(self._document.text, frame, number, self._words)
            before = frame.before(number)
            if attribution is None and any(token.lower not in self._words.conjunctions for token in before):
                subject = sentence_subject(before, self._words)
                attribution = Attribution(subject, None) if subject else None
            is_partial = bool(before) and not frame.lead(self._document.text, number)
            announced = attribution is not None and attribution.cue is not None
            yield Utterance(quoted, attribution, is_partial, announced)


def announcement(frame: Frame, words: SpeechWords) -> Attribution | None:
    """Whom a sentence without quotations lets speak or speaks of."""
    found = find_lead_in(frame.tokens, words)
    if found:
        return found if frame.tail.strip().endswith(":") else Attribution(found.speaker, None)
    subject = sentence_subject(frame.tokens, words) if frame.tokens else None
    return Attribution(subject, None) if subject else None


def _from_behind(found: list[Utterance]) -> list[Utterance]:
    """The first quotations of a paragraph with the attribution of a later one, where they have none."""
    following: Attribution | None = None
    result: list[Utterance] = []
    for utterance in reversed(found):
        following = utterance.attribution or following
        result.append(replace(utterance, attribution=following))
    return result[::-1]
