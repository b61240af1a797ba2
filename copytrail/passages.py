"""A comparison as passages: each text tiled completely, sentences with their shares, joined blocks.

White space and signs between two passages belong to the passage before them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from copytrail.model import REUSED, Comparison, Document, Label, Match, Paragraph, ParagraphKind, Passage, Span
from copytrail.words import word_pairs

_OPENING = frozenset("“‘„‚«‹\"'([{¡¿#@")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLabel:
    """A sentence of the derivative with the label of most of its words."""

    span: Span
    paragraph: int
    label: Label
    shares: tuple[tuple[Label, float], ...]
    """The share of its words under each label that occurs, in the labels' order."""
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A reused stretch: neighbouring matches joined."""

    derivative: Span
    original: Span


def tile_derivative(comparison: Comparison) -> tuple[Passage, ...]:
    """The derivative's text under its labels, from the first character to the last."""
    document = comparison.derivative
    matched = [Passage(m.derivative, m.label, m.id) for m in comparison.matches]
    return _tile(document, _in_paragraphs(document, matched), Label.ADDED)


def tile_original(comparison: Comparison) -> tuple[Passage, ...]:
    """The original's text: each stretch under the label of the closest match that uses it, or left out."""
    document = comparison.original
    used: list[Passage] = []
    for label in REUSED:
        for match in comparison.matches:
            if match.label is label:
                for span in match.original:
                    used += [Passage(free, label, match.id) for free in _outside(span, used)]
    used.sort(key=lambda passage: passage.span)
    return _tile(document, _in_paragraphs(document, used), Label.LEFT_OUT)


def label_sentences(comparison: Comparison) -> tuple[SentenceLabel, ...]:
    """The derivative's sentences with the shares of their labels, in order; furniture has one label."""
    passages = tile_derivative(comparison)
    found: list[SentenceLabel] = []
    here = 0
    for paragraph in comparison.derivative.paragraphs:
        for span in paragraph.sentences:
            while passages[here].span.end <= span.start:
                here += 1
            inside = _from(passages, here, span)
            found.append(_label_sentence(comparison.derivative, span, paragraph.number, inside))
    return tuple(found)


def join_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """The reused stretches; matches that follow one another on both sides are one stretch."""
    gap = comparison.thresholds.block_gap
    blocks: list[Block] = []
    for match in comparison.matches:
        block = Block(match.derivative, Span(match.original[0].start, match.original[-1].end))
        near = blocks and block.derivative.start - blocks[-1].derivative.end <= gap
        if near and _distance(blocks[-1].original, block.original) <= gap:
            last = blocks.pop()
            start, end = min(last.original.start, block.original.start), max(last.original.end, block.original.end)
            block = Block(Span(last.derivative.start, block.derivative.end), Span(start, end))
        blocks.append(block)
    return tuple(blocks)


def _distance(one: Span, other: Span) -> int:
    """The code points between two spans, 0 where they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)


def _outside(span: Span, taken: Iterable[Passage]) -> list[Span]:
    """The parts of a span that no passage has taken."""
    free = [span]
    for passage in taken:
        if passage.span.overlaps(span):
            free = [part for piece in free for part in _cut(piece, passage.span)]
    return free


def _cut(span: Span, hole: Span) -> list[Span]:
    """What is left of a span outside a hole."""
    if not span.overlaps(hole):
        return [span]
    parts = [Span(span.start, hole.start), Span(hole.end, span.end)]
    return [part for part in parts if part.start < part.end]


def _in_paragraphs(document: Document, passages: list[Passage]) -> list[Passage]:
    """The passages, in order, with furniture paragraphs among them."""
    furniture = [Passage(p.span, Label.FURNITURE) for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]
    return sorted([*passages, *furniture], key=lambda passage: passage.span)


def _tile(document: Document, passages: list[Passage], rest: Label) -> tuple[Passage, ...]:
    """The passages, with the words between them under the label `rest` and no character left over."""
    tiles: list[Passage] = []
    end = 0
    for passage in [*passages, None]:
        limit = passage.span.start if passage else len(document.text)
        words = word_pairs(document.text, end, limit)
        if words:
            tiles.append(Passage(Span(words[0][0], limit), rest))
        if passage:
            tiles.append(passage)
            end = passage.span.end
    return _stretch(document, tiles)


def _stretch(document: Document, passages: list[Passage]) -> tuple[Passage, ...]:
    """The passages, each reaching to the start of the next, the first one from 0.

    Opening signs belong to what they open, and the mark of a list item to the item.
    """
    opens = {_first_word(document, p): p.span.start for p in document.paragraphs}
    starts = [0]
    for before, passage in pairwise(passages):
        start = opens.get(passage.span.start, passage.span.start)
        while start > before.span.end and document.text[start - 1] in _OPENING:
            start -= 1
        starts.append(start)
    starts.append(len(document.text))
    return tuple(
        Passage(Span(start, end), passage.label, passage.match)
        for passage, (start, end) in zip(passages, pairwise(starts), strict=True)
    )


def _first_word(document: Document, paragraph: Paragraph) -> int:
    """Where the first word of a paragraph begins."""
    found = _WORD.search(document.text, paragraph.span.start, paragraph.span.end)
    return found.start() if found else paragraph.span.start


def _from(passages: tuple[Passage, ...], here: int, span: Span) -> list[Passage]:
    """The passages that overlap a span, the first of them known."""
    inside: list[Passage] = []
    while here < len(passages) and passages[here].span.start < span.end:
        inside.append(passages[here])
        here += 1
    return inside


def _label_sentence(document: Document, span: Span, paragraph: int, passages: list[Passage]) -> SentenceLabel:
    """One sentence with the words of each label counted."""
    words: defaultdict[Label, int] = defaultdict(int)
    for passage in passages:
        start, end = max(span.start, passage.span.start), min(span.end, passage.span.end)
        words[passage.label] += len(word_pairs(document.text, start, end))
    total = sum(words.values())
    shares = tuple((label, round(words[label] / total, 4)) for label in Label if words[label])
    label = max(Label, key=lambda label: words[label])
    matches = tuple(dict.fromkeys(passage.match for passage in passages if passage.match))
    return SentenceLabel(span=span, paragraph=paragraph, label=label, shares=shares, matches=matches)


def match_by_id(comparison: Comparison) -> dict[str, Match]:
    """The matches of a comparison by their ids."""
    return {match.id: match for match in comparison.matches}
