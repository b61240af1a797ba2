"""The quotations of one document: content, speaker, cue and kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from copytrail.model import Document, Quotation, QuotationKind, Span, Speaker
from copytrail.read.speech.block_speech import Block, BlockReader
from copytrail.read.speech.clauses import FrameReader
from copytrail.read.speech.indirect_speech import Report, ReportReader
from copytrail.read.speech.marks import find_quoted
from copytrail.read.speech.persons import People
from copytrail.read.speech.phrases import Phrase
from copytrail.read.speech.quoted_speech import SpeechReader, Utterance, announcement
from copytrail.read.speech.speakers import Attribution
from copytrail.read.speech.told import read_told
from copytrail.read.speech.words import SpeechWords, speech_words

_FEW_WORDS = 3
"""A stretch of fewer words is a scare quote unless its sentence says who used it."""
_SENTENCES_BACK = 3
_ADDRESS = re.compile(r"\S*[/=@]\S*")


def read_quotations(document: Document) -> tuple[Quotation, ...]:
    """What a document gives as somebody's words, in the order of the text; what a person said of a paragraph counts.

    >>> from copytrail import read_plain
    >>> [found] = read_quotations(read_plain("“It will open,” said Mayor Ada Holm."))
    >>> found.speaker.name, found.kind.value
    ('Ada Holm', 'direct')
    """
    told = read_told(document)
    found = [one for one in _read_speech(document) if not any(one.content.overlaps(each.content) for each in told)]
    return tuple(sorted([*told, *found], key=lambda quotation: quotation.content))


def _read_speech(document: Document) -> list[Quotation]:
    """What the text itself gives as speech."""
    words = speech_words(document.language)
    quoted = find_quoted(document.text, document.paragraphs)
    reader = FrameReader(document, quoted)
    utterances = [one for one in SpeechReader(document, reader, words).read() if _is_speech(document, one, words)]
    blocks = [
        block for block in BlockReader(document, reader, words).read() if not _holds_any(block, utterances, words)
    ]
    utterances = [one for one in utterances if not any(block.content.overlaps(one.quoted.content) for block in blocks)]
    reports = [one for one in ReportReader(document, reader, words).read() if not _is_within(one, blocks)]
    if not utterances and not blocks and not reports:
        return []
    told = [one.attribution for one in utterances]
    told += [one.attribution for one in blocks] + [one.attribution for one in reports]
    namer = _Namer(document, reader, words, told, sorted(one.quoted.outer for one in utterances))
    found = [namer.utterance(one) for one in utterances] + [namer.block(one) for one in blocks]
    return found + [namer.report(one) for one in reports]


def _holds_any(block: Block, utterances: Sequence[Utterance], words: SpeechWords) -> bool:
    """Whether somebody else is quoted in what looked like a statement without marks: then it is none."""
    inside = [one for one in utterances if one.quoted.content.overlaps(block.content)]
    speakers = [one.attribution.speaker for one in inside if one.is_announced and one.attribution]
    return any(not one.is_partial for one in inside) or any(
        speaker is not None and speaker.name.lower() not in words.first for speaker in speakers
    )


def _is_within(report: Report, blocks: Sequence[Block]) -> bool:
    """Whether indirect speech is part of a statement: its speaker tells it."""
    return any(block.content.overlaps(report.content) for block in blocks)


def _is_speech(document: Document, utterance: Utterance, words: SpeechWords) -> bool:
    """Whether a stretch between marks is somebody's words and no title or scare quote."""
    span = utterance.quoted.content
    numbers = document.index.between(span.start, span.end)
    if not numbers:
        return False
    if _ADDRESS.fullmatch(span.of(document.text)):
        return False
    said = document.index.words[numbers.start : numbers.stop]
    is_bare = utterance.is_partial or not utterance.is_announced
    is_whole = not utterance.is_partial and span.of(document.text)[-1] in ".!?…"
    if (
        is_bare
        and not is_whole
        and said[0][0].isupper()
        and (_is_title(said) or _has_author(document, utterance, words))
    ):
        return False
    return len(said) >= _FEW_WORDS or _is_used_by(document, utterance, words)


def _is_title(said: Sequence[str]) -> bool:
    """Whether words look like the title of a work: capitals wherever a word is longer than a preposition."""
    rest = said[1:]
    return all(word[0].isupper() or len(word) < 5 for word in rest) and any(word[0].isupper() for word in rest)


def _has_author(document: Document, utterance: Utterance, words: SpeechWords) -> bool:
    """Whether "by" follows a stretch, as after a headline."""
    follows = document.index.between(utterance.quoted.outer.end, utterance.quoted.outer.end + 10)
    return bool(follows) and document.index.words[follows[0]] in words.by


def _is_used_by(document: Document, utterance: Utterance, words: SpeechWords) -> bool:
    """Whether somebody is said to have used the few words between marks."""
    attribution = utterance.attribution
    cue = attribution.cue.of(document.text).lower() if attribution and attribution.cue else ""
    return bool(cue) and cue not in words.weak


class _Namer:
    """Says who the speakers of one document are."""

    def __init__(
        self,
        document: Document,
        reader: FrameReader,
        words: SpeechWords,
        told: Sequence[Attribution | None],
        quoted: Sequence[Span],
    ) -> None:
        self._document = document
        self._reader = reader
        self._words = words
        self._paragraphs = document.paragraphs
        spoken = [one.speaker for one in told if one and one.speaker and one.cue]
        self._people = People(document, quoted, spoken, words)

    def utterance(self, utterance: Utterance) -> Quotation:
        """A stretch between marks as a quotation."""
        return Quotation(
            content=utterance.quoted.content,
            kind=QuotationKind.PARTIAL if utterance.is_partial else QuotationKind.DIRECT,
            speaker=self._speaker(utterance.attribution),
            cue=utterance.attribution.cue if utterance.attribution else None,
            unsure=not utterance.quoted.closed,
        )

    def block(self, block: Block) -> Quotation:
        """A statement without marks as a quotation."""
        return Quotation(
            content=block.content,
            kind=QuotationKind.BLOCK,
            speaker=self._speaker(block.attribution),
            cue=block.attribution.cue,
            unsure=block.unsure,
        )

    def report(self, report: Report) -> Quotation:
        """Indirect speech as a quotation."""
        return Quotation(
            content=report.content,
            kind=QuotationKind.INDIRECT,
            speaker=self._speaker(report.attribution),
            cue=report.attribution.cue,
        )

    def _speaker(self, attribution: Attribution | None) -> Speaker | None:
        """The speaker with the fullest name the document has."""
        if attribution is None or attribution.speaker is None:
            return None
        phrase = attribution.speaker
        if phrase.is_name and (attribution.cue or " " in phrase.name or self._people.knows(phrase.name)):
            return Speaker(self._people.full_name(phrase.name), phrase.span)
        is_open = (
            phrase.name.lower() in self._words.persons or phrase.name.lower().split()[0] in self._words.determiners
        )
        meant = self._people.meant_by(phrase, self._subjects_before(phrase.span)) if is_open else None
        if meant is None and attribution.cue is None:
            return None
        return Speaker(meant or phrase.name, phrase.span)

    def _subjects_before(self, span: Span) -> list[Phrase]:
        """The subjects of the sentences before a place, the nearest first."""
        number = bisect_right(self._paragraphs, span.start, key=lambda paragraph: paragraph.span.end)
        here = self._reader.read(self._paragraphs[number])
        begun = bisect_right(here, span.start, key=lambda frame: frame.start) - 1
        before = here[max(0, begun - _SENTENCES_BACK) : max(0, begun)]
        if number and len(before) < _SENTENCES_BACK:
            before = [*self._reader.read(self._paragraphs[number - 1]), *before][-_SENTENCES_BACK:]
        told = [announcement(frame, self._words) for frame in reversed(before) if frame.stretches]
        return [one.speaker for one in told if one and one.speaker]
