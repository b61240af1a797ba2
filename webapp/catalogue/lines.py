"""What the list of cases knows of each: values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from webapp.roles import Role

DOCUMENT, CASE, NOTE = "document", "case", "note"
"""Kinds of texts that are searched; answers to notes are notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """A text that is searched, and what it goes with when that is deleted."""

    kind: str
    source: str
    """The id of what it is a copy of."""
    case_id: str
    document_id: str | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text in which some of the words were found."""

    kind: str
    case_id: str
    role: Role | None
    number: int
    """Of the article or the reference among those of its kind."""
    folded: str
    shown: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that people sort cases by."""

    key: str
    name: str
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a snippet: words that were searched, or what stands around them."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Where words were found, with what stands around them."""

    kind: str
    role: Role | None = None
    number: int = 0
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """A case in the list."""

    id: str
    name: str
    articles: int
    made: datetime
    changed: datetime
    trashed: datetime | None = None
    trashed_by: str = ""
    tags: tuple[Tag, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    is_own: bool = True
    """Whether the one who looks may throw it away, restore it and delete it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: one page of it, how much there is in all, and what could not be searched yet."""

    lines: tuple[CatalogueLine, ...]
    total: int
    page: int
    pages: int
    unread: int = 0
    """So many texts are not searched yet; they will be the next time."""
    tags: tuple[Tag, ...] = ()
    """All tags, with the number of cases here."""
    counts: tuple[int, ...] = ()
    """How many cases lie in each place, in the order of `CaseState`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedCase:
    """A case in the trash: what it is called, since when it lies there, and by whom."""

    id: str
    name: str
    trashed: datetime
    trashed_by: str
