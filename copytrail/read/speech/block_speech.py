"""Speech without marks: "X said:" and then plain paragraphs, as press releases print statements.

Where it ends is a judgement: the first paragraph belongs to it, a further one while the speaker speaks of himself in
it or in the next. It is unsure unless a heading, another announcement or the end of the text closes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.model import Document, Paragraph, ParagraphKind, Span
from copytrail.read.speech.clauses import FrameReader
from copytrail.read.speech.speakers import Attribution, find_lead_in
from copytrail.read.speech.words import SpeechWords

_LONGEST_ANNOUNCEMENT = 45
_MARKS = frozenset("\"“„«‘'‹「")
_PHRASE = 6
"""In words: a speaker may have so many between marks himself."""
_FEWEST_WORDS = 4
_FARTHEST_CUE = 6
"""In words: the verb of saying stands so near before the colon at least."""
_LONGEST_INLINE = 60
"""In words: a longer rest of the announcing paragraph is a statement only where its speaker speaks of himself."""


@dataclass(frozen=True, slots=True)
class Block:
    """A statement without marks."""

    content: Span
    attribution: Attribution
    unsure: bool


class BlockReader:
    """Finds the statements without marks of one document."""

    def __init__(self, document: Document, reader: FrameReader, words: SpeechWords) -> None:
        self._document = document
        self._reader = reader
        self._words = words
        self._body = [p for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE]
        self._found: dict[int, tuple[Attribution, int] | None] = {}

    def read(self) -> Iterator[Block]:
        """The statements, in the order of the text."""
        number = 0
        while number < len(self._body):
            found = self._announced(self._body[number])
            if not found:
                number += 1
                continue
            attribution, start = found
            paragraph = self._body[number]
            if start < paragraph.span.end:
                last, unsure = self._extend(number)
                yield Block(Span(start, self._body[last].span.end), attribution, unsure)
            elif self._can_speak(number + 1):
                last, unsure = self._extend(number + 1)
                yield Block(Span(self._body[number + 1].span.start, self._body[last].span.end), attribution, unsure)
            else:
                last = number
            number = last + 1

    def _announced(self, paragraph: Paragraph) -> tuple[Attribution, int] | None:
        """The announcement in a paragraph, and where its statement begins; at its end when it follows."""
        if paragraph.number not in self._found:
            self._found[paragraph.number] = self._find_announcement(paragraph)
        return self._found[paragraph.number]

    def _find_announcement(self, paragraph: Paragraph) -> tuple[Attribution, int] | None:
        """The same for a paragraph that was not asked for before."""
        text = self._document.text
        colon = text.find(":", paragraph.span.start, paragraph.span.end)
        while colon >= 0:
            follows = text[colon + 1 : colon + 2]
            if not follows or follows.isspace():
                found = self._speaks_at(paragraph, colon)
                rest = next(
                    (n for n in range(colon + 1, paragraph.span.end) if not text[n].isspace()), paragraph.span.end
                )
                if found:
                    return (found, rest) if self._is_statement(rest, paragraph) else None
            colon = text.find(":", colon + 1, paragraph.span.end)
        return None

    def _is_statement(self, start: int, paragraph: Paragraph) -> bool:
        """Whether what follows a colon in its paragraph is nothing or a sentence without marks."""
        if start >= paragraph.span.end:
            return True
        text, index = self._document.text, self._document.index
        count = index.count(start, paragraph.span.end)
        if not text[start].isupper() or count < _FEWEST_WORDS:
            return False
        return count <= _LONGEST_INLINE or self._is_personal(Span(start, paragraph.span.end))

    def _speaks_at(self, paragraph: Paragraph, colon: int) -> Attribution | None:
        """Who is said to speak right before a colon."""
        begun = [f for f in self._reader.read(paragraph) if f.tokens and f.tokens[0].start < colon]
        before = [token for token in begun[-1].tokens if token.end <= colon] if begun else []
        if not before or len(before) > _LONGEST_ANNOUNCEMENT or before[-1].end < colon - 1 or begun[-1].quoted:
            return None
        found = find_lead_in(before, self._words)
        if not found or not found.cue or found.cue.start < before[-_FARTHEST_CUE:][0].start:
            return None
        if found.cue.of(self._document.text).lower() not in self._words.block:
            return None
        return found if found.speaker else None

    def _can_speak(self, number: int) -> bool:
        """Whether a paragraph can be said: a body without marks at its start."""
        if number >= len(self._body) or self._body[number].kind is not ParagraphKind.BODY:
            return False
        first = self._document.text[self._body[number].span.start]
        return first not in _MARKS and not self._quotes(self._body[number]) and not self._announced(self._body[number])

    def _quotes(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph quotes more than a phrase: then its narrator speaks."""
        quoted = [one.content for frame in self._reader.read(paragraph) for one in frame.quoted]
        return any(self._document.index.count(span.start, span.end) > _PHRASE for span in quoted)

    def _extend(self, first: int) -> tuple[int, bool]:
        """The last paragraph of a statement, and whether that is a guess."""
        last = first
        while self._can_speak(last + 1):
            if self._is_personal(self._body[last + 1].span):
                last += 1
            elif self._can_speak(last + 2) and self._is_personal(self._body[last + 2].span):
                last += 2
            else:
                return last, True
        return last, False

    def _is_personal(self, span: Span) -> bool:
        """Whether somebody speaks of himself in a stretch."""
        return is_personal(self._document, span, self._words)


def is_personal(document: Document, span: Span, words: SpeechWords) -> bool:
    """Whether somebody speaks of himself ("I", "our") in a stretch; "US" is a country."""
    numbers = document.index.between(span.start, span.end)
    spoken = document.index.words[numbers.start : numbers.stop]
    return any(word.lower().replace("’", "'") in words.first for word in spoken if word != "US")
