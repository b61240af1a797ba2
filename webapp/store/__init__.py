"""Rows and values, mapped by hand; the only room that writes SQL.

Each function takes the connection of the transaction it belongs to.
"""

from webapp.store import (
    acts,
    attachments,
    cases,
    catalogue,
    claims,
    comparisons,
    copies,
    dismissals,
    documents,
    drafts,
    ordering,
    shares,
    tags,
    trash,
    words,
)

__all__ = [
    "acts",
    "attachments",
    "cases",
    "catalogue",
    "claims",
    "comparisons",
    "copies",
    "dismissals",
    "documents",
    "drafts",
    "ordering",
    "shares",
    "tags",
    "trash",
    "words",
]
