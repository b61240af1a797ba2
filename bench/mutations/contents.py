"""Texts without some of their sentences, and texts with sentences of another text among their own."""

from __future__ import annotations

import re
from random import Random

from bench.mutations.changes import Change, Source
from bench.mutations.sentences import (
    Layout,
    Piece,
    as_pieces,
    choose_sentences,
    compose,
    count_words,
    is_whole,
    lay_out,
)
from copytrail.model.segments import Span

_LONG = 8
_CLAUSE = re.compile(r"(?<=[a-z]), (?:who|which|whose|where|die|der|das|wo) [^,;“”\"„()]{25,120},(?= [a-zäöü])")


def drop_sentences(source: Source, choose: Random) -> Change | None:
    """A sentence, two sentences, a paragraph or a clause between commas is left out."""
    text, layout = source.text, lay_out(source.text)
    fit = choose_sentences(source, layout, lambda words: count_words(words) >= _LONG and is_whole(words))
    fit = [one for one in fit if one != (0, 0)]
    whole = sorted({row for row, _ in fit if all((row, n) in fit for n in range(len(layout[row])))})
    clauses = [Span(*found.span()) for found in _CLAUSE.finditer(text)]
    ways = [
        ("sentence", len(fit) > 1),
        ("two sentences", len(fit) > 3),
        ("paragraph", len(whole) > 1),
        ("clause", clauses),
    ]
    possible = [way for way, is_possible in ways if is_possible]
    if not possible:
        return None
    way = choose.choice(possible)
    if way == "clause":
        clause = choose.choice(clauses)
        return Change(text[: clause.start] + text[clause.end :], (clause,), (), way)
    row = choose.choice(whole) if way == "paragraph" else 0
    gone = [one for one in fit if one[0] == row] if row else choose.sample(fit, 2 if way == "two sentences" else 1)
    return _without(text, layout, gone, way)


def insert_sentences(source: Source, choose: Random) -> Change | None:
    """Sentences of another text stand inside a paragraph, as paragraphs of their own, or at the end."""
    theirs = lay_out(source.other)
    fit = choose_sentences(Source(source.other), theirs, lambda words: count_words(words) >= _LONG and is_whole(words))
    layout = lay_out(source.text)
    if len(fit) < 3 or not layout:
        return None
    pieces = as_pieces(source.text, layout)
    way = choose.choice(["sentence in a paragraph", "paragraph", "two paragraphs", "at the end"])
    count = {"two paragraphs": 2, "at the end": 3}.get(way, 1)
    new = [Piece(theirs[row][n].of(source.other), is_marked=True) for row, n in sorted(choose.sample(fit, count))]
    rows = [row for row, some in enumerate(pieces) if is_whole(some[-1].words)] or [len(pieces) - 1]
    row = choose.choice(rows)
    if way == "sentence in a paragraph":
        ends = [n for n, piece in enumerate(pieces[row], start=1) if is_whole(piece.words)] or [len(pieces[row])]
        pieces[row].insert(choose.choice(ends), new[0])
    elif way == "at the end":
        pieces.append(new)
    else:
        pieces[row + 1 : row + 1] = [[one] for one in new]
    return compose(pieces, way)


def _without(text: str, layout: Layout, gone: list[tuple[int, int]], way: str) -> Change:
    """The text without some sentences."""
    pieces = as_pieces(text, layout)
    kept = [[one for n, one in enumerate(some) if (row, n) not in gone] for row, some in enumerate(pieces)]
    return compose(kept, way, [layout[row][n] for row, n in gone])
