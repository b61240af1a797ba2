"""What a reader says about a comparison: laid over it, never written into it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place of a document by its words and those around it, so that it is found again in another result."""

    exact: str
    prefix: str
    """The words before it, in the text as it was."""
    suffix: str
    """The words after it."""
    start: int
    """Where it stood; it only decides between places that are alike."""


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
