"""Which words of a derivative stand for which of the original: kept ones, those of one base, those alone in a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.strength.marks import Marks
from copytrail.model import EditKind, Match
from copytrail.read.claims import ClaimWord

Words = Mapping[int, ClaimWord]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a match in words."""

    kept: Mapping[int, int]
    """Words of the derivative that were kept, with their places in the original."""
    kept_there: frozenset[int]
    """The words of the original that were kept."""
    replaced: tuple[tuple[range, range], ...]
    """The words put in each other's place, the original's first."""


def number_steps(alignment: Alignment, match: Match) -> Steps:
    """The steps of a match by the numbers of their words."""
    kept: dict[int, int] = {}
    replaced: list[tuple[range, range]] = []
    number_theirs, number_ours = alignment.original.index.between, alignment.derivative.index.between
    for edit in match.edits:
        if not edit.original or not edit.derivative:
            continue
        theirs = number_theirs(edit.original.start, edit.original.end)
        ours = number_ours(edit.derivative.start, edit.derivative.end)
        if edit.kind is not EditKind.KEPT:
            replaced.append((theirs, ours))
        elif len(theirs) == len(ours):
            kept.update(zip(ours, theirs, strict=True))
    return Steps(kept=kept, kept_there=frozenset(kept.values()), replaced=tuple(replaced))


class Pairer:
    """Finds for the words of a match those they stand for; the original's side stands first."""

    def __init__(self, steps: Steps, words: tuple[Words, Words], marks: tuple[Marks, Marks]) -> None:
        self._steps = steps
        self._theirs, self._ours = words
        self._their_marks, self._our_marks = marks
        self._found: dict[int, int] = {}
        self._taken: set[int] = set()

    def pair(self, own: range) -> dict[int, int]:
        """The words that say something, each with the one it stands for; `own` are those of the match itself."""
        for here, there in self._steps.kept.items():
            self._add(here, there)
        self._pair_bases(own)
        for theirs, ours in self._steps.replaced:
            self._pair_lone([n for n in ours if self._is_left(n)], [n for n in theirs if self._is_left_there(n)])
        return self._found

    def _add(self, ours: int, theirs: int) -> None:
        """Two words as a pair, where both say something."""
        here, there = self._ours.get(ours), self._theirs.get(theirs)
        if here and there and here.is_content and there.is_content:
            self._found[ours] = theirs
            self._taken.add(theirs)

    def _pair_bases(self, own: range) -> None:
        """Words left over that stand once on either side."""
        ours = [self._ours[n] for n in own if self._is_left(n)]
        theirs = [word for n, word in self._theirs.items() if self._is_left_there(n)]
        once = Counter(word.base for word in ours)
        places = Counter(word.base for word in theirs)
        by_base = {word.base: word.number for word in theirs}
        for word in ours:
            if once[word.base] == 1 == places[word.base]:
                self._add(word.number, by_base[word.base])

    def _pair_lone(self, here: Sequence[int], there: Sequence[int]) -> None:
        """What alone says something in words put in the place of others that alone do, or the lone verbs among them."""
        if len(here) != 1 or len(there) != 1:
            here = [n for n in here if n in self._our_marks.verbs]
            there = [n for n in there if n in self._their_marks.verbs]
        if len(here) == 1 == len(there):
            self._add(here[0], there[0])

    def _is_left(self, number: int) -> bool:
        """Whether a word of the derivative says something and has no pair yet."""
        word = self._ours.get(number)
        return word is not None and word.is_content and number not in self._found

    def _is_left_there(self, number: int) -> bool:
        """Whether a word of the original does."""
        word = self._theirs.get(number)
        return word is not None and word.is_content and number not in self._taken
