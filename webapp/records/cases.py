"""Cases as values: with their documents, and as a line of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from webapp.catalogue.lines import Tag
from webapp.faults import UnknownArticle
from webapp.records.texts import DocumentRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """One original and the articles held against it, in order, with the further originals."""

    id: str
    title: str
    original: DocumentRecord
    articles: tuple[DocumentRecord, ...]
    references: tuple[DocumentRecord, ...] = ()
    created: datetime
    changed: datetime
    is_archived: bool = False
    is_copy: bool = False
    """Whether it began as a copy of another case."""
    tags: tuple[Tag, ...] = ()
    delete_on: date | None = None
    """The day on which it is deleted."""

    def find(self, document_id: str) -> DocumentRecord:
        """The document of this id."""
        for document in (self.original, *self.articles, *self.references):
            if document.id == document_id:
                return document
        raise UnknownArticle

    def find_article(self, number: int) -> DocumentRecord:
        """The article of this number; they count from 1."""
        if not 1 <= number <= len(self.articles):
            raise UnknownArticle
        return self.articles[number - 1]

    @property
    def name(self) -> str:
        """What to call the case on screen."""
        return self.title if self.title.strip() else self.original.name


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as one line of a list."""

    id: str
    name: str
    articles: int
    changed: datetime
    delete_on: date | None = None
    """The day on which it is deleted."""
