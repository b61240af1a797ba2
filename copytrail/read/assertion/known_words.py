"""What is known of one word whatever stands round it; it is looked up once, for a text says most words again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from copytrail.read.assertion.opposites import Sides
from copytrail.read.assertion.scales import TURNING, Meaning, Scale
from copytrail.read.assertion.words import ClaimWords, PhraseMeaning, claim_words
from copytrail.text import fold_word

_CONTRACTED = "n't"
_DENIED = Meaning(Scale.NEGATION, TURNING)


class KnownWord(NamedTuple):
    """A word by itself; what it says of others depends on where it stands."""

    folded: str
    base: str
    begins: tuple[PhraseMeaning, ...]
    """The listed phrases that it may begin, the longest first."""
    alone: tuple[PhraseMeaning, ...]
    """Those among them that are this word."""
    seconds: frozenset[str]
    """The second words of the others."""
    is_contracted: bool
    """Whether it holds its negation: "isn't"."""
    says_something: bool
    """Whether it is neither a function word nor an adverb."""
    is_listed: bool
    """Whether it has a listed opposite."""
    against: Sides
    """The entries of opposites and converses it stands in, as the words across from it know them."""
    sides: Sides
    """The same entries as it knows them."""
    roots: frozenset[str]
    """What it turns round by "un-" or its like before it."""
    turns: bool
    """Whether it stands in entries of opposites or turns another word round."""
    helps: bool
    is_past: bool
    is_going_on: bool
    """Whether it has the form of "building"."""
    denies: bool
    """Whether it denies, lessens or asks, whatever it is said of."""


@lru_cache(maxsize=50_000)
def know_word(shown: str, language: str) -> KnownWord:
    """What is known of a word as written, in a language whose words of strength are listed."""
    known = claim_words(language)
    folded = fold_word(shown)
    base = known.base(folded)
    sides = known.opposites.all_sides_of(folded)
    roots = known.opposites.roots_of(folded)
    begins = _list_begun(folded, base, known)
    return KnownWord(
        folded=folded,
        base=base,
        begins=begins,
        alone=tuple(entry for entry in begins if len(entry[0]) == 1),
        seconds=frozenset(phrase[1] for phrase, _ in begins if len(phrase) > 1),
        is_contracted=folded.endswith(_CONTRACTED),
        says_something=_says_something(folded, known),
        is_listed=any(entry >= 0 for entry, _ in sides),
        against=frozenset((entry, not side) for entry, side in sides) if sides else sides,
        sides=sides,
        roots=roots,
        turns=bool(sides or roots),
        helps=known.helps(folded),
        is_past=known.is_past(folded),
        is_going_on=folded.endswith("ing"),
        denies=known.is_negation(folded) or base in known.negative or folded in known.sets["denying"],
    )


def _list_begun(folded: str, base: str, known: ClaimWords) -> tuple[PhraseMeaning, ...]:
    """The phrases that begin with a word, its base form or what stands behind its apostrophe."""
    if folded.endswith(_CONTRACTED):
        return (((folded,), _DENIED),)
    firsts = dict.fromkeys((folded, base, folded.rpartition("'")[2]))
    entries = [entry for first in firsts for entry in known.phrases.get(first, ())]
    return tuple(sorted(entries, key=lambda entry: -len(entry[0])))


def _says_something(folded: str, known: ClaimWords) -> bool:
    """Whether a word is neither a function word nor an adverb."""
    if folded in known.common or folded in known.sets["adverbs"] or "'" in folded[:2]:
        return False
    return not known.is_adverb(folded) and not folded.endswith(_CONTRACTED)
