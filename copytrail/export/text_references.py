"""What an article has from the further originals, and the questions between the originals, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from copytrail.display.ledger.wording import begin
from copytrail.display.naming import count, shorten
from copytrail.display.questions import QuestionLine, list_questions
from copytrail.display.references import NO_CREDITS, show_sources
from copytrail.measures import measure

if TYPE_CHECKING:
    from copytrail.model import Comparison

_EXCERPT = 70
"""In characters: so much of a passage stands in a line."""


def list_references(comparison: Comparison) -> Iterator[str]:
    """The questions of an article that is no derivative, then for each reference what is closest to it."""
    sources = show_sources(comparison, measure(comparison).derivation)
    if sources.questions:
        yield ""
        yield from _list_questions("Questions between the release and this article", sources.questions)
    for reference in sources.references:
        yield ""
        yield f"From {reference.heading}: {count(len(reference.credits), 'passage')}"
        for line in reference.credits:
            yield f"    {begin(line.label)} ({line.place}, {line.origin}): “{shorten(line.words, _EXCERPT)}”"
            yield f"        “{shorten(line.origin_words, _EXCERPT)}”"
        if not reference.credits:
            yield f"    {NO_CREDITS}"


def list_open_questions(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """The questions between the originals, once for all articles."""
    yield from _list_questions("Questions between the originals", list_questions(comparisons))


def _list_questions(title: str, questions: Sequence[QuestionLine]) -> Iterator[str]:
    if questions:
        yield f"{title}: {len(questions)}"
    for line in questions:
        yield f"? {line.text} {line.why}"
        yield f"    {line.release_place} “{line.release_words}”"
        yield f"    {line.reference_place} “{line.reference_words}”"
