"""Stretches of sentences with their kinds, those that read as one joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copytrail.ledgers.passages.cutting import Cut
from copytrail.ledgers.passages.kinds import Evidence
from copytrail.model import AdditionKind, ParagraphKind, Quotation, Span


@dataclass(frozen=True, slots=True)
class Row:
    """An addition before it is written: its first and its last stretch, and what says of which kind it is."""

    first: Cut
    last: Cut
    evidence: Evidence | None

    @property
    def span(self) -> Span:
        """From the first stretch to the last."""
        return Span(self.first.span.start, self.last.span.end)

    @property
    def kind(self) -> AdditionKind:
        """The kind; what nothing speaks for is stated in the text's own voice."""
        return self.evidence.kind if self.evidence else AdditionKind.UNATTRIBUTED

    @property
    def speech(self) -> Quotation | None:
        """The quotation that it lies in or announces."""
        return self.evidence.speech if self.evidence else None

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last.words.stop - self.first.words.start

    @property
    def is_label(self) -> bool:
        """Whether it only announces what follows."""
        return self.first is self.last and self.first.is_label

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading without what stands under it."""
        return self.last.is_heading


def join_rows(rows: Iterable[Row]) -> list[Row]:
    """The rows, neighbours of one kind joined in a paragraph, list or quotation, a heading with what it stands over."""
    joined: list[Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before and before.last.words.stop == row.first.words.start and _reads_on(before, row):
            joined[-1] = Row(before.first, row.last, before.evidence or row.evidence)
        else:
            joined.append(row)
    return joined


def _reads_on(before: Row, row: Row) -> bool:
    """Whether two neighbours read as one."""
    one, other = before.last.paragraph, row.first.paragraph
    if before.is_heading or before.is_label:
        return not row.is_label and (before.evidence is None or before.kind is row.kind)
    if before.kind is not row.kind or (row.is_label and one is not other):
        return False
    if before.speech or row.speech:
        return before.speech == row.speech or (one is other and _speaker(before) == _speaker(row))
    return one is other or one.kind is other.kind is ParagraphKind.LIST_ITEM


def _speaker(row: Row) -> str:
    """Whose words it gives."""
    return row.speech.speaker.name if row.speech and row.speech.speaker else ""
