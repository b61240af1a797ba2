"""A release and an article with one passage of each kind, and what people say of them."""

from __future__ import annotations

from datetime import UTC, datetime

from copytrail import Comparison, compare, read_plain
from copytrail.corrections import apply_review
from copytrail.model import Correction, Match, Quotation, Review, Said, Span

SAID = Said(time=datetime(2026, 5, 3, 9, 0, tzinfo=UTC), reason="Both were read aloud.", person="Ada")
RELEASE = """The new bridge over the river opened on Monday after three years of work by local builders.

It cost five million pounds, and the county council paid half of the whole sum from its reserves.

“The bridge will shorten the way to school for many children,” said Dan Jarvis, who leads the council."""
ARTICLE = """The new bridge over the river opened on Monday after three years of work by local builders.

It cost five million pounds, and the county paid half of the sum from its own reserves.

“The bridge will shorten the way to school for many children,” Mary Creagh said on Tuesday.

Fishermen nearby complained about noise during the long winter nights."""


def hold(release: str = RELEASE, article: str = ARTICLE) -> Comparison:
    return compare(read_plain(release), read_plain(article))


def lay(comparison: Comparison, *corrections: Correction) -> Comparison:
    return apply_review(comparison, Review(corrections=corrections))


def find_match(comparison: Comparison, words: str) -> Match:
    start = comparison.derivative.text.index(words)
    return next(each for each in comparison.matches if each.derivative.overlaps(Span(start, start + len(words))))


def find_span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def find_speech(comparison: Comparison) -> Quotation:
    return next(row.derivative for row in comparison.speech if row.derivative and row.derivative.speaker)
