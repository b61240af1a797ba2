"""Texts whose sentences were moved, split or merged, without another word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from bench.mutations.changes import Change, Source
from bench.mutations.sentences import (
    Layout,
    Piece,
    as_pieces,
    choose_sentences,
    compose,
    count_words,
    has_marks,
    is_whole,
    lay_out,
)
from copytrail.model.segments import Span

_LONG = 8
"""Words of a sentence that cannot be taken for another."""
_JUMPED = 2
"""What is moved passes over so many times its own words, so that it is clear which of the two moved."""
_LOWERED = {
    "en": re.compile(
        r"(?:The|A|An|He|She|They|It|In|On|But|This|That|These|There|We|His|Her|Their|After|When|As|At|For) "
    ),
    "de": re.compile(r"(?:Der|Die|Das|Er|Es|Ein|Eine|Im|In|Dort|Damit|Auch|Für|Mit|Seit|Am|Heute) "),
}
_JOINTS = {
    "en": {"and": ", and ", "semicolon": "; ", "while": ", while ", "dash": " – "},
    "de": {"und": ", und ", "Strichpunkt": "; ", "Gedankenstrich": " – "},
}
_SUBJECT = {"en": "he|she|they|it|we|the|a|there|this|his|her", "de": "er|sie|es|der|die|das|ein|eine"}
_CUTS = {
    "en": (
        ("semicolon", re.compile(r"; (?=\w[^;]*$)"), ""),
        ("and", re.compile(rf", and (?=(?:{_SUBJECT['en']})\b)"), ""),
        ("but", re.compile(rf", but (?=(?:{_SUBJECT['en']})\b)"), "But "),
        ("because", re.compile(rf",? because (?=(?:{_SUBJECT['en']})\b)"), "That is because "),
        ("while", re.compile(rf", (?:while|although) (?=(?:{_SUBJECT['en']})\b)"), "Meanwhile, "),
        ("which", re.compile(r", which (?=(?:is|was|has|will|would)\b)"), "This "),
    ),
    "de": (
        ("Strichpunkt", re.compile(r"; (?=\w[^;]*$)"), ""),
        ("und", re.compile(rf",? und (?=(?:{_SUBJECT['de']})\b[^,]*\b(?:ist|sind|war|hat|haben|wird|kann)\b)"), ""),
        ("aber", re.compile(r", aber (?=\w)"), "Aber "),
        ("denn", re.compile(r", denn (?=\w)"), "Denn "),
    ),
}
_FEWEST = 4
"""Words of each half of a sentence that is split."""
_FEW_PARAGRAPHS = 3
"""In a text of more paragraphs whole ones are moved, too."""


def move_sentences(source: Source, choose: Random) -> Change | None:
    """A paragraph or a sentence stands at another place."""
    text, layout = source.text, lay_out(source.text)
    fit = choose_sentences(source, layout, lambda words: count_words(words) >= _LONG and is_whole(words))
    found = [
        (way, row, numbers, to)
        for way, row, numbers in _list_movable(layout, fit)
        for to in range(len(layout))
        if _jumps(text, layout, (row, numbers), to)
    ]
    if not found:
        return _move_within(source, layout, fit, choose)
    name = choose.choice(sorted({(way, to > row) for way, row, _, to in found}))
    way, row, numbers, to = choose.choice([one for one in found if (one[0], one[3] > one[1]) == name])
    pieces = as_pieces(text, layout)
    taken = [Piece(piece.words, piece.source, is_marked=True) for n, piece in enumerate(pieces[row]) if n in numbers]
    pieces[row] = [piece for n, piece in enumerate(pieces[row]) if n not in numbers]
    if way == "paragraph":
        pieces.insert(to + (to > row), taken)
    else:
        pieces[to] = [*pieces[to], *taken] if to > row else [*taken, *pieces[to]]
    return compose(pieces, f"{way} {'down' if to > row else 'up'}")


def split_sentence(source: Source, choose: Random) -> Change | None:
    """One sentence becomes two."""
    layout = lay_out(source.text)
    found = [
        (way, row, number, cut.span(), opening)
        for row, number in choose_sentences(
            source, layout, lambda words: not has_marks(words) and is_whole(words), is_narrated=True
        )
        for way, pattern, opening in _CUTS[source.language]
        for cut in pattern.finditer(layout[row][number].of(source.text))
        if _is_halved(layout[row][number].of(source.text), cut.span())
    ]
    if not found:
        return None
    chosen = choose.choice(sorted({one[0] for one in found}))
    way, row, number, (start, end), opening = choose.choice([one for one in found if one[0] == chosen])
    pieces = as_pieces(source.text, layout)
    words = pieces[row][number].words
    second = opening + words[end:] if opening else words[end].upper() + words[end + 1 :]
    pieces[row][number] = Piece(f"{words[:start]}. {second}", layout[row][number], is_marked=True)
    return compose(pieces, way)


def merge_sentences(source: Source, choose: Random) -> Change | None:
    """Two neighbouring sentences become one."""
    text, layout = source.text, lay_out(source.text)
    lowered = _LOWERED[source.language]
    found = [
        (row, number)
        for row, number in choose_sentences(
            source, layout, lambda words: bool(lowered.match(words)) and is_whole(words), is_narrated=True
        )
        if number and _is_plain_end(layout[row][number - 1].of(text)) and not has_marks(layout[row][number].of(text))
    ]
    if not found:
        return None
    row, number = choose.choice(found)
    pieces = as_pieces(text, layout)
    first, second = pieces[row][number - 1 : number + 1]
    way = choose.choice(sorted(_JOINTS[source.language]))
    joint = ", " if second.words.startswith("But ") else _JOINTS[source.language][way]
    words = f"{first.words[:-1]}{joint}{second.words[0].lower()}{second.words[1:]}"
    place = Span(layout[row][number - 1].start, layout[row][number].end)
    pieces[row][number - 1 : number + 1] = [Piece(words, place, is_marked=True)]
    return compose(pieces, "but" if joint == ", " else way)


def _list_movable(layout: Layout, fit: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, list[int]]]:
    """What can be moved in one piece: each sentence that is fit, and each paragraph of such in a longer text."""
    for row, number in fit:
        yield "sentence", row, [number]
    for row in dict(fit) if len(layout) > _FEW_PARAGRAPHS else ():
        numbers = list(range(len(layout[row])))
        if all((row, number) in fit for number in numbers):
            yield "paragraph", row, numbers


def _jumps(text: str, layout: Layout, taken: tuple[int, Sequence[int]], to: int) -> bool:
    """Whether a move to the paragraph passes over enough, and not over the title."""
    row, numbers = taken
    if to == row or min(to, row) == 0:
        return False
    between = layout[row + 1 : to] if to > row else layout[to + 1 : row]
    own = sum(count_words(layout[row][number].of(text)) for number in numbers)
    return sum(count_words(span.of(text)) for sentences in between for span in sentences) >= _JUMPED * own


def _move_within(source: Source, layout: Layout, fit: list[tuple[int, int]], choose: Random) -> Change | None:
    """In a text of one paragraph a sentence goes to its end or near its beginning."""
    inner = [(row, number) for row, number in fit if len(layout) == 1 and 2 < number < len(layout[row]) - 3]
    if not inner:
        return None
    row, number = choose.choice(inner)
    pieces = as_pieces(source.text, layout)
    taken = Piece(pieces[row][number].words, layout[row][number], is_marked=True)
    rest = [piece for n, piece in enumerate(pieces[row]) if n != number]
    is_down = choose.random() < 0.5
    return compose(
        [[*rest, taken] if is_down else [rest[0], taken, *rest[1:]]], f"within {'down' if is_down else 'up'}"
    )


def _is_halved(words: str, cut: tuple[int, int]) -> bool:
    return min(count_words(words[: cut[0]]), count_words(words[cut[1] :])) >= _FEWEST


def _is_plain_end(words: str) -> bool:
    return words.endswith(".") and not has_marks(words) and is_whole(words) and count_words(words) >= _FEWEST
