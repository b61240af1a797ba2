"""What a derivative says that the original does not, passage by passage, with the way in which it says it.

Added passages are cut at the ends of sentences, so that a kind is said of one sentence at a time, and joined again
where neighbours read as one. What says nothing by itself is no addition: "he added:", a label, a scrap of a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from copytrail.ledgers.facts.new_facts import NewFacts, enumerate_mentions, place_new
from copytrail.ledgers.passages.cutting import cut_label
from copytrail.ledgers.passages.joining import Row, join_rows
from copytrail.ledgers.passages.kinds import Judge
from copytrail.model import Addition, AdditionKind, Comparison, Label, ParagraphKind, Reading, Span
from copytrail.passages import tile_derivative

_CLAUSES = 2
"""A tag of fewer clauses' words than this says no more than who speaks."""
_ENDS = (".", "!", "?", "…", "”", '"', "»", "’", "。")
"""What ends a whole sentence."""
_ORDER = (AdditionKind.UNATTRIBUTED, AdditionKind.FORECAST, AdditionKind.ATTRIBUTED, AdditionKind.ADVICE)
"""The kinds as a list shows them."""


def find_additions(comparison: Comparison, reading: Reading) -> tuple[Addition, ...]:
    """The additions of a comparison that has its facts; `reading` is the derivative's."""
    document = comparison.derivative
    judge = Judge(document, reading.quotations)
    cuts = cut_label(document, tile_derivative(comparison), Label.ADDED)
    rows = join_rows(Row(cut, cut, judge.judge(cut)) for cut in cuts)
    news = NewFacts(comparison.facts, reading, document.text)
    clause = comparison.thresholds.clause_words
    named = [(row, news.inside(row.span)) for row in rows]
    return tuple(
        Addition(span=row.span, kind=row.kind, why=_explain(row, mentions))
        for row, mentions in named
        if mentions or not _says_little(row, document.text, clause)
    )


def rank_additions(comparison: Comparison) -> tuple[Addition, ...]:
    """The additions as a list shows them: what is stated without a source first, most dates and names first."""
    new = place_new(comparison.facts, comparison.derivative.text)
    paragraphs = comparison.derivative.paragraphs
    headings = {each.span.start: each.span.end for each in paragraphs if each.kind is ParagraphKind.HEADING}

    def rank(addition: Addition) -> tuple[int, bool, bool, int, Span]:
        span = addition.span
        first, end = (bisect_left(new, (edge, False)) for edge in (span.start, span.end))
        has_date = any(is_date for _, is_date in new[first:end])
        is_heading = headings.get(span.start, 0) >= span.end
        return _ORDER.index(addition.kind), is_heading, not has_date, first - end, span

    return tuple(sorted(comparison.additions, key=rank))


def _says_little(row: Row, text: str, clause: int) -> bool:
    """Whether a row that names nothing new is a tag, a label or a scrap of a sentence."""
    if row.speech and not row.speech.content.overlaps(row.span):
        return row.words < _CLAUSES * clause
    is_whole = row.first.span == row.first.sentence and not row.is_heading
    return row.words < clause and not (is_whole and text[row.span.end - 1] in _ENDS)


def _explain(row: Row, mentions: Sequence[str]) -> str:
    """Why an addition is of its kind."""
    if row.evidence:
        return row.evidence.why
    if mentions:
        return f"It is stated in the article's own voice and names {enumerate_mentions(mentions)}."
    if row.is_heading:
        return "It is a heading of the article's own."
    return "It is stated in the article's own voice."
