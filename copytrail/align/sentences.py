"""Which stretches of each derivative sentence come from where in the original, in either way."""

from __future__ import annotations

from collections import defaultdict

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
    aligned: list[list[Piece]] = []
    for sentence, found in zip(pair.derivative.sentences, pieces, strict=True):
        likely = sources[sentence.number]
        aligned.append(
            find_paraphrase(pair, sentence, found, likely, thresholds)
            or (explain_rests(pair, sentence, found, likely, thresholds) if found else [])
        )
    return [
        piece for number, found in enumerate(aligned) if not _announces_new(pair, aligned, number) for piece in found
    ]


def _announces_new(pair: Pair, aligned: list[list[Piece]], number: int) -> bool:
    """Whether a sentence only announces what is not from the original: "The minister said:" is anybody's."""
    side = pair.derivative
    end = side.places[side.sentences[number].end - 1][1]
    return side.document.text[end : end + 1] == ":" and number + 1 < len(aligned) and not aligned[number + 1]


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
