"""Texts as values: as a person gave them, as they are stored, and as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.model import Document, ParagraphKind
from webapp.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenText:
    """One text as a person gave it: the bytes, and what they wrote about it."""

    content: bytes
    is_reference: bool = False
    """Whether it is a further original and no article."""
    pasted: bool = True
    """Pasted text is UTF-8 and plain; what a file is, is for the intake to find."""
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    file: ReceivedFile | None = None
    """What it yielded, where it is no plain text that was pasted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file as it came, what it is, and what it yielded when it was read."""

    name: str
    """What it was called where it came from; never used as a path."""
    format_name: str
    options: FileOptions = AS_IT_COMES
    extract: Extract
    address: str = ""
    """The address that it was fetched from."""
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSource:
    """The file or the page that a document came from, and how it is read."""

    name: str
    format_name: str
    address: str
    fetched: datetime | None
    options: FileOptions


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
    pasted: bool = True
    """Whether its text was pasted: that is read as it is, and not for what kind of file it may be."""
    source: DocumentSource | None = None
    """Where it came from, unless it was pasted."""

    @property
    def name(self) -> str:
        """What to call the document on screen."""
        return self.title if self.title.strip() else self.opening

    @property
    def anchor(self) -> str:
        """What the document is called within a page: document-0 is the original."""
        return f"{'reference' if self.role is Role.REFERENCE else 'document'}-{self.place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """A person's word on what a paragraph is, beside the machine's."""

    number: int
    starts: int
    kind: ParagraphKind
    machine_kind: ParagraphKind
    speaker: str = ""
    """Whose speech the paragraph is, where a person said so."""
    reason: str = ""
    """Why other texts of the case set it aside; kept when a person restores it, so that this is not done again."""

    @property
    def is_needed(self) -> bool:
        """Whether it says anything that the machine does not say itself."""
        return self.kind is not self.machine_kind or bool(self.speaker) or bool(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """A stored document with its bytes and the kinds a person chose."""

    record: DocumentRecord
    content: bytes
    pasted: bool
    choices: tuple[KindChoice, ...]
    file: ReceivedFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenText:
    """A stored document as it will be compared, with what a person said of it."""

    record: DocumentRecord
    document: Document
    file: ReceivedFile | None = None
    by_hand: frozenset[int] = frozenset()
    """The numbers of the paragraphs of which a person said what they are."""
    lost: int = 0
    """How much a person said of paragraphs that do not stand where they stood."""
