"""Findings of strength: where the derivative claims more or less than the original, or the opposite.

Inside each match the words that say something are paired with those they stand for. Then the marks said of a pair
are held against each other: negations, hedges, tenses, amounts, limits, causes. Nothing is said about a claim unless
words round it stand for each other too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.strength.conditions import find_lost_conditions
from copytrail.ledgers.strength.hedges import find_hedges
from copytrail.ledgers.strength.mark_changes import find_mark_changes
from copytrail.ledgers.strength.new_negations import Originals
from copytrail.ledgers.strength.pairs import pair_claims
from copytrail.ledgers.strength.reversals import find_reversals
from copytrail.ledgers.strength.view import Change, ClaimView, Strength
from copytrail.model import Document, Finding, Label, Match, Span
from copytrail.read.assertion.scales import Scale
from copytrail.read.assertion.words import KNOWN_LANGUAGES
from copytrail.read.claims import ClaimReader

_ORDER = (Strength.REVERSED, Strength.STRONGER, Strength.WEAKER)


def find_in_claims(alignment: Alignment) -> tuple[Finding, ...]:
    """The claims of a derivative that say more, less or the opposite of the original's, in its order."""
    languages = {alignment.original.language, alignment.derivative.language}
    if len(languages) > 1 or not languages <= KNOWN_LANGUAGES:
        return ()
    language = alignment.original.language
    readers = ClaimReader(alignment.original, language), ClaimReader(alignment.derivative, language)
    originals = Originals(alignment, readers[0])
    told: dict[Finding, None] = {}
    for match in alignment.matches:
        if _is_held(alignment, match) and (match.label is not Label.COPIED or _is_cut(alignment, match)):
            view = ClaimView(pair_claims(alignment, match, readers), alignment.thresholds.claim_words)
            told.update(dict.fromkeys(_tell(alignment, _choose(_find_changes(view, originals)))))
    return tuple(told)


def _find_changes(view: ClaimView, originals: Originals) -> Iterator[Change]:
    """What changed in a match, by all searches; the earlier ones come first where they meet."""
    yield from find_reversals(view)
    yield from originals.find_new_negations(view)
    yield from find_hedges(view)
    yield from find_mark_changes(view)
    yield from find_lost_conditions(view)


def _is_held(alignment: Alignment, match: Match) -> bool:
    """Whether a claim can be held against the original: in a derived text or a sentence much of which is reused."""
    sentence = alignment.derivative_sentence(match.derivative)
    return alignment.is_derived or alignment.reused_share(sentence) >= alignment.thresholds.supported_share


def _is_cut(alignment: Alignment, match: Match) -> bool:
    """Whether a copied match leaves out words of the sentence it comes from, or stands beside new ones."""
    whole = alignment.derivative_sentence(match.derivative)
    ends = (match.original[0], alignment.original_sentence(match.original[0])), (match.derivative, whole)
    return any(
        _words_of(side, outer) > _words_of(side, inner)
        for side, (inner, outer) in zip((alignment.original, alignment.derivative), ends, strict=True)
    )


def _words_of(document: Document, span: Span) -> int:
    """How many words begin in a stretch."""
    return document.index.count(span.start, span.end)


def _choose(changes: Iterable[Change]) -> list[Change]:
    """The changes with one for each place: a claim turned round before one that is stronger or weaker."""
    chosen: list[Change] = []
    taken: set[int] = set()
    for change in sorted(changes, key=lambda change: _ORDER.index(change.strength)):
        if taken.isdisjoint(change.derivative):
            chosen.append(change)
            taken.update(change.derivative)
    return sorted(chosen, key=lambda change: change.derivative.start)


def _tell(alignment: Alignment, changes: list[Change]) -> Iterator[Finding]:
    """The findings; tenses that changed in the same way in one match are one."""
    for (strength, is_tense), group in groupby(changes, key=lambda c: (c.strength, c.scale is Scale.CERTAINTY)):
        same = list(group)
        for some in [same] if is_tense else [[change] for change in same]:
            yield _make(alignment, strength, some)


def _make(alignment: Alignment, strength: Strength, changes: list[Change]) -> Finding:
    """One finding of one or more changes."""
    original, derivative = alignment.original, alignment.derivative
    theirs, ours = [change.original for change in changes], [change.derivative for change in changes]
    expected, found = _words(original, theirs), _words(derivative, ours)
    return Finding(
        kind=strength.value,
        derivative=_span(derivative, range(min(r.start for r in ours), max(r.stop for r in ours))),
        original=_span(original, range(min(r.start for r in theirs), max(r.stop for r in theirs))),
        expected=expected,
        found=found,
        why=_explain(strength, changes[0], expected, found),
    )


def _explain(strength: Strength, change: Change, expected: str, found: str) -> str:
    """Why it is one, with both wordings."""
    if change.scale is Scale.CONDITION:
        return f"The original adds the condition “{expected}”; this passage says “{found}” without one."
    both = f"The original says “{expected}” where this passage says “{found}”"
    if strength is Strength.REVERSED:
        turned = "one word is the opposite of the other" if change.is_opposite else "only one of the two has a negation"
        return f"{both}: {turned}."
    return f"{both}, which claims {'more' if strength is Strength.STRONGER else 'less'}{_about(change.scale)}."


def _about(scale: Scale) -> str:
    """What the claim says more or less about."""
    return {
        Scale.CERTAINTY: " about whether it is so, or already so",
        Scale.CAUTION: " surely",
        Scale.AMOUNT: " about how many or how much",
        Scale.LIMIT: " exactly",
        Scale.CAUSE: " about the cause",
        Scale.EVIDENCE: " about what is known",
    }.get(scale, "")


def _words(document: Document, stretches: list[range]) -> str:
    """The words of stretches on one line."""
    ordered = sorted(stretches, key=lambda stretch: stretch.start)
    return " … ".join(" ".join(_span(document, stretch).of(document.text).split()) for stretch in ordered)


def _span(document: Document, words: range) -> Span:
    """The place of some words."""
    places = document.index.places
    return Span(places[words.start][0], places[words.stop - 1][1])
