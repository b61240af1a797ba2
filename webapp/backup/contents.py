"""Which tables a backup holds; a test holds both lists against the tables that there are."""

from __future__ import annotations

KEPT = (
    "cases",
    "form_keys",
    "documents",
    "paragraph_kinds",
    "comparisons",
    "dismissals",
    "acts",
    "drafts",
    "attachments",
    "notes",
    "note_replies",
    "events",
    "former_comparisons",
    "shares",
)
"""What is kept, by the tables' names."""
LEFT_OUT: dict[str, str] = {}
"""What is left out on purpose, and why."""
