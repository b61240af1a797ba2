"""What the store keeps, as values: cases, their documents, and comparisons with both."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime

from copytrail.model import Comparison, ParagraphKind, Review
from webapp.acts import ActLog
from webapp.faults import UnknownArticle
from webapp.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """One text as a person gave it: the bytes, and what they wrote about it."""

    content: bytes
    is_reference: bool = False
    """Whether it is a further original and no article."""
    pasted: bool = True
    """Pasted text is UTF-8; the encoding of a file is for the intake to find."""
    ending: str = ""
    """How it is read: as a file with this ending, or where there is none as plain text."""
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """By what right a page saves an unfinished form: it saved it last, or knows its latest version."""

    key: str
    writer: str
    """The page: each time a form is shown, another."""
    seen: int
    """The version the page knows; 0 before the form was saved."""
    turn: int = 0
    """Counts what was typed on the page, so that a message under way for long takes nothing back."""

    def move_on(self) -> Claim:
        """The claim to a key that is this page's alone; the same one however often the page asks."""
        digest = hashlib.sha256(json.dumps([self.key, self.writer]).encode("ascii")).digest()
        key = base64.urlsafe_b64encode(digest[:20]).decode("ascii").rstrip("=")
        return Claim(key, self.writer, 0, self.turn)


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form by its one-time key and the digest of all it held: the same form sent twice has the same digest."""

    key: str
    digest: str
    writer: str = ""
    seen: int = 0
    turn: int = 0

    @property
    def claim(self) -> Claim:
        """By what right its draft may be deleted."""
        return Claim(self.key, self.writer, self.seen, self.turn)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """What is known of a stored document, without its text."""

    id: str
    place: int
    """0 is the original; articles count from 1, and so do references."""
    role: Role = Role.DERIVATIVE
    title: str
    publisher: str
    url: str
    published: str
    language: str
    opening: str
    """The first words of the text, which stand in for a missing title."""
    words: int
    size: int
    sha256: str
    received: datetime

    @property
    def name(self) -> str:
        """What to call the document on screen."""
        return self.title if self.title.strip() else self.opening

    @property
    def anchor(self) -> str:
        """What the document is called within a page: document-0 is the original."""
        return f"{'reference' if self.role is Role.REFERENCE else 'document'}-{self.place}"


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
class ComparisonRecord:
    """One article of a case compared with its original; `number` counts articles from 1."""

    case: CaseRecord
    number: int
    comparison: Comparison
    """With what readers said of its findings."""
    digest: str
    """Of all that the comparison was made from."""
    review: Review = field(default_factory=Review)
    acts: ActLog = field(default_factory=ActLog)
    """Who corrected what, undid and did it again; the review holds what stands."""

    @property
    def article(self) -> DocumentRecord:
        """The article that is compared."""
        return self.case.find_article(self.number)

    @property
    def seen(self) -> str:
        """What a page shows, by which a correction made on it is known to be about the same."""
        return f"{self.digest}.{len(self.acts.entries)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as one line of a list."""

    id: str
    name: str
    articles: int
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """A person's word on what a paragraph is, beside the machine's."""

    number: int
    starts: int
    kind: ParagraphKind
    machine_kind: ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """A stored document with its bytes and the kinds a person chose."""

    record: DocumentRecord
    content: bytes
    pasted: bool
    choices: tuple[KindChoice, ...]
    ending: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredComparison:
    """A comparison as it lies in the store, with what it was made from."""

    schema: str
    engine: str
    inputs: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRecord:
    """An unfinished form: for a new case, or for more articles of a stored one."""

    id: str
    case_id: str | None
    changed: datetime
    data: str
    version: int = 0
    """Counts the times it was saved."""
