"""What people write beside a comparison: on words of one text, on a pair, on a finding, or on the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from copytrail.model.by_hand import Anchor
from copytrail.model.segments import Span


class NoteAbout(StrEnum):
    """What a note is about."""

    PASSAGE = "passage"
    PAIR = "pair"
    FINDING = "finding"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a note is on: words of either text, known again by what stands around them."""

    about: NoteAbout
    derivative: Anchor | None = None
    original: Anchor | None = None
    kind: str = ""
    """The kind of the finding; for a finding only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a note."""

    id: str
    text: str
    """In the writer's words; empty where it was deleted."""
    person: str = ""
    time: datetime
    edited: datetime | None = None
    deleted: bool = False
    version: int = 1
    """Counts the wordings, so that a page knows which one it showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person wrote, with the answers to it."""

    id: str
    place: Place
    text: str
    """In the writer's words; empty where it was deleted and only its answers stand."""
    person: str = ""
    time: datetime
    edited: datetime | None = None
    deleted: bool = False
    version: int = 1
    replies: tuple[Reply, ...] = ()
    resolved: datetime | None = None
    """When somebody said that nothing is left to do."""
    resolver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidNote:
    """A note with the places where its words stand; none where they were not found."""

    note: Note
    derivative: Span | None = None
    original: Span | None = None

    @property
    def is_placed(self) -> bool:
        """Whether some of its words were found, or it needs none."""
        return bool(self.derivative or self.original) or self.note.place.about is NoteAbout.WHOLE
