"""What people did to a case beside corrections, as it is kept for its history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from copytrail.codec import Json


class Deed(StrEnum):
    """What was done."""

    ADDED = "added"
    DESCRIBED = "described"
    READ_ANEW = "read-anew"
    CLEANED = "cleaned"
    DELETED = "deleted"
    RENAMED = "renamed"
    FINDING_RESTORED = "finding-restored"
    NOTED = "noted"
    REPLIED = "replied"
    NOTE_CHANGED = "note-changed"
    NOTE_DELETED = "note-deleted"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    COMPARED_ANEW = "compared-anew"
    NEW_KEPT = "new-kept"
    CHANGED_WHO_SEES = "visibility"
    LINKED = "linked"
    LINK_EXTENDED = "link-extended"
    LINK_REVOKED = "link-revoked"
    DAY_SET = "day-set"
    DAY_CLEARED = "day-cleared"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    TRASHED = "trashed"
    RESTORED = "restored"
    TAGGED = "tagged"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One deed: who did it, when, to which text, and what is needed to know the state before it."""

    deed: Deed
    time: datetime
    person: str = ""
    document_id: str = ""
    """Empty where it is about the whole case, or about a text that is gone."""
    data: Json = field(default_factory=dict)
