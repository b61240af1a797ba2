"""Whatever the texts, additions hold only added words and omissions only words that were left out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copytrail import compare, read_plain
from copytrail.model import Comparison, Label, Passage, Span
from copytrail.passages import tile_derivative, tile_original
from copytrail.trail import trace

SENTENCES = (
    "The minister opened the new bridge on Monday and thanked the engineers.",
    "It will cost 12.3 million pounds, subject to a vote.",
    "“We waited far too long,” said Nils Holm.",
    "Could the ferry come back?",
    "Contact us on +44 20 7946 0999",
    "Die Brücke dürfte 2027 fertig sein, sofern der Rat zustimmt.",
    "A LONG HISTORY",
    "• Tolls: see below:",
    "Leave a reply",
    "桥在星期一开放。",
    "“",
    "…",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).flatmap(
    lambda chosen: st.sampled_from((" ", "\n", "\n\n")).map(lambda gap: gap.join((*chosen, "Ships waited.")))
)


def covered(passages: tuple[Passage, ...], label: Label) -> set[int]:
    return {place for passage in passages if passage.label is label for place in range(*span_of(passage.span))}


def span_of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def is_apart(spans: list[Span]) -> bool:
    ordered = sorted(spans)
    return all(one.end <= other.start for one, other in pairwise(ordered))


def make_comparison(original: str, derivative: str) -> Comparison:
    return compare(read_plain(original), read_plain(derivative))


@given(original=TEXTS, derivative=TEXTS)
def test_additions_hold_only_added_words(original: str, derivative: str) -> None:
    comparison = make_comparison(original, derivative)

    added = covered(tile_derivative(comparison), Label.ADDED)
    spans = [addition.span for addition in comparison.additions]
    assert all(set(range(span.start, span.end)) <= added and len(span) for span in spans)
    assert spans == sorted(spans)
    assert is_apart(spans)


@given(original=TEXTS, derivative=TEXTS)
def test_omissions_hold_only_words_left_out(original: str, derivative: str) -> None:
    comparison = make_comparison(original, derivative)

    left_out = covered(tile_original(comparison), Label.LEFT_OUT)
    spans = [omission.span for omission in comparison.omissions]
    assert all(set(range(span.start, span.end)) <= left_out and len(span) for span in spans)
    assert is_apart(spans)
    assert [omission.rank for omission in comparison.omissions] == list(range(1, len(spans) + 1))
    assert all(omission.lost for omission in comparison.omissions)


@given(original=TEXTS, derivatives=st.lists(TEXTS, min_size=1, max_size=3))
def test_tracing_again_changes_nothing(original: str, derivatives: list[str]) -> None:
    traced = trace([compare(read_plain(original), read_plain(text, id=f"a{n}")) for n, text in enumerate(derivatives)])

    assert trace(traced) == traced
    assert not any(one.derivative.id in addition.also_in for one in traced for addition in one.additions)
