"""Which stretches of each derivative sentence come from where in the original, in either way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from copytrail.align.candidates import Proposer
from copytrail.align.likeness import Describer, judge
from copytrail.align.paraphrases import find_paraphrase
from copytrail.align.pieces import Piece
from copytrail.align.rests import explain_rests
from copytrail.align.surroundings import Key, Links
from copytrail.align.terms import Pair
from copytrail.align.tiles import Tiler
from copytrail.model import Thresholds


def align_sentences(pair: Pair, thresholds: Thresholds) -> list[Piece]:
    """The pieces of the derivative that come from the original, in the derivative's order.

    First what keeps the original's words; then, with that as context, sentences that keep its content.
    """
    proposer = Proposer(pair)
    pieces = tile_sentences(pair, proposer, thresholds)
    described, known = describe_open(pair, proposer, pieces, thresholds)
    links = judge(described, known, sentences=len(pair.derivative.sentences), least=thresholds.likely_alone)
    sources: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (source, taker), likelihood in links.items():
        sources[taker][source] = likelihood
    aligned = _explain(pair, pieces, sources, thresholds)
    if len(pair.derivative.sentences) > 1 and _is_reworded(pair, aligned, thresholds):
        low = replace(thresholds, paraphrase_floor=thresholds.reworded_floor, paraphrase_terms=0)
        aligned = _explain(pair, pieces, sources, low)
    return [
        piece for number, found in enumerate(aligned) if not _announces_new(pair, aligned, number) for piece in found
    ]


def _explain(
    pair: Pair, pieces: list[list[Piece]], sources: Mapping[int, Mapping[int, float]], thresholds: Thresholds
) -> list[list[Piece]]:
    """For each derivative sentence its pieces, with what says the same in other words."""
    aligned: list[list[Piece]] = []
    for sentence, found in zip(pair.derivative.sentences, pieces, strict=True):
        likely = sources.get(sentence.number, {})
        aligned.append(
            find_paraphrase(pair, sentence, found, likely, thresholds)
            or (explain_rests(pair, sentence, found, likely, thresholds) if found else [])
        )
    return aligned


def _is_reworded(pair: Pair, aligned: list[list[Piece]], thresholds: Thresholds) -> bool:
    """Whether so much of what keeps no words is paraphrased that a sentence in doubt likely is too.

    Kept words say nothing about that: who copies sentences adds others of his own.
    """
    found = [piece for pieces in aligned for piece in pieces]
    kept = [piece for piece in found if piece.kept >= thresholds.kept_share * len(piece.derivative)]
    open_pieces = (piece for piece in found if piece.kept < thresholds.kept_share * len(piece.derivative))
    likely = sum(len(piece.derivative) * piece.similarity for piece in open_pieces)
    new = sum(map(len, pair.derivative.sentences)) - sum(len(piece.derivative) for piece in kept)
    return likely >= thresholds.reworded_text * new


def _announces_new(pair: Pair, aligned: list[list[Piece]], number: int) -> bool:
    """Whether a sentence only announces what is not from the original: "The minister said:" is anybody's.

    What is announced stands in quotation marks or in the next paragraph.
    """
    side, text = pair.derivative, pair.derivative.document.text
    sentence = side.sentences[number]
    end = side.places[sentence.end - 1][1]
    if text[end : end + 1] != ":" or number + 1 >= len(aligned) or aligned[number + 1]:
        return False
    following = side.sentences[number + 1]
    is_quoted = not text[side.places[following.first][0] - 1].isspace()
    return is_quoted or following.paragraph != sentence.paragraph


def describe_open(
    pair: Pair, proposer: Proposer, pieces: list[list[Piece]], thresholds: Thresholds
) -> tuple[dict[Key, list[float]], Links]:
    """The candidates of the sentences that keep too few words, described; and the sources of all others."""
    copied = find_copied(pair, pieces)
    settled = {taker for (_, taker), share in copied.items() if share >= thresholds.kept_share}
    open_sentences = [sentence for sentence in pair.derivative.sentences if sentence.number not in settled]
    known = {key: share for key, share in copied.items() if key[1] in settled}
    return Describer(pair, proposer, copied).describe_all(open_sentences), known


def tile_sentences(pair: Pair, proposer: Proposer, thresholds: Thresholds) -> list[list[Piece]]:
    """For each derivative sentence the pieces that keep the original's words."""
    tiler = Tiler(pair, proposer, thresholds)
    return [tiler.tile(sentence) for sentence in pair.derivative.sentences]


def find_copied(pair: Pair, pieces: list[list[Piece]]) -> dict[Key, float]:
    """For pairs of sentences the share of the derivative one that is made of pieces of the original one."""
    copied: dict[Key, float] = {}
    for sentence, found in zip(pair.derivative.sentences, pieces, strict=True):
        for piece in found:
            for source in {pair.original.sentence_of[stretch.start] for stretch in piece.originals}:
                key = source, sentence.number
                copied[key] = copied.get(key, 0.0) + len(piece.derivative) / len(sentence)
    return copied
