"""What each derivative sentence took from the original in the original's own words.

The best candidate takes the words it can account for; what is left over, if it is a clause or longer,
is offered to the candidates again (greedy tiling, after Wise's Running Karp-Rabin Greedy String Tiling,
but inside sentences and with gaps). Few words beside a piece belong to it as edits of it.
"""

from __future__ import annotations

from collections import defaultdict

from copytrail.align.blocks import Block, add_moved, find_runs
from copytrail.align.candidates import Candidate, Proposer
from copytrail.align.growth import grow_pieces
from copytrail.align.pieces import Piece, is_telling, shape_pieces
from copytrail.align.terms import NO_TERM, Pair, Sentence, Side
from copytrail.model import Thresholds

_WHOLE_WORDS = 3
"""Shorter sentences ("No.") stand in many texts."""
_ROUNDS = 6
"""So many sources at most for one sentence."""


class Tiler:
    """Tiles one derivative sentence after the other."""

    def __init__(self, pair: Pair, proposer: Proposer, thresholds: Thresholds) -> None:
        self.pair = pair
        self.proposer = proposer
        self.thresholds = thresholds
        self.follows = 0
        """The original word after the last piece; where a text is copied on, the next one begins there."""
        self.keys: dict[int, frozenset[int]] = {}
        self.wholes = _index_sentences(pair.original)

    def tile(self, sentence: Sentence) -> list[Piece]:
        """The pieces of one sentence, in order."""
        pieces = self._copy_whole(sentence) or self._tile_parts(sentence, self.proposer.propose(sentence))
        if pieces:
            self.follows = pieces[-1].originals[-1].stop
        return pieces

    def _copy_whole(self, sentence: Sentence) -> list[Piece]:
        """The sentence as a whole sentence of the original; a very short one only where the text is copied on."""
        places = self.wholes.get(tuple(self.pair.derivative.keys[sentence.first : sentence.end]), {})
        if not places or (len(sentence) < _WHOLE_WORDS and self.follows not in places):
            return []
        first = self.follows if self.follows in places else next(iter(places))
        whole, source = range(sentence.first, sentence.end), range(first, first + len(sentence))
        block = Block(sentence.first, first, len(sentence))
        return [Piece(derivative=whole, originals=(source,), blocks=(block,), similarity=1.0)]

    def _tile_parts(self, sentence: Sentence, candidates: list[Candidate]) -> list[Piece]:
        """The pieces of a sentence that is not copied whole."""
        open_ranges = [range(sentence.first, sentence.end)]
        pieces: list[Piece] = []
        for _ in range(_ROUNDS):
            if not open_ranges or not candidates:
                break
            stretch = open_ranges.pop(0)
            found = self._best(stretch, sentence, candidates)
            pieces += found
            if found:
                open_ranges += self._left_over(stretch, found)
        pieces.sort(key=lambda piece: piece.derivative.start)
        return grow_pieces(self.pair, sentence, pieces, self.thresholds)

    def _best(self, stretch: range, sentence: Sentence, candidates: list[Candidate]) -> list[Piece]:
        """The pieces of the candidate that accounts for most of the stretch."""
        best: list[Piece] = []
        best_candidate, best_runs = candidates[0], []
        best_gain = 0.0
        words = self.pair.derivative.keys[stretch.start : stretch.stop]
        for candidate in candidates:
            if self._most_gain(candidate, words) <= best_gain:
                continue
            runs = find_runs(self.pair, self._words_of(candidate), stretch)
            pieces = self._shape(candidate, runs, sentence)
            gain = sum(map(self._gain, pieces))
            if gain > best_gain:
                best, best_candidate, best_runs, best_gain = pieces, candidate, runs, gain
        if not best:
            return []
        blocks = add_moved(self.pair, self._words_of(best_candidate), stretch, best_runs)
        return best if blocks is best_runs else self._shape(best_candidate, blocks, sentence)

    def _most_gain(self, candidate: Candidate, words: list[int]) -> float:
        """What a candidate could account for at most: every word that it holds anywhere."""
        limits = self.thresholds
        if not candidate.seeds and candidate.containment < limits.kept_share * limits.content_share:
            return 0.0
        held = sum(map(self._keys_of(candidate.sentence).__contains__, words))
        return 1.1 * held + 0.5 if held >= min(limits.clause_words, len(words)) else 0.0

    def _keys_of(self, number: int) -> frozenset[int]:
        """The words of an original sentence, found once."""
        if number not in self.keys:
            source = self.pair.original.sentences[number]
            self.keys[number] = frozenset(self.pair.original.keys[source.first : source.end])
        return self.keys[number]

    def _gain(self, piece: Piece) -> float:
        """What a piece accounts for: its shared words, more for long runs and for going on in order."""
        continues = 0.5 if piece.originals[0].start == self.follows else 0.0
        return piece.kept + 0.1 * piece.longest + continues

    def _words_of(self, candidate: Candidate) -> range:
        """The words of a candidate."""
        source = self.pair.original.sentences[candidate.sentence]
        return range(source.first, source.end)

    def _shape(self, candidate: Candidate, blocks: list[Block], sentence: Sentence) -> list[Piece]:
        """What one candidate accounts for, by the blocks it shares."""
        pieces = shape_pieces(blocks, candidate.cosine, self.thresholds.clause_words)
        return [piece for piece in pieces if self._is_reuse(piece, sentence)]

    def _is_reuse(self, piece: Piece, sentence: Sentence) -> bool:
        """Whether shared words are more than chance, names or a stock phrase."""
        limits = self.thresholds
        if piece.longest == len(sentence) and self._goes_on(piece):
            return True
        if piece.kept < min(limits.clause_words, len(sentence)):
            return False
        if piece.kept < limits.kept_share * len(piece.derivative):
            return False
        is_most = len(piece.derivative) >= limits.kept_share * len(sentence)
        if (not is_most and piece.longest < limits.run_words) or not self._has_terms(piece):
            return False
        return is_telling(self.pair, piece, limits, limits.content_share)

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a piece begins where the last one ended, or a few words later."""
        skipped = piece.originals[0].start - self.follows
        is_near = 0 < skipped < self.thresholds.clause_words and len(piece.derivative) >= _WHOLE_WORDS
        return skipped == 0 or is_near

    def _has_terms(self, piece: Piece) -> bool:
        """Whether the shared words hold more terms than a stock phrase does, names among them."""
        terms = self.pair.derivative.terms
        kept = set(map(terms.__getitem__, piece.kept_words))
        return len(kept) - (NO_TERM in kept) > self.thresholds.telling_terms

    def _left_over(self, stretch: range, pieces: list[Piece]) -> list[range]:
        """The parts of a stretch outside the pieces that are long enough for a clause."""
        ends = [edge for piece in pieces for edge in (piece.derivative.start, piece.derivative.stop)]
        edges = [stretch.start, *ends, stretch.stop]
        free = [range(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
        return [part for part in free if len(part) >= self.thresholds.clause_words]


def _index_sentences(side: Side) -> dict[tuple[int, ...], dict[int, None]]:
    """For the words of each whole sentence the places where it begins, in order and quickly looked up."""
    index: defaultdict[tuple[int, ...], dict[int, None]] = defaultdict(dict)
    for sentence in side.sentences:
        index[tuple(side.keys[sentence.first : sentence.end])][sentence.first] = None
    return dict(index)
