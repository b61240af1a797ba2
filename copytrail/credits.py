"""Which of several originals each passage of a derivative is credited to.

The derivative is cut where a match with any of them begins or ends; each piece of a clause's length goes to the
closest: copied before edited before paraphrased, then the higher score, then the original before its references.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copytrail.model import REUSED, Candidate, Comparison, Credit, Match, Reference, Span

_PARTING = " \t\n,;:–—"


def credit_passages(comparison: Comparison) -> tuple[Credit, ...]:
    """The passages of the derivative that stand in the original or a reference, in order, each with its candidates."""
    texts = [(comparison.original.id, comparison.matches)]
    texts += [(reference.document.id, reference.matches) for reference in comparison.references]
    derivative, fewest = comparison.derivative, comparison.thresholds.clause_words
    return tuple(
        Credit(_trim(derivative.text, span), _rank([(texts[text][0], match) for text, match in holders.items()]))
        for span, holders in _cut_pieces([matches for _, matches in texts])
        if derivative.index.count(span.start, span.end) >= fewest or _is_whole(span, holders)
    )


def find_reference(comparison: Comparison, credit: Credit) -> tuple[Reference, Match] | None:
    """The best reference of a credited passage with its match; None where only the original has it."""
    references = {reference.document.id: reference for reference in comparison.references}
    for candidate in credit.candidates:
        reference = references.get(candidate.original)
        if reference:
            return reference, next(match for match in reference.matches if match.id == candidate.match)
    return None


def _cut_pieces(texts: Sequence[Sequence[Match]]) -> Iterator[tuple[Span, dict[int, Match]]]:
    """The stretches between neighbouring ends of matches that some text holds, with the match of each text."""
    edges = sorted({edge for matches in texts for match in matches for edge in _ends(match)})
    here = [0] * len(texts)
    for start, end in pairwise(edges):
        holders: dict[int, Match] = {}
        for text, matches in enumerate(texts):
            while here[text] < len(matches) and matches[here[text]].derivative.end <= start:
                here[text] += 1
            if here[text] < len(matches) and matches[here[text]].derivative.start < end:
                holders[text] = matches[here[text]]
        if holders:
            yield Span(start, end), holders


def _trim(text: str, span: Span) -> Span:
    """A stretch without what parts it from its neighbours."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_PARTING))
    return Span(start, max(start, span.start + len(words.rstrip(_PARTING))))


def _ends(match: Match) -> tuple[int, int]:
    return match.derivative.start, match.derivative.end


def _is_whole(span: Span, holders: dict[int, Match]) -> bool:
    """Whether a short piece is all of a match."""
    return any(match.derivative == span for match in holders.values())


def _rank(holders: Sequence[tuple[str, Match]]) -> tuple[Candidate, ...]:
    """The texts that hold a piece, the best first; they come with the original before its references."""
    ranked = sorted(holders, key=lambda held: (REUSED.index(held[1].label), -held[1].score))
    return tuple(
        Candidate(original=name, match=match.id, label=match.label, score=match.score) for name, match in ranked
    )
