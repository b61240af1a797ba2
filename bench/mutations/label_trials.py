"""Sentences moved, split, merged, dropped and inserted, and pages around a text: are the labels right?

Counted are words, rows of ledgers and paragraphs of pages. What the operation did must have its label, and nothing else
may have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.mutations.changes import Change, Operation
from bench.mutations.contents import drop_sentences, insert_sentences
from bench.mutations.order import merge_sentences, move_sentences, split_sentence
from bench.mutations.pages import wrap_in_page
from copytrail.model import Comparison, Document, Label, ParagraphKind, Passage
from copytrail.model.segments import Span
from copytrail.passages import tile_derivative, tile_original


@dataclass(frozen=True, slots=True)
class Labelled:
    """What came of one operation on one text: how much of what was changed has its label, and of the rest too."""

    trial: str
    way: str
    right: int
    changed: int
    wrong: int
    rest: int
    findings: int


Counts = tuple[int, int, int, int]
"""Right, changed, wrong, rest."""


@dataclass(frozen=True, slots=True)
class LabelTrial:
    """One operation: what it leads to in words, how that is counted, and the goal for the F1 of it."""

    name: str
    operation: Operation
    count: Callable[[Change, Comparison], Counts]
    goal: float


def judge_labels(trial: LabelTrial, change: Change, comparison: Comparison) -> Labelled:
    """How much of what was changed has its label."""
    return Labelled(trial.name, change.way, *trial.count(change, comparison), len(comparison.findings))


def count_moved(change: Change, comparison: Comparison) -> Counts:
    """Words that keep their wording and are said to have moved; wrong are words called added."""
    moved = [
        match.derivative for match in comparison.matches if match.moved and match.label in {Label.COPIED, Label.EDITED}
    ]
    added = _under(tile_derivative(comparison), Label.ADDED)
    right, changed, _, _ = _count(comparison.derivative, change.derivative, moved)
    _, _, wrong, rest = _count(comparison.derivative, change.derivative, added)
    return right, changed, wrong + _count(comparison.derivative, change.derivative, added)[0], rest + changed


def count_reused(change: Change, comparison: Comparison) -> Counts:
    """Words that come from the original; wrong are words of the rest called added."""
    added = _under(tile_derivative(comparison), Label.ADDED)
    new, changed, wrong, rest = _count(comparison.derivative, change.derivative, added)
    return changed - new, changed, wrong, rest


def count_left_out(change: Change, comparison: Comparison) -> Counts:
    """Words of the original that are left out."""
    return _count(comparison.original, change.original, _under(tile_original(comparison), Label.LEFT_OUT))


def count_added(change: Change, comparison: Comparison) -> Counts:
    """Words of the derivative that are added."""
    return _count(comparison.derivative, change.derivative, _under(tile_derivative(comparison), Label.ADDED))


def count_omissions(change: Change, comparison: Comparison) -> Counts:
    """Places of the original that a row of the omissions is about; wrong are rows about anything else."""
    return _count_rows(change.original, [row.span for row in comparison.omissions])


def count_additions(change: Change, comparison: Comparison) -> Counts:
    """Places of the derivative that a row of the additions is about; wrong are rows about anything else."""
    return _count_rows(change.derivative, [row.span for row in comparison.additions])


def count_furniture(change: Change, comparison: Comparison) -> Counts:
    """Paragraphs that are furniture; the original's own furniture is none of the text's."""
    known = {p.span.of(comparison.original.text) for p in comparison.original.paragraphs if _is_furniture(p.kind)}
    right = changed = wrong = rest = 0
    for paragraph in comparison.derivative.paragraphs:
        marked = int(_is_furniture(paragraph.kind))
        if any(paragraph.span.overlaps(place) for place in change.derivative):
            right, changed = right + marked, changed + 1
        elif paragraph.span.of(comparison.derivative.text) not in known:
            wrong, rest = wrong + marked, rest + 1
    return right, changed, wrong, rest


LABEL_TRIALS = (
    LabelTrial("moved", move_sentences, count_moved, 0.95),
    LabelTrial("split", split_sentence, count_reused, 0.98),
    LabelTrial("merged", merge_sentences, count_reused, 0.98),
    LabelTrial("dropped", drop_sentences, count_left_out, 0.95),
    LabelTrial("inserted", insert_sentences, count_added, 0.95),
    LabelTrial("dropped, in the omissions", drop_sentences, count_omissions, 0.95),
    LabelTrial("inserted, in the additions", insert_sentences, count_additions, 0.95),
    LabelTrial("page furniture", wrap_in_page, count_furniture, 0.90),
)
"""What is changed in the order and the contents of a text; the goals are ours."""


def _under(passages: Iterable[Passage], label: Label) -> list[Span]:
    return [passage.span for passage in passages if passage.label is label]


def _count(document: Document, changed: Sequence[Span], marked: Sequence[Span]) -> Counts:
    """The words of the changed places and of the rest, and how many of each are marked."""
    index = document.index
    theirs = {number for span in changed for number in index.between(span.start, span.end)}
    found = {number for span in marked for number in index.between(span.start, span.end)}
    rest = len(index.places) - len(theirs)
    return len(theirs & found), len(theirs), len(found - theirs), rest


def _count_rows(changed: Sequence[Span], rows: Sequence[Span]) -> Counts:
    """The changed places that rows are about, and the rows about no changed place."""
    told = sum(any(place.overlaps(row) for row in rows) for place in changed)
    return told, len(changed), sum(not any(row.overlaps(place) for place in changed) for row in rows), len(rows)


def _is_furniture(kind: ParagraphKind) -> bool:
    return kind is ParagraphKind.FURNITURE
