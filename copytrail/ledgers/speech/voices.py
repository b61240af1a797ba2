"""Where the words of a quotation stand in the original.

The original is cut into voices: each quotation, and the narrator's text between two of them. The voice that shares
most words is the origin; a clause that it lacks may come from another one, and then two voices were joined.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from copytrail.align.blocks import Block, find_blocks
from copytrail.align.terms import Pair
from copytrail.ledgers.speech.origins import Origin, Voice, cut_voices, drop_strays
from copytrail.model import Quotation, Thresholds

_CANDIDATES = 5
"""So many voices at most are compared word by word."""
_MOST_PLACES = 100
"""Of a word that stands more often in the original only the first places are looked at."""
_LONGEST_VOICE = 400
"""In words; of a longer quotation, and of what the narrator says, only the part around the shared words is compared."""
_AROUND = 40
"""So many words more than twice a quotation's are compared of a long voice."""
_LEAST = 0.25
"""A voice with a smaller share of the words that mean something is not looked at."""
_PART = 0.4
"""In a quotation too short for `run_words` together this part of its length is enough."""


class Voices:
    """The original's voices, to be searched by the words of a quotation."""

    def __init__(self, pair: Pair, quotations: Sequence[Quotation], thresholds: Thresholds) -> None:
        self._pair = pair
        self._thresholds = thresholds
        self.voices = tuple(cut_voices(pair, quotations))
        self._starts = [voice.words.start for voice in self.voices]
        self._places: dict[int, list[int]] = {}
        for number, key in enumerate(pair.original.keys):
            self._places.setdefault(key, []).append(number)
        self._holders: dict[int, frozenset[int]] = {}

    def find(self, words: range, rank: Callable[[Voice], tuple[bool, ...]]) -> Origin | None:
        """Where a quotation of the derivative comes from; among equals the voice of highest rank."""
        whole = self._find_whole(words)
        if whole:
            return max(whole, key=lambda origin: rank(origin.voice))
        origins = [found for voice in self._candidates(words) if (found := self._hold(voice, words))]
        if not origins:
            return None
        best = max(origins, key=lambda origin: (origin.kept, rank(origin.voice)))
        joined = self._join(best, words)
        return joined if self._is_telling(joined, words) else None

    def _is_telling(self, origin: Origin, words: range) -> bool:
        """Whether enough of a quotation stands in its origin: of its words, of what they mean, and together."""
        share, side = self._thresholds.quotation_share, self._pair.derivative
        blocks = [*origin.blocks, *(block for _, block in origin.others)]
        kept = {block.derivative + n for block in blocks for n in range(block.size)}
        own = [number for number in words if side.terms[number] >= 0]
        together = max(block.size for block in blocks) >= min(self._thresholds.run_words, _PART * len(words))
        if not origin.voice.is_quoted and not origin.others:
            share = self._thresholds.narrated_share
        return together and len(kept) >= share * len(words) and sum(n in kept for n in own) >= share * len(own)

    def voice_at(self, word: int) -> Voice:
        """The voice that a word of the original stands in."""
        return self.voices[bisect_right(self._starts, word) - 1]

    def _find_whole(self, words: range) -> list[Origin]:
        """The places where all words stand in one run."""
        keys = self._pair.derivative.keys[words.start : words.stop]
        offset = min(range(len(keys)), key=lambda n: len(self._places.get(keys[n], ())))
        places = self._places.get(keys[offset], [])[:_MOST_PLACES]
        starts = [place - offset for place in places if place >= offset]
        theirs = self._pair.original.keys
        return [
            Origin(self._voice_of(range(start, start + len(keys))), (Block(words.start, start, len(keys)),))
            for start in starts
            if theirs[start : start + len(keys)] == keys
        ]

    def _voice_of(self, words: range) -> Voice:
        """The voice that has most of some words of the original."""
        counts = Counter(bisect_right(self._starts, number) - 1 for number in words)
        return self.voices[counts.most_common(1)[0][0]]

    def _candidates(self, words: range) -> list[Voice]:
        """The voices that share most of the weight of a quotation's words."""
        side = self._pair.derivative
        shared: Counter[int] = Counter()
        own = {side.keys[n] for n in words if side.terms[n] >= 0}
        for key in own:
            shared.update(self._voices_with(key))
        least = _LEAST * len(own)
        ranked = sorted(
            (voice for voice in shared if shared[voice] >= least), key=lambda voice: (-shared[voice], voice)
        )
        return [self.voices[voice] for voice in ranked[:_CANDIDATES]]

    def _voices_with(self, key: int) -> frozenset[int]:
        """The voices, by their numbers, in which a word stands; found once for each word."""
        if key not in self._holders:
            places = self._places.get(key, ())
            self._holders[key] = frozenset(bisect_right(self._starts, place) - 1 for place in places)
        return self._holders[key]

    def _hold(self, voice: Voice, words: range) -> Origin | None:
        """The runs of words that a voice shares with a quotation."""
        blocks = drop_strays(find_blocks(self._pair, self._window(voice, words), words))
        return Origin(voice, tuple(blocks)) if blocks else None

    def _window(self, voice: Voice, words: range) -> range:
        """The part of a voice that shares most words with a quotation; the whole of one that is not long."""
        size = 2 * len(words) + _AROUND
        if len(voice.words) <= (_LONGEST_VOICE if voice.quotation else 2 * size):
            return voice.words
        side = self._pair.derivative
        keys = {side.keys[n] for n in words if side.terms[n] >= 0}
        known = [self._places[key] for key in keys if key in self._places]
        first, last = voice.words.start, voice.words.stop
        places = sorted(place for here in known for place in here[bisect_left(here, first) : bisect_left(here, last)])
        best = max(
            places, key=lambda start: bisect_right(places, start + size) - bisect_right(places, start), default=0
        )
        return range(max(voice.words.start, best - len(words)), min(voice.words.stop, best + size))

    def _join(self, origin: Origin, words: range) -> Origin:
        """The origin with the other voices that give the clauses it lacks."""
        taken = {block.derivative + n for block in origin.blocks for n in range(block.size)}
        others: list[tuple[Voice, Block]] = []
        for run in _runs([number for number in words if number not in taken]):
            if len(run) >= self._thresholds.clause_words:
                others += self._find_clause(run)
        return Origin(origin.voice, origin.blocks, tuple(others)) if others else origin

    def _find_clause(self, run: range) -> list[tuple[Voice, Block]]:
        """The voice that has most of a clause in one run."""
        found = [
            (voice, max(blocks, key=lambda block: block.size))
            for voice in self._candidates(run)
            if (blocks := find_blocks(self._pair, self._window(voice, run), run))
        ]
        best = max(found, key=lambda one: one[1].size, default=None)
        least = max(self._thresholds.joined_share * len(run), self._thresholds.clause_words - 1)
        return [best] if best and best[1].size >= least else []


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """Ascending numbers as ranges without holes."""
    if not numbers:
        return
    start = numbers[0]
    for one, other in pairwise([*numbers, -1]):
        if other != one + 1:
            yield range(start, one + 1)
            start = other
