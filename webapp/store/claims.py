"""Under which key a page may save its form, so that two pages never write over each other."""

from __future__ import annotations

from sqlalchemy import Connection

from webapp.store import cases, drafts
from webapp.unfinished import Claim


def find_place(connection: Connection, claim: Claim, *, again: bool = False) -> Claim:
    """The first key that holds no other page's words; `again` also passes by what this page itself compared."""
    while _is_taken(connection, claim) or (again and is_finished(connection, claim.key)):
        claim = claim.move_on()
    return claim


def is_finished(connection: Connection, key: str) -> bool:
    """Whether the form was compared, and no page has saved it since."""
    return not drafts.find_version(connection, key) and bool(cases.list_senders(connection, key))


def _is_taken(connection: Connection, claim: Claim) -> bool:
    """Whether another page saved the form, or compared it, after this one had seen it."""
    if drafts.find_version(connection, claim.key):
        return drafts.is_changed(connection, claim)
    senders = cases.list_senders(connection, claim.key)
    return bool(senders) and claim.writer not in senders
