"""The sentences of a text by number, so that paper can name them."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from copytrail.display.naming import join_words
from copytrail.export.worksheet.blocks import Paragraph, Text
from copytrail.model import Span
from copytrail.teaching import PupilText


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which sentence of a text has which number, from 1."""

    text: PupilText
    sentences: tuple[Span, ...]

    def find(self, span: Span) -> tuple[int, ...]:
        """The numbers of the sentences of which a span holds a part."""
        return tuple(number for number, sentence in enumerate(self.sentences, 1) if sentence.overlaps(span))

    def name(self, spans: tuple[Span, ...]) -> str:
        """Sentences by their numbers: “sentence 3”, “sentences 3 and 7”."""
        numbers = sorted({number for span in spans for number in self.find(span)})
        return f"{'sentence' if len(numbers) == 1 else 'sentences'} {join_words([str(each) for each in numbers])}"

    def cut(self, span: Span) -> str:
        """The words of a span, on one line."""
        parts = [each for each in self.text.paragraphs if each.span.overlaps(span)]
        words = [each.cut(Span(max(span.start, each.span.start), min(span.end, each.span.end))) for each in parts]
        return " ".join(" ".join(words).split())

    def show(self) -> Text:
        """The whole text with its numbers."""
        number = {span: count for count, span in enumerate(self.sentences, 1)}
        return Text(
            language=self.text.language,
            paragraphs=tuple(
                Paragraph(
                    is_heading=each.is_heading,
                    sentences=tuple((number[span], " ".join(each.cut(span).split())) for span in each.sentences),
                )
                for each in self.text.paragraphs
            ),
        )


def number_sentences(text: PupilText) -> Numbers:
    """The sentences of a text with their numbers."""
    return Numbers(text, tuple(span for paragraph in text.paragraphs for span in paragraph.sentences))


def letter(number: int) -> str:
    """The letter of a choice: A for 0.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    first, last = divmod(number, len(ascii_uppercase))
    return (letter(first - 1) if first else "") + ascii_uppercase[last]
