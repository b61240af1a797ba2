"""Rows and values, mapped by hand; the only room that writes SQL.

Each function takes the connection of the transaction it belongs to.
"""

from sqlalchemy import Connection

from webapp.store import (
    acts,
    attachments,
    backups,
    cases,
    catalogue,
    claims,
    comparisons,
    copies,
    dismissals,
    documents,
    drafts,
    events,
    former,
    jobs,
    notes,
    ordering,
    shares,
    steps,
    summaries,
    tags,
    trash,
    words,
)

__all__ = [
    "Connection",
    "acts",
    "attachments",
    "backups",
    "cases",
    "catalogue",
    "claims",
    "comparisons",
    "copies",
    "dismissals",
    "documents",
    "drafts",
    "events",
    "former",
    "jobs",
    "notes",
    "ordering",
    "shares",
    "steps",
    "summaries",
    "tags",
    "trash",
    "words",
]
