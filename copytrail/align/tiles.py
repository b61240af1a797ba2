"""What each derivative sentence took from the original in the original's own words.

The best candidate takes the words it can account for; what is left over, if it is a clause or longer,
is offered to the candidates again (greedy tiling, after Wise's Running Karp-Rabin Greedy String Tiling,
but inside sentences and with gaps). Few words beside a piece belong to it as edits of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from copytrail.align.candidates import Candidate, Proposer
from copytrail.align.edits import Block, find_blocks
from copytrail.align.pieces import Piece
from copytrail.align.terms import Pair, Sentence, Side
from copytrail.model import Thresholds

_WHOLE_WORDS = 3
"""Shorter sentences ("No.") stand in many texts."""
_ROUNDS = 6
"""So many sources at most for one sentence."""
_QUOTATION_MARKS = frozenset("\"“”„«»‘")
_CLAUSE_MARKS = frozenset(",;:–—()")


class Tiler:
    """Tiles one derivative sentence after the other."""

    def __init__(self, pair: Pair, proposer: Proposer, thresholds: Thresholds) -> None:
        self.pair = pair
        self.proposer = proposer
        self.thresholds = thresholds
        self.follows = 0
        """The original word after the last piece; where a text is copied on, the next one begins there."""
        self.wholes = _index_sentences(pair.original)

    def tile(self, sentence: Sentence) -> list[Piece]:
        """The pieces of one sentence, in order."""
        pieces = self._copy_whole(sentence) or self._tile_parts(sentence, self.proposer.propose(sentence))
        if pieces:
            self.follows = pieces[-1].originals[-1].stop
        return pieces

    def _copy_whole(self, sentence: Sentence) -> list[Piece]:
        """The sentence as a whole sentence of the original; a very short one only where the text is copied on."""
        places = self.wholes.get(tuple(self.pair.derivative.keys[sentence.first : sentence.end]), [])
        if not places or (len(sentence) < _WHOLE_WORDS and self.follows not in places):
            return []
        first = self.follows if self.follows in places else places[0]
        block = Block(sentence.first, first, len(sentence))
        source = range(first, first + len(sentence))
        return [Piece(derivative=range(sentence.first, sentence.end), originals=(source,), blocks=(block,), similarity=1.0)]

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
        return self._absorb(sentence, sorted(pieces, key=lambda piece: piece.derivative.start))

    def _best(self, stretch: range, sentence: Sentence, candidates: list[Candidate]) -> list[Piece]:
        """The pieces of the candidate that accounts for most of the stretch."""
        best: list[Piece] = []
        best_gain = 0.0
        words = self.pair.derivative.keys[stretch.start : stretch.stop]
        for candidate in candidates:
            if self._most_gain(candidate, words) <= best_gain:
                continue
            pieces = self._pieces_from(candidate, stretch, sentence)
            gain = sum(self._gain(piece) for piece in pieces)
            if gain > best_gain:
                best, best_gain = pieces, gain
        return best

    def _most_gain(self, candidate: Candidate, words: list[int]) -> float:
        """What a candidate could account for at most: every word that it holds anywhere."""
        source = self.pair.original.sentences[candidate.sentence]
        theirs = set(self.pair.original.keys[source.first : source.end])
        held = sum(word in theirs for word in words)
        return 1.1 * held + 0.5 if held >= min(self.thresholds.clause_words, len(words)) else 0.0

    def _gain(self, piece: Piece) -> float:
        """What a piece accounts for: its shared words, more for long runs and for going on in order."""
        continues = 0.5 if piece.originals[0].start == self.follows else 0.0
        return piece.kept + 0.1 * piece.longest + continues

    def _pieces_from(self, candidate: Candidate, stretch: range, sentence: Sentence) -> list[Piece]:
        """What one candidate accounts for in a stretch: clusters of shared blocks without long gaps."""
        source = self.pair.original.sentences[candidate.sentence]
        blocks = find_blocks(self.pair, range(source.first, source.end), stretch)
        clusters = _cluster(blocks, self.thresholds.clause_words)
        pieces = [self._shape(cluster, candidate) for cluster in clusters]
        return [piece for piece in pieces if self._is_reuse(piece, sentence)]

    def _shape(self, cluster: list[Block], candidate: Candidate) -> Piece:
        """A cluster as a piece, without end blocks that stand farther off than they are long."""
        limit = self.thresholds.clause_words
        blocks = list(cluster)
        while len(blocks) > 1 and _is_stray(blocks[0], blocks[1], blocks[0].size, limit):
            blocks.pop(0)
        while len(blocks) > 1 and _is_stray(blocks[-2], blocks[-1], blocks[-1].size, limit):
            blocks.pop()
        return Piece(
            derivative=range(blocks[0].derivative, blocks[-1].derivative + blocks[-1].size),
            originals=_stretches(blocks, limit),
            blocks=tuple(blocks),
            similarity=candidate.cosine,
        )

    def _is_reuse(self, piece: Piece, sentence: Sentence) -> bool:
        """Whether shared words are more than chance, names or a stock phrase."""
        limits = self.thresholds
        if piece.kept < min(limits.clause_words, len(sentence)):
            return False
        if piece.kept < limits.kept_share * len(piece.derivative):
            return False
        is_most = len(piece.derivative) >= limits.kept_share * len(sentence)
        return (is_most or piece.longest >= limits.run_words) and self._is_telling(piece)

    def _is_telling(self, piece: Piece) -> bool:
        """Whether the shared words hold enough that is neither a name nor a function word."""
        side = self.pair.derivative
        kept = [block.derivative + n for block in piece.blocks for n in range(block.size)]
        content = {side.terms[n] for n in kept if side.terms[n] >= 0}
        common = {side.terms[n] for n in kept if side.terms[n] >= 0 and not side.is_name(n)}
        if len(common) < self.thresholds.telling_terms or len(content) <= self.thresholds.telling_terms:
            return False
        weight = self.pair.weight
        whole = sum(weight(side.terms[n]) for n in piece.derivative)
        return sum(weight(side.terms[n]) for n in kept) >= self.thresholds.content_share * whole

    def _left_over(self, stretch: range, pieces: list[Piece]) -> list[range]:
        """The parts of a stretch outside the pieces that are long enough for a clause."""
        edges = [stretch.start, *(edge for p in pieces for edge in (p.derivative.start, p.derivative.stop)), stretch.stop]
        free = [range(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
        return [part for part in free if len(part) >= self.thresholds.clause_words]

    def _absorb(self, sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
        """The pieces, each grown over the few new words beside it, which are edits of it."""
        grown: list[Piece] = []
        start = sentence.first
        for number, piece in enumerate(pieces):
            is_last = number + 1 == len(pieces)
            stop = sentence.end if is_last else pieces[number + 1].derivative.start
            first = self._reach_left(range(start, piece.derivative.start))
            last = self._reach_right(range(piece.derivative.stop, stop), is_last=is_last)
            grown.append(self._grow(piece, first, last))
            start = last
        return grown

    def _reach_left(self, free: range) -> int:
        """From where a piece takes the free words before it: all if they are few, else those after the last comma."""
        limit = self.thresholds.clause_words
        for start in range(max(free.start, free.stop - limit + 1), free.stop):
            closes = start == free.start and len(free) < limit
            if (closes or self._marks(start - 1) & _CLAUSE_MARKS) and not self._has_quotation(range(start, free.stop + 1)):
                return start
        return free.stop

    def _reach_right(self, free: range, *, is_last: bool) -> int:
        """Up to where a piece takes the free words after it; before another piece only those up to a comma."""
        limit = self.thresholds.clause_words
        for stop in range(min(free.stop, free.start + limit - 1), free.start, -1):
            closes = is_last and stop == free.stop
            divides = stop < free.stop and self._marks(stop - 1) & _CLAUSE_MARKS
            if (closes or divides) and not self._has_quotation(range(free.start, stop + 1 if stop < free.stop else stop)):
                return stop
        return free.start

    def _grow(self, piece: Piece, start: int, stop: int) -> Piece:
        """A piece over more words; they stand for the original's own words there, if those are as few."""
        sentences, numbers = self.pair.original.sentences, self.pair.original.sentence_of
        originals = list(piece.originals)
        first, last = sentences[numbers[originals[0].start]].first, sentences[numbers[originals[-1].start]].end
        limit = self.thresholds.clause_words
        if start < piece.derivative.start and originals[0].start - first < limit:
            originals[0] = range(first, originals[0].stop)
        if stop > piece.derivative.stop and last - originals[-1].stop < limit:
            originals[-1] = range(originals[-1].start, last)
        return replace(piece, derivative=range(start, stop), originals=tuple(originals))

    def _has_quotation(self, words: range) -> bool:
        """Whether a quotation mark stands before one of these words or between them."""
        return any(self._marks(word - 1) & _QUOTATION_MARKS for word in words)

    def _marks(self, word: int) -> set[str]:
        """The signs between a word and the next one."""
        places = self.pair.derivative.places
        if word < 0 or word + 1 >= len(places):
            return set()
        return set(self.pair.derivative.document.text[places[word][1] : places[word + 1][0]])


def _index_sentences(side: Side) -> dict[tuple[int, ...], list[int]]:
    """For the words of each whole sentence the places where it begins."""
    index: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for sentence in side.sentences:
        index[tuple(side.keys[sentence.first : sentence.end])].append(sentence.first)
    return dict(index)


def _is_stray(one: Block, other: Block, size: int, limit: int) -> bool:
    """Whether an end block is chance: far from its neighbour, measured against its length."""
    gap = other.derivative - one.derivative - one.size
    source_gap = other.original - one.original - one.size
    return gap > size and not (gap < limit and 0 <= source_gap < limit)


def _cluster(blocks: list[Block], clause_words: int) -> list[list[Block]]:
    """Blocks grouped so that between two groups there are new words of a clause's length."""
    clusters: list[list[Block]] = []
    for block in blocks:
        last = clusters[-1][-1] if clusters else None
        if last and block.derivative - last.derivative - last.size < clause_words:
            clusters[-1].append(block)
        else:
            clusters.append([block])
    return clusters


def _stretches(blocks: list[Block], clause_words: int) -> tuple[range, ...]:
    """The original stretches that blocks span, divided where a clause or more was left out."""
    stretches: list[range] = []
    for block in sorted(blocks, key=lambda block: block.original):
        end = block.original + block.size
        if stretches and block.original - stretches[-1].stop < clause_words:
            stretches[-1] = range(stretches[-1].start, end)
        else:
            stretches.append(range(block.original, end))
    return tuple(stretches)
