"""Rows and values, mapped by hand; the only room that writes SQL.

Each function takes the connection of the transaction it belongs to.
"""

from sqlalchemy import Connection

from webapp.store import (
    access,
    acts,
    attachments,
    attempts,
    cases,
    claims,
    comparisons,
    dismissals,
    documents,
    drafts,
    events,
    former,
    links,
    notes,
    people,
    shares,
    sign_ins,
    teams,
)

__all__ = [
    "Connection",
    "access",
    "acts",
    "attachments",
    "attempts",
    "cases",
    "claims",
    "comparisons",
    "dismissals",
    "documents",
    "drafts",
    "events",
    "former",
    "links",
    "notes",
    "people",
    "shares",
    "sign_ins",
    "teams",
]
