"""What is worth checking among the facts: changed figures, dates, names and titles, and such as the original lacks.

A changed fact is a finding wherever the two texts stand opposite each other. A new one is a finding only in a
sentence that otherwise comes from the original; in a passage of the derivative's own it is a row of the ledger and no
more. A text that is not derived has no findings here: what differs are two texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.arithmetic import is_worked_out
from copytrail.ledgers.facts.pairing import SPELLING, Pairing
from copytrail.ledgers.surroundings import Surroundings
from copytrail.model import Document, EditKind, FactKind, FactOutcome, Figure, FigureKind, Finding, Span
from copytrail.read.naming.words import fold_name

_CLAUSES = 2
"""So many clauses' words without a match are a passage of the derivative's own."""
_UNTOUCHED = 2
"""Where nothing of the sentence was kept, so many times the share must be restated."""
_CODE = 2
"""Names of so few letters are codes of places."""
_LONG_CODE = 3
"""So many when a letter was typed twice or ran into the code."""
_PLACE_BEFORE = re.compile(r"\b[A-Z]\w+, \Z")
_HOST = re.compile(r"\w+://([^/:]+)")
_REACH = 40
"""In code points: so far before a code the name of its place begins."""
_COUNTED = 12
"""Up to so many things a writer counts without being told."""
_WHAT = {FactKind.FIGURE: "figure", FactKind.DATE: "date", FactKind.NAME: "name", FactKind.TITLE: "title"}


def find_in_facts(alignment: Alignment, rows: Sequence[Pairing], original: Sequence[Figure]) -> tuple[Finding, ...]:
    """The findings of a fact ledger, in its order; `original` are the figures that others can be worked out from."""
    if not alignment.is_derived:
        return ()
    return tuple(_join_swapped(alignment, list(_judge(alignment, rows, original))))


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
        if _is_slight(row) or _is_issuer_or_code(alignment, row, row.derivative) or _is_worked_out(row, original):
            continue
        if _restates(alignment, surroundings, row, row.derivative):
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


def _is_issuer_or_code(alignment: Alignment, row: Pairing, place: Span) -> bool:
    """Whether a name is the original's publisher or in its title or address, or a misspelled code behind a place."""
    if row.kind is not FactKind.NAME:
        return False
    original = alignment.original
    issuer = [word.strip(".,;:()") for word in original.publisher.split()]
    known = {fold_name(word) for word in (*issuer, *original.title.split())}
    is_acronym = len(row.value) > 1 and row.value == "".join(word[0] for word in issuer if word[:1].isupper())
    words, host = fold_name(row.value).split(), _HOST.match(original.url)
    is_address = host is not None and "".join(words) in host.group(1).lower().split(".")
    if is_acronym or is_address or all(word in known for word in words):
        return True
    is_code = len(row.value) <= _LONG_CODE and row.value.isalpha() and row.value.isupper()
    return is_code and bool(_PLACE_BEFORE.search(alignment.derivative.text, max(0, place.start - _REACH), place.start))


def _join_swapped(alignment: Alignment, findings: list[Finding]) -> Iterator[Finding]:
    """The findings, two figures of a sentence that changed places told as one."""
    told: set[int] = set()
    for number, one in enumerate(findings):
        if number in told:
            continue
        swapped = (n for n in range(number + 1, len(findings)) if _is_swapped(alignment, one, findings[n]))
        other = next(swapped, None)
        if other is not None:
            told.add(other)
        yield one if other is None else _join(one, findings[other])


def _is_swapped(alignment: Alignment, one: Finding, other: Finding) -> bool:
    """Whether each of two changed figures of a sentence is what the other was."""
    if one.kind != "changed_figure" or other.kind != one.kind or not one.derivative or not other.derivative:
        return False
    is_exchanged = (one.expected, one.found) == (other.found, other.expected)
    return is_exchanged and alignment.derivative_sentence(one.derivative).contains(other.derivative)


def _join(one: Finding, other: Finding) -> Finding:
    """Two figures that changed places as one finding."""
    ours = [finding.derivative for finding in (one, other) if finding.derivative]
    theirs = [finding.original for finding in (one, other) if finding.original]
    return replace(
        one,
        derivative=Span(min(ours).start, max(ours).end),
        original=Span(min(theirs).start, max(theirs).end),
        expected=f"{one.expected} … {other.expected}",
        found=f"{one.found} … {other.found}",
        why=f"The figures “{one.expected}” and “{one.found}” of the original stand in each other's place here.",
    )


def _is_worked_out(row: Pairing, original: Sequence[Figure]) -> bool:
    """Whether a figure is the sum, difference or share of two of the original's."""
    return row.kind is FactKind.FIGURE and row.figure is not None and is_worked_out(row.figure, original)


def _changed(alignment: Alignment, row: Pairing, original: Span, derivative: Span) -> Finding:
    """Something other than the original has at this place."""
    expected, found = original.on_one_line(alignment.original.text), derivative.on_one_line(alignment.derivative.text)
    if expected == found:
        expected = _with_word_before(alignment.original, original).on_one_line(alignment.original.text)
        found = _with_word_before(alignment.derivative, derivative).on_one_line(alignment.derivative.text)
    return Finding(
        kind=f"changed_{_WHAT[row.kind]}",
        derivative=derivative,
        original=original,
        expected=expected,
        found=found,
        why=_explain_change(row, expected, found),
    )


def _with_word_before(document: Document, place: Span) -> Span:
    """A place with the word before it, which makes "over" or "under" of the same figure."""
    first = document.index.between(0, place.start).stop
    return Span(document.index.starts[first - 1], place.end) if first else place


def _explain_change(row: Pairing, expected: str, found: str) -> str:
    """Why it is one, with both wordings."""
    if row.kind is FactKind.TITLE:
        return f"The original calls the same person “{expected}”; here the office is “{found}”."
    if row.note == SPELLING:
        return f"“{found}” is not in the original, which spells a name much like it “{expected}”."
    return f"The original has “{expected}” where this passage has “{found}”."


def _unsupported(alignment: Alignment, row: Pairing, derivative: Span) -> Finding:
    """Something that the original lacks, in a sentence that otherwise comes from it."""
    found = derivative.on_one_line(alignment.derivative.text)
    return Finding(
        kind=f"unsupported_{_WHAT[row.kind]}",
        derivative=derivative,
        original=None,
        expected="",
        found=found,
        why=f"The {_WHAT[row.kind]} “{found}” is not in the original, though the sentence otherwise comes from it.",
    )
