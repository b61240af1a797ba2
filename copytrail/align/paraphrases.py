"""Which derivative sentences say what original sentences say, in other words.

A sentence that does not keep the original's words is a paraphrase of those sentences that it is likely
enough to say the same as; several of them where sentences were merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from copytrail.align.blocks import Block, find_blocks
from copytrail.align.pieces import Piece, is_telling, trim_sources
from copytrail.align.terms import NO_TERM, Pair, Sentence, Side
from copytrail.lexicon import articles, function_words
from copytrail.model import Thresholds

_LONG_WORD = 4
_WITHOUT_FUNCTION_WORDS = 3
"""So many terms must be shared in a language whose function words are not known."""


def find_paraphrase(
    pair: Pair, sentence: Sentence, found: list[Piece], sources: Mapping[int, float], thresholds: Thresholds
) -> list[Piece]:
    """The sentence as a paraphrase of its likely sources, or nothing.

    `sources` are numbers of original sentences with how likely the sentence says the same as they.
    `found` are the pieces of it that keep the original's words; where they are a good part of the sentence,
    or where it says nothing beside them, it is no paraphrase. Where it keeps most words all the same, they
    must be more than names or a stock phrase.
    """
    if sum(len(piece.derivative) for piece in found) >= thresholds.clause_share * len(sentence):
        return []
    is_doubtful = sentence.is_heading or (sentence.is_quoted and not _is_translated(pair))
    floor = thresholds.paraphrase_floor + (thresholds.heading_margin if is_doubtful else 0.0)
    likely = sorted(
        (-value, number)
        for number, value in sources.items()
        if value >= floor and _shares_enough(pair, sentence, pair.original.sentences[number], thresholds)
    )[: thresholds.paraphrase_sources]
    if not likely or (found and not _says_more(pair, sentence, found, [number for _, number in likely])):
        return []
    piece = write_piece(pair, range(sentence.first, sentence.end), [number for _, number in likely], -likely[0][0])
    if piece.kept < thresholds.kept_share * len(sentence):
        return [piece]
    is_reuse = is_telling(pair, piece, thresholds, thresholds.reworded_share)
    return [trim_sources(piece)] if is_reuse else []


def _is_translated(pair: Pair) -> bool:
    """Whether the two texts are in different languages."""
    return pair.derivative.document.is_in_other_language(pair.original.document)


def write_piece(pair: Pair, words: range, sources: Sequence[int], likeness: float) -> Piece:
    """The piece that a stretch of the derivative is with its sources, the likeliest first."""
    stretches = [range(source.first, source.end) for source in (pair.original.sentences[number] for number in sources)]
    blocks: list[Block] = []
    taken: set[int] = set()
    for stretch in stretches:
        for block in find_blocks(pair, stretch, words):
            kept = range(block.derivative, block.derivative + block.size)
            if taken.isdisjoint(kept):
                blocks.append(block)
                taken.update(kept)
    return Piece(derivative=words, originals=_join(stretches), blocks=tuple(sorted(blocks)), similarity=likeness)


def _join(stretches: Iterable[range]) -> tuple[range, ...]:
    """Stretches in order, those that follow one another as one."""
    joined: list[range] = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        if joined and joined[-1].stop == stretch.start:
            joined[-1] = range(joined[-1].start, stretch.stop)
        else:
            joined.append(stretch)
    return tuple(joined)


def _shares_enough(pair: Pair, sentence: Sentence, source: Sentence, thresholds: Thresholds) -> bool:
    """Whether two sentences share enough terms that are names in neither, with some of the weight.

    Where none is needed, one thing must be shared all the same, whatever its length.
    """
    is_known = bool(function_words(pair.derivative.document.language))
    terms = pair.derivative.terms
    words = range(sentence.first, sentence.end)
    if is_known and not thresholds.paraphrase_terms:
        held = set(pair.original.terms[source.first : source.end]) - {NO_TERM}
        return any(terms[word] in held and _is_thing(pair.derivative, word) for word in words)
    theirs = find_plain_terms(pair.original, range(source.first, source.end))
    shared = {terms[word] for word in words if terms[word] in theirs and is_common(pair, word)}
    whole = sum(map(pair.weight, {terms[word] for word in words}))
    if sum(map(pair.weight, shared)) < thresholds.paraphrase_weight * whole:
        return False
    return len(shared) >= (thresholds.paraphrase_terms if is_known else _WITHOUT_FUNCTION_WORDS)


def _is_thing(side: Side, word: int) -> bool:
    """Whether a word is no name: it has no capital, or it has one behind an article ("the Wolf")."""
    behind = side.text_of(word - 1) if word else ""
    return not side.is_name(word) or behind in articles(side.document.language)


def find_plain_terms(side: Side, words: range) -> set[int]:
    """The terms of a stretch that are no names."""
    return {side.terms[word] for word in words if side.terms[word] != NO_TERM and not side.is_name(word)}


def is_common(pair: Pair, word: int) -> bool:
    """Whether a word of the derivative tells something, and is no name, part of one, abbreviation or leftover.

    It has four letters, or is of a script that needs fewer.
    """
    side = pair.derivative
    folded = pair.words[side.keys[word]]
    is_plain = side.terms[word] >= 0 and not side.is_name(word) and not _is_capital(side, word)
    return is_plain and (len(folded) >= _LONG_WORD or not folded.isascii())


def _is_capital(side: Side, word: int) -> bool:
    """Whether a word is one of several with capitals, or has one inside a sentence: "Transport Minister".

    Headings and languages that write every noun so tell nothing.
    """
    sentence = side.sentences[side.sentence_of[word]]
    if sentence.is_heading or side.has_capital_nouns or not side.text_of(word)[0].isupper():
        return False
    return word > sentence.first or (word + 1 < sentence.end and side.text_of(word + 1)[0].isupper())


def _says_more(pair: Pair, sentence: Sentence, found: list[Piece], sources: list[int]) -> bool:
    """Whether a sentence shares terms with its sources beside those in the pieces that keep the words."""
    covered = {word for piece in found for word in piece.derivative}
    ours = {pair.derivative.terms[word] for word in range(sentence.first, sentence.end) if word not in covered}
    places = [pair.original.sentences[number] for number in sources]
    theirs = {term for source in places for term in pair.original.terms[source.first : source.end]}
    return bool(ours & theirs - {NO_TERM})
