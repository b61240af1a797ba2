"""What is worth checking among the facts: changed figures, dates, names and titles, and such as the original lacks.

A changed fact is a finding wherever the two texts stand opposite each other. A new one is a finding only in a
sentence that otherwise comes from the original; in a passage of the derivative's own it is a row of the ledger and no
more. A text that is not derived has no findings here: what differs are two texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.arithmetic import is_worked_out
from copytrail.ledgers.pairing import SPELLING, Pairing
from copytrail.ledgers.surroundings import Surroundings
from copytrail.model import EditKind, FactKind, FactOutcome, Figure, FigureKind, Finding, Span

_CLAUSES = 2
"""So many clauses' words without a match are a passage of the derivative's own."""
_UNTOUCHED = 2
"""Where nothing of the sentence was kept, so many times the share must be restated."""
_CODE = 2
"""Names of so few letters are codes of places."""
_COUNTED = 12
"""Up to so many things a writer counts without being told."""
_WHAT = {FactKind.FIGURE: "figure", FactKind.DATE: "date", FactKind.NAME: "name", FactKind.TITLE: "title"}


def find_in_facts(alignment: Alignment, rows: Sequence[Pairing], original: Sequence[Figure]) -> tuple[Finding, ...]:
    """The findings of a fact ledger, in its order; `original` are the figures that others can be worked out from."""
    if not alignment.is_derived:
        return ()
    return tuple(_judge(alignment, rows, original))


def _judge(alignment: Alignment, rows: Sequence[Pairing], original: Sequence[Figure]) -> Iterator[Finding]:
    """The findings, row by row."""
    surroundings = Surroundings(alignment)
    for row in rows:
        if row.kind in {FactKind.NAME, FactKind.TITLE} and alignment.is_translated:
            continue
        if row.outcome is FactOutcome.CHANGED and row.original and row.derivative and _stands_opposite(row):
            yield _changed(alignment, row, row.original, row.derivative)
        if row.outcome is not FactOutcome.NOT_IN_ORIGINAL or not row.derivative or _is_kept(alignment, row.derivative):
            continue
        if _restates(alignment, surroundings, row, row.derivative) and not (
            _is_slight(row) or _is_worked_out(row, original)
        ):
            yield _unsupported(alignment, row, row.derivative)


def _stands_opposite(row: Pairing) -> bool:
    """Whether what changed is not just another fact of another passage."""
    return row.kind is FactKind.TITLE or bool(row.note) or row.match is not None


def _is_kept(alignment: Alignment, place: Span) -> bool:
    """Whether the original has these very words at their place, and they were only read otherwise there."""
    edits = alignment.opposite(place)
    return bool(edits) and all(edit.kind is EditKind.KEPT for edit in edits)


def _restates(alignment: Alignment, surroundings: Surroundings, row: Pairing, place: Span) -> bool:
    """Whether the words round a place come from the original, kept or said again; a paraphrase may add names."""
    sentence = alignment.derivative_sentence(place)
    thresholds = alignment.thresholds
    kept, reused = alignment.reused_share(sentence, with_paraphrases=False), alignment.reused_share(sentence)
    is_clause = alignment.new_words(place) >= _CLAUSES * thresholds.clause_words
    floor = thresholds.wholly_share if row.kind is FactKind.NAME else thresholds.supported_share
    if not is_clause and (kept >= thresholds.supported_share or reused >= floor):
        return True
    is_touched = bool(alignment.matches_in(sentence))
    floor = thresholds.restated_share * (1 if is_touched else _UNTOUCHED)
    return surroundings.find_in_original(place, floor) is not None


def _is_slight(row: Pairing) -> bool:
    """Whether a figure may count what the text lists ("four products"), or says too little ("thousands", "half")."""
    figure = row.figure
    if row.kind is FactKind.NAME:
        return len(row.value) <= _CODE
    if figure is None or figure.kind not in {FigureKind.NUMBER, FigureKind.RATIO}:
        return False
    return figure.low <= _COUNTED or figure.high == 10 * figure.low


def _is_worked_out(row: Pairing, original: Sequence[Figure]) -> bool:
    """Whether a figure is the sum, difference or share of two of the original's."""
    return row.kind is FactKind.FIGURE and row.figure is not None and is_worked_out(row.figure, original)


def _changed(alignment: Alignment, row: Pairing, original: Span, derivative: Span) -> Finding:
    """Something other than the original has at this place."""
    expected, found = _words(alignment.original.text, original), _words(alignment.derivative.text, derivative)
    return Finding(
        kind=f"changed_{_WHAT[row.kind]}",
        derivative=derivative,
        original=original,
        expected=expected,
        found=found,
        why=_explain_change(row, expected, found),
    )


def _explain_change(row: Pairing, expected: str, found: str) -> str:
    """Why it is one, with both wordings."""
    if row.kind is FactKind.TITLE:
        return f"The original calls the same person “{expected}”; here the office is “{found}”."
    if row.note == SPELLING:
        return f"“{found}” is not in the original, which spells a name much like it “{expected}”."
    return f"The original has “{expected}” where this passage has “{found}”."


def _unsupported(alignment: Alignment, row: Pairing, derivative: Span) -> Finding:
    """Something that the original lacks, in a sentence that otherwise comes from it."""
    found = _words(alignment.derivative.text, derivative)
    return Finding(
        kind=f"unsupported_{_WHAT[row.kind]}",
        derivative=derivative,
        original=None,
        expected="",
        found=found,
        why=f"The {_WHAT[row.kind]} “{found}” is not in the original, though the sentence otherwise comes from it.",
    )


def _words(text: str, span: Span) -> str:
    """The words of a place on one line."""
    return " ".join(span.of(text).split())
