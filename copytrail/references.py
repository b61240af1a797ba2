"""The further originals of a case, held against its derivatives.

A reference is compared with each derivative in words only: what it may have given to an article. Facts are checked
against the original alone; where the two disagree, that is a question and no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copytrail.measures import measure
from copytrail.model import Addition, Comparison, Derivation, Document, Label, Match, Question, Reference
from copytrail.pipeline import compare_words
from copytrail.questions import find_questions


def hold_references(comparisons: Sequence[Comparison], references: Sequence[Document]) -> tuple[Comparison, ...]:
    """The comparisons of one original with its references; each addition says which of them hold it too."""
    if not comparisons:
        return ()
    first = comparisons[0]
    questions = [find_questions(first.original, each, first.thresholds) for each in references]
    pairs = list(zip(references, questions, strict=True))
    return tuple(_hold(comparison, pairs) for comparison in comparisons)


def _hold(comparison: Comparison, pairs: Sequence[tuple[Document, tuple[Question, ...]]]) -> Comparison:
    """One comparison with its references in place of those it had."""
    before = {reference.document.id for reference in comparison.references}
    references = tuple(
        Reference(
            document=document,
            matches=_keep_sure(compare_words(document, comparison.derivative, comparison.thresholds)),
            questions=questions,
        )
        for document, questions in pairs
    )
    additions = tuple(
        replace(
            addition,
            also_in=(
                *(name for name in addition.also_in if name not in before),
                *_find_holders(comparison, references, addition),
            ),
        )
        for addition in comparison.additions
    )
    return replace(comparison, references=references, additions=additions)


def _keep_sure(words: Comparison) -> tuple[Match, ...]:
    """The matches with a reference; where the text as a whole is not derived from it, likeness of content is none."""
    if measure(words).derivation is not Derivation.NON_DERIVED:
        return words.matches
    return tuple(match for match in words.matches if match.label is not Label.PARAPHRASED)


def _find_holders(comparison: Comparison, references: Sequence[Reference], addition: Addition) -> Iterator[str]:
    """The references that hold enough of an addition's words, in these or other words."""
    index, span = comparison.derivative.index, addition.span
    words = index.count(span.start, span.end)
    for reference in references:
        held = sum(_count_shared(comparison, match, addition) for match in reference.matches)
        if held >= comparison.thresholds.shared_share * words:
            yield reference.document.id


def _count_shared(comparison: Comparison, match: Match, addition: Addition) -> int:
    """How many words of an addition stand in a match."""
    start, end = max(match.derivative.start, addition.span.start), min(match.derivative.end, addition.span.end)
    return comparison.derivative.index.count(start, end) if start < end else 0
