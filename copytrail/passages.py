"""A comparison as passages: each text tiled completely, and its sentences with their shares.

White space and signs between two passages belong to the passage before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from copytrail.model import REUSED, Comparison, Document, Label, Match, Paragraph, ParagraphKind, Passage, Span
from copytrail.words import WordIndex

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


def tile_derivative(comparison: Comparison) -> tuple[Passage, ...]:
    """The derivative's text under its labels, from the first character to the last."""
    document = comparison.derivative
    matched = [Passage(m.derivative, m.label, m.id) for m in comparison.matches]
    return _tile(document, document.index, matched, Label.ADDED)


def tile_original(comparison: Comparison) -> tuple[Passage, ...]:
    """The original's text: each stretch under the label of the closest match that uses it, or left out."""
    document = comparison.original
    words = document.index
    users: list[Match | None] = [None] * len(words.places)
    closest_first = sorted(comparison.matches, key=lambda match: REUSED.index(match.label))
    for match in reversed(closest_first):
        for span in match.original:
            used = words.between(span.start, span.end)
            users[used.start : used.stop] = [match] * len(used)
    used_passages = [
        Passage(Span(words.places[first][0], words.places[last][1]), match.label, match.id)
        for first, last, match in _runs(users)
    ]
    return _tile(document, words, used_passages, Label.LEFT_OUT)


def label_sentences(comparison: Comparison) -> tuple[SentenceLabel, ...]:
    """The derivative's sentences with the shares of their labels, in order; furniture has one label."""
    passages = tile_derivative(comparison)
    words = comparison.derivative.index
    found: list[SentenceLabel] = []
    here = 0
    for paragraph in comparison.derivative.paragraphs:
        for span in paragraph.sentences:
            while passages[here].span.end <= span.start:
                here += 1
            inside = _from(passages, here, span)
            found.append(_label_sentence(words, span, paragraph.number, inside))
    return tuple(found)


def match_by_id(comparison: Comparison) -> dict[str, Match]:
    """The matches of a comparison by their ids."""
    return {match.id: match for match in comparison.matches}


def _runs(users: list[Match | None]) -> Iterator[tuple[int, int, Match]]:
    """The runs of neighbouring words with one user: first word, last word, user."""
    first = 0
    for number, user in enumerate(users):
        if number and user is not users[number - 1]:
            first = number
        if user and (number + 1 == len(users) or users[number + 1] is not user):
            yield first, number, user


def _tile(document: Document, words: WordIndex, passages: list[Passage], rest: Label) -> tuple[Passage, ...]:
    """The passages and the furniture, with the words between them under the label `rest`."""
    furniture = [Passage(p.span, Label.FURNITURE) for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]
    tiles: list[Passage] = []
    end = 0
    for passage in [*sorted([*passages, *furniture], key=lambda passage: passage.span), None]:
        limit = passage.span.start if passage else len(document.text)
        between = words.between(end, limit)
        if between:
            tiles.append(Passage(Span(words.places[between.start][0], words.places[between.stop - 1][1]), rest))
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


def _label_sentence(words: WordIndex, span: Span, paragraph: int, passages: list[Passage]) -> SentenceLabel:
    """One sentence with the words of each label counted."""
    counts = dict.fromkeys(Label, 0)
    for passage in passages:
        counts[passage.label] += words.count(max(span.start, passage.span.start), min(span.end, passage.span.end))
    total = sum(counts.values())
    shares = tuple([(label, round(count / total, 4)) for label, count in counts.items() if count])
    label = max(counts, key=counts.__getitem__)
    matches = tuple(dict.fromkeys(passage.match for passage in passages if passage.match))
    return SentenceLabel(span=span, paragraph=paragraph, label=label, shares=shares, matches=matches)
