"""Texts in which one claim says the opposite, or says for certain what was hedged, as a newspaper could print it.

The ways of doing so are patterns with what is put in their place (`english_claims`, `german_claims`). Of the ways
that a text allows one is chosen first, then the place, so that rare ways are tried as often as frequent ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from bench.mutations import english_claims, german_claims
from bench.mutations.changes import Change, Source, replace_spans
from copytrail.model.segments import Span

_RULES = {"en": english_claims, "de": german_claims}
_SENTENCE_END = re.compile(r"[.?!\n]|$")
_SENTENCE_START = re.compile(r"[.?!\n]")
_OPPOSITE = "opposite word"


@dataclass(frozen=True, slots=True)
class _Place:
    """Words that can be reworded, and what they become."""

    way: str
    span: Span
    words: str


def reverse_claim(source: Source, choose: Random) -> Change | None:
    """A negation comes or goes, or a word becomes its opposite."""
    rules = _RULES[source.language]
    return _reword(source, [*_match(source, rules.REVERSALS), *_match_opposites(source, rules.OPPOSITES)], choose)


def drop_hedge(source: Source, choose: Random) -> Change | None:
    """What may be, is planned, reported or true of some becomes certain or true of all."""
    return _reword(source, _match(source, _RULES[source.language].HEDGES), choose)


def _reword(source: Source, places: Sequence[_Place], choose: Random) -> Change | None:
    """The text with one of the places reworded."""
    if not places:
        return None
    way = choose.choice(sorted({place.way for place in places}))
    place = choose.choice([one for one in places if one.way == way])
    return replace(replace_spans(source.text, [(place.span, place.words)]), way=way)


def _match(source: Source, rules: Sequence[tuple[str, str, str]]) -> list[_Place]:
    """The places that the patterns find, questions aside."""
    return [
        _Place(way, Span(*found.span()), found.expand(template))
        for way, pattern, template in rules
        for found in re.finditer(pattern, source.text)
        if found.expand(template) != found.group() and _is_fit(source, way, Span(*found.span()))
    ]


def _match_opposites(source: Source, pairs: Sequence[tuple[str, str]]) -> list[_Place]:
    """The places of words that have an opposite, with the article that goes with it."""
    opposites = {word: other for one, another in pairs for word, other in ((one, another), (another, one))}
    listed = "|".join(sorted(map(re.escape, opposites), key=len, reverse=True))
    places = []
    for found in re.finditer(rf"(?<![\w-])(?:(?P<article>an?) )?(?P<word>{listed})(?![\w’'-])", source.text):
        other = opposites[found["word"]]
        if not _is_fit(source, _OPPOSITE, Span(*found.span())):
            continue
        article = "" if not found["article"] else f"{'an' if other[0] in 'aeiou' else 'a'} "
        places.append(_Place(_OPPOSITE, Span(*found.span()), article + other))
    return places


def _is_fit(source: Source, way: str, place: Span) -> bool:
    """Whether the sentence can be changed that way: it is no question, has no second negation and no “any”."""
    rules = _RULES[source.language]
    starts = [found.end() for found in _SENTENCE_START.finditer(source.text, 0, place.start)]
    end = _SENTENCE_END.search(source.text, place.end)
    sentence = source.text[starts[-1] if starts else 0 : end.end() if end else place.end]
    if sentence.endswith("?") or ("put in" in way and rules.NEGATED.search(sentence)):
        return False
    return "taken out" not in way or not rules.ONLY_NEGATED.search(sentence)
