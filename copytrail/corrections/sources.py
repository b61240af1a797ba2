"""Places of the original by the names a page gives them: R3 is a paragraph, R3.2 its second sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copytrail.corrections.making import CannotCorrect
from copytrail.model import Document, Paragraph, ParagraphKind, Span

_RANGE = re.compile(r"[Rr]?([0-9]{1,6})\s*(?:[-–—]|\bto\b)\s*[Rr]?([0-9]{1,6})")
_NAME = re.compile(r"[Rr]?([0-9]{1,6})(?:\.([0-9]{1,6}))?")


def read_sources(document: Document, names: str) -> tuple[Span, ...]:
    r"""The places that a person names, separated by commas or spaces; R3–R5 are all from one to the other.

    >>> from copytrail import read_plain
    >>> read_sources(read_plain("It rained. It poured.\n\nMen came."), "R1.2, R2")
    (Span(start=11, end=21), Span(start=23, end=32))
    >>> read_sources(read_plain("It rained.\n\nIt poured.\n\nMen came."), "R2–R3")
    (Span(start=12, end=22), Span(start=24, end=33))
    """
    names = _RANGE.sub(lambda found: _spell_out(document, int(found[1]), int(found[2])), names)
    return tuple(_read_name(document, name) for name in re.split(r"[\s,;]+", names.strip()) if name)


def name_sources(document: Document, spans: Iterable[Span]) -> str:
    r"""Places by their names: whole paragraphs where all their sentences are used.

    >>> from copytrail import read_plain
    >>> name_sources(read_plain("It rained. It poured.\n\nMen came."), [Span(11, 20), Span(23, 32)])
    'R1.2, R2'
    """
    chosen = tuple(spans)
    return ", ".join(name for paragraph in document.paragraphs for name in _name_paragraph(paragraph, chosen))


def _spell_out(document: Document, first: int, last: int) -> str:
    """The paragraphs of a range, those left out that are set aside."""
    last = min(last, len(document.paragraphs) + 1)
    aside = {each.number for each in document.paragraphs if each.kind is ParagraphKind.FURNITURE}
    numbers = [number for number in range(first, last + 1) if number not in aside or number in (first, last)]
    return ",".join(f"R{number}" for number in numbers) or f"R{first}"


def _read_name(document: Document, name: str) -> Span:
    found = _NAME.fullmatch(name)
    if not found:
        raise CannotCorrect(f"“{name[:20]}” names no place: write R3 for a paragraph, R3.2 for its second sentence.")
    number, sentence = int(found[1]), int(found[2] or 0)
    paragraph = next((each for each in document.paragraphs if each.number == number), None)
    if paragraph is None or sentence > len(paragraph.sentences) or found[2] == "0":
        raise CannotCorrect(f"There is no {name} in the release.")
    if paragraph.kind is ParagraphKind.FURNITURE:
        raise CannotCorrect(f"R{number} is set aside as page furniture. Make it part of the text first.")
    return paragraph.sentences[sentence - 1] if sentence else paragraph.span


def _name_paragraph(paragraph: Paragraph, spans: tuple[Span, ...]) -> list[str]:
    used = [
        number
        for number, sentence in enumerate(paragraph.sentences, 1)
        if any(sentence.overlaps(span) for span in spans)
    ]
    if len(used) == len(paragraph.sentences) and used:
        return [f"R{paragraph.number}"]
    return [f"R{paragraph.number}.{number}" for number in used]
