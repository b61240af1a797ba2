"""Two results for the same texts: every word whose label is another is told, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from copytrail.model import Label
from copytrail.passages import tile_derivative
from copytrail.rerun import hold_results
from tests.engine.correction_texts import hold

COMPARISON = hold()
LABELS = st.lists(
    st.sampled_from([Label.COPIED, Label.EDITED, Label.PARAPHRASED, None]),
    min_size=len(COMPARISON.matches),
    max_size=len(COMPARISON.matches),
)


def relabel(labels: list[Label | None]):
    pairs = zip(COMPARISON.matches, labels, strict=True)
    return replace(COMPARISON, matches=tuple(replace(match, label=label) for match, label in pairs if label))


def label_words(comparison) -> list[Label]:
    passages = tile_derivative(comparison)
    return [
        next(each.label for each in passages if each.span.start <= start < each.span.end)
        for start, _ in comparison.derivative.words
    ]


@given(LABELS, LABELS)
def test_changed_words_are_those_told(one, other):
    before, after = relabel(one), relabel(other)
    told = hold_results(before, after).labels

    pairs = zip(COMPARISON.derivative.words, label_words(before), label_words(after), strict=True)
    for (start, _), was, now in pairs:
        found = [each for each in told if each.span.start <= start < each.span.end]
        assert [(each.before, each.after) for each in found] == ([(was, now)] if was is not now else [])


def test_findings_gone_and_new_are_told():
    assert COMPARISON.findings
    without = replace(COMPARISON, findings=())

    assert hold_results(COMPARISON, without).gone == COMPARISON.findings
    assert hold_results(without, COMPARISON).new == COMPARISON.findings
    assert hold_results(COMPARISON, COMPARISON).labels == ()
