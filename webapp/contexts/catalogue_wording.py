"""The sentences of the list of cases."""

from __future__ import annotations

from datetime import datetime

from copytrail.display.naming import count
from webapp.catalogue.asking import Asking, CaseOrder, CaseState
from webapp.catalogue.lines import NOTE
from webapp.roles import Role

HEADINGS = {CaseState.ACTIVE: "Cases", CaseState.ARCHIVED: "Archive", CaseState.TRASHED: "Trash"}
STATE_NAMES = HEADINGS
ORDER_NAMES = {
    CaseOrder.CHANGED: "last changed",
    CaseOrder.MADE: "last made",
    CaseOrder.NAME: "name",
    CaseOrder.ARTICLES: "most articles",
}
THROWN_AWAY = "last thrown away"
"""What cases in the trash are sorted by in place of their last change."""
PLACES: dict[str, str] = {
    Role.ORIGINAL: "Release",
    Role.DERIVATIVE: "Article {}",
    Role.REFERENCE: "Reference {}",
    NOTE: "Note on article {}",
}
OWN_ONLY = "Only the owner of a case, or an administrator, can throw it away, restore it or delete it."
NOTES = {
    "trash": "A case is deleted for good {} after it was thrown away.",
    "cut": "The search uses its first {} words, and its first {} characters.",
    "unread": "{} not searched yet, because there was no search when they were stored. Search again for these.",
}
_DONE = {
    "archived": "{} put into the archive.",
    "back": "{} brought back from the archive.",
    "trashed": "{} moved to the trash.",
    "restored": "{} taken out of the trash.",
    "deleted": "{} deleted for good, with all texts.",
    "tagged": "{} tagged.",
}
_WORDS = {
    "none": "Nothing was chosen: tick the cases first.",
    "no-tags": "No tag was typed, so none was added.",
}
_EMPTY = {
    CaseState.ACTIVE: "No case yet. Put a release and an article into the form of a new case.",
    CaseState.ARCHIVED: "Nothing is in the archive. What you archive keeps all its texts and leaves the list.",
    CaseState.TRASHED: "The trash is empty.",
}
_NOT_FOUND = {
    CaseState.ACTIVE: "No case holds all of this. The archive and the trash are searched on their own pages.",
    CaseState.ARCHIVED: "No case in the archive holds all of this.",
    CaseState.TRASHED: "No case in the trash holds all of this.",
}


def say_done(word: str) -> str:
    """What was just done, by the word in the address: `archived.3`.

    >>> say_done("archived.3"), say_done("restored.1"), say_done("x")
    ('3 cases put into the archive.', '1 case taken out of the trash.', '')
    """
    deed, _, number = word.partition(".")
    if deed in _WORDS:
        return _WORDS[deed]
    if deed not in _DONE or not (number.isascii() and number.isdigit() and len(number) < 7):
        return ""
    return _DONE[deed].format(count(int(number), "case"))


def say_empty(asking: Asking) -> str:
    """What stands in place of a list without cases."""
    return _NOT_FOUND[asking.state] if asking.terms or asking.tag else _EMPTY[asking.state]


def say_end(end: datetime) -> str:
    """When a case in the trash is deleted.

    >>> say_end(datetime(2026, 12, 22))
    'will be deleted for good on 22 December 2026'
    """
    return f"will be deleted for good on {end.day} {end:%B %Y}"
