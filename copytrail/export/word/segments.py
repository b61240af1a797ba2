"""Words of a paragraph with what becomes of them when changes are accepted or rejected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model import Label, Paragraph, Span


class Change(StrEnum):
    """What becomes of words when changes are accepted or rejected."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words under one change; `span` is their place in the derivative, empty where they are not in it."""

    change: Change
    words: str
    span: Span
    label: Label
    match: str = ""
    """The id of the match, for words that move."""
    is_apart: bool = False
    """Whether white space stands before these words in the original."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """One paragraph of the derivative with its changes."""

    paragraph: Paragraph
    segments: tuple[Segment, ...]

    @property
    def is_new(self) -> bool:
        """Whether nothing of it is left when the changes are rejected."""
        return all(segment.change in (Change.INSERTED, Change.MOVED_HERE) for segment in self.segments)
