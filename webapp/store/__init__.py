"""Rows and values, mapped by hand; the only room that writes SQL.

Each function takes the connection of the transaction it belongs to.
"""

from webapp.store import acts, attachments, backups, cases, claims, comparisons, dismissals, documents, drafts

__all__ = ["acts", "attachments", "backups", "cases", "claims", "comparisons", "dismissals", "documents", "drafts"]
