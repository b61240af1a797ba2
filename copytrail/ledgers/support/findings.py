"""Findings of support: claims turned round in sentences that no match holds, or that a match holds only loosely.

Labels and matches say nothing of a sentence told in other words. But a sentence of the original that holds most of
its telling words restates it, and where one denies what the other states, or says its opposite, that is worth checking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.support.restating import Restating
from copytrail.ledgers.support.turns import Turn, Turns, is_denying
from copytrail.model import Document, Finding, Span
from copytrail.read.assertion.known_words import know_word
from copytrail.read.assertion.words import KNOWN_LANGUAGES, claim_words
from copytrail.read.claims import read_claims

_KIND = "reversed_claim"
_CLOSING = "\"'”’»)] \n"


def find_in_sentences(alignment: Alignment, told: Iterable[Finding]) -> tuple[Finding, ...]:
    """The claims turned round that the findings `told` do not tell of yet, in the derivative's order."""
    language = alignment.derivative.language
    if language != alignment.original.language or language not in KNOWN_LANGUAGES or not alignment.is_derived:
        return ()
    places = [finding.derivative for finding in told if finding.kind == _KIND and finding.derivative]
    sentences = [sentence for sentence in alignment.derivative_sentences if _is_open(alignment, sentence, places)]
    if not sentences:
        return ()
    restating = Restating(alignment)
    suspects = _find_suspects(alignment, restating)
    found: list[Finding] = []
    for sentence in sentences:
        if _holds(alignment.derivative, sentence, suspects):
            claims = read_claims(alignment.derivative, sentence, language)
            found += [
                _make(alignment, turn) for turn in Turns(restating, claim_words(language), claims, suspects).find()
            ]
    return tuple(found)


def _find_suspects(alignment: Alignment, restating: Restating) -> frozenset[str]:
    """The words of the derivative that can turn a claim round: negations, and new opposites of the original's words."""
    language = alignment.original.language
    theirs = [know_word(word, language) for word in alignment.original.index.different]
    sides = frozenset(side for known in theirs for side in known.sides)
    rooted = frozenset(root for known in theirs for root in known.roots)
    plain = frozenset(known.folded for known in theirs)
    found = set()
    for word in alignment.derivative.index.different:
        known = know_word(word, language)
        has_opposite = (
            not sides.isdisjoint(known.against) or not plain.isdisjoint(known.roots) or known.folded in rooted
        )
        if (has_opposite and restating.is_new(word)) or any(is_denying(meaning) for _, meaning in known.begins):
            found.add(word)
    return frozenset(found)


def _is_open(alignment: Alignment, sentence: Span, places: Sequence[Span]) -> bool:
    """Whether matches do not keep a sentence as a whole, it asks nothing and none of some findings stands in it."""
    if alignment.reused_share(sentence, with_paraphrases=False) >= alignment.thresholds.wholly_share:
        return False
    asks = sentence.of(alignment.derivative.text).rstrip(_CLOSING).endswith("?")
    return not asks and not any(sentence.overlaps(place) for place in places)


def _holds(document: Document, sentence: Span, words: frozenset[str]) -> bool:
    """Whether one of some words stands in a sentence."""
    numbers = document.index.between(sentence.start, sentence.end)
    return not words.isdisjoint(document.index.words[numbers.start : numbers.stop])


def _make(alignment: Alignment, turn: Turn) -> Finding:
    """The finding of a claim turned round."""
    original, derivative = _span(alignment.original, turn.original), _span(alignment.derivative, turn.derivative)
    expected, found = _line(alignment.original, original), _line(alignment.derivative, derivative)
    how = "one word is the opposite of the other" if turn.is_opposite else "only one of the two has a negation"
    return Finding(
        kind=_KIND,
        derivative=derivative,
        original=original,
        expected=expected,
        found=found,
        why=f"The original says “{expected}” where this sentence, which restates it, says “{found}”: {how}.",
    )


def _line(document: Document, span: Span) -> str:
    """The words of a stretch on one line."""
    return " ".join(span.of(document.text).split())


def _span(document: Document, words: range) -> Span:
    """The place of some words."""
    places = document.index.places
    return Span(places[words.start][0], places[words.stop - 1][1])
