"""What a reader says about a comparison: laid over it, never written into it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from copytrail.model.by_hand import Anchor
from copytrail.model.corrections import Correction
from copytrail.model.notes import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """By what a finding is known again: what it says, and both places."""

    expected: str
    found: str
    derivative: Anchor | None
    original: Anchor | None

    def name(self, kind: str) -> str:
        """A name for a finding of this kind, short enough for a form."""
        about = json.dumps([kind, asdict(self)], sort_keys=True)
        return hashlib.sha256(about.encode("ascii")).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A reader's word that a finding needs no more checking."""

    kind: str
    anchors: Anchors
    reason: str = ""
    """In the reader's words; empty where none was given."""
    time: datetime
    person: str = ""
    """Who dismissed it; empty where nobody gave a name."""

    @property
    def key(self) -> str:
        """A name for what was dismissed, the same whoever did it, when and why."""
        return self.anchors.name(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that readers said about one comparison."""

    dismissals: tuple[Dismissal, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """In the order in which they were made; a later one holds where two are about the same words."""
    notes: tuple[Note, ...] = ()
    """In the order in which they were written."""
