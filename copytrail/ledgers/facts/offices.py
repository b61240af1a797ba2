"""The offices that persons have in both texts: the same, put more generally, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.known_names import KnownNames
from copytrail.ledgers.facts.pairing import Pairing
from copytrail.ledgers.facts.relations import Relation
from copytrail.lexicon import function_words
from copytrail.model import FactKind, FactOutcome, Name, Span
from copytrail.read.naming.words import NameWords, fold_name, name_words, places
from copytrail.read.tables import known_language

_WHOSE = re.compile(r"\b[^\W\d_A-ZÀ-Þ][\w-]*['’]s\s+")
"""Whose office it is, in common words: "the company's chief executive"."""
_OUTCOMES = {
    Relation.SAME: FactOutcome.SAME,
    Relation.GENERALISED: FactOutcome.GENERALISED,
    Relation.DIFFERENT: FactOutcome.CHANGED,
}


def pair_titles(alignment: Alignment, original: KnownNames, derivative: KnownNames) -> tuple[Pairing, ...]:
    """The rows of the ledger for the offices of persons named in both texts, one for each office of the derivative."""
    return tuple(_find_rows(alignment, original, derivative))


def _find_rows(alignment: Alignment, original: KnownNames, derivative: KnownNames) -> Iterator[Pairing]:
    """The rows, person by person."""
    known = name_words(known_language(alignment.derivative.language))
    for value, mentions in derivative.by_value.items():
        theirs = list(_titles(original.by_value.get(value, ())))
        told: set[frozenset[str]] = set()
        for ours in _titles(mentions):
            words = _words(ours.of(alignment.derivative.text), known)
            if words in told or not theirs:
                continue
            told.add(words)
            yield _row(alignment, theirs, ours, known)


def _titles(mentions: tuple[Name, ...]) -> Iterator[Span]:
    """The offices that stand beside mentions of one person."""
    return (name.title for name in mentions if name.title)


def _row(alignment: Alignment, theirs: list[Span], ours: Span, known: NameWords) -> Pairing:
    """The office against the original's that comes nearest."""
    order = list(_OUTCOMES)
    words = _words(ours.of(alignment.derivative.text), known)
    related = [(compare_titles(_words(span.of(alignment.original.text), known), words, known), span) for span in theirs]
    relation, span = min(related, key=lambda pair: order.index(pair[0]))
    return Pairing(
        kind=FactKind.TITLE,
        outcome=_OUTCOMES[relation],
        value=span.on_one_line(alignment.original.text),
        original=span,
        derivative=ours,
        match=alignment.match_at(ours),
    )


def compare_titles(original: frozenset[str], derivative: frozenset[str], known: NameWords) -> Relation:
    """How the words of the derivative's office relate to those of the original's."""
    if original == derivative:
        return Relation.SAME
    if (original ^ derivative) & known.weighty:
        return Relation.DIFFERENT
    if derivative < original or derivative <= known.general:
        return Relation.GENERALISED
    return Relation.SAME if original < derivative else Relation.DIFFERENT


def _words(title: str, known: NameWords) -> frozenset[str]:
    """The telling words of an office, without countries."""
    folded = fold_name(_WHOSE.sub("", title))
    for word, alike in known.alike.items():
        folded = f" {folded} ".replace(f" {word} ", f" {alike} ").strip()
    common = function_words("en") | known.function
    return frozenset(word for word in folded.split() if word not in common and word not in places())
