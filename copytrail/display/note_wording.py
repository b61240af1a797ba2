"""What is said of notes: what was just done, and what became of their places."""

from __future__ import annotations

NOTE_DONE = {
    "written": "The note was kept.",
    "replied": "The reply was kept.",
    "changed": "The note was changed.",
    "deleted": "What was written was deleted.",
    "resolved": "The note is resolved.",
    "reopened": "The note is open again.",
    "gone": "The note is not here any more: it was deleted meanwhile.",
}
DELETED = "This note was deleted; the replies to it stand."
LOST = "Its words are not in the texts any more."
HALF_LOST = "Its words in the {} are not in the texts any more."
FINDING_LOST = "The finding is not in this comparison any more."
