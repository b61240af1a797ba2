"""Rows and values, mapped by hand; the only room that writes SQL.

Each function takes the connection of the transaction it belongs to.
"""

from webapp.store import acts, attachments, cases, claims, comparisons, dismissals, documents, drafts, shares

__all__ = ["acts", "attachments", "cases", "claims", "comparisons", "dismissals", "documents", "drafts", "shares"]
