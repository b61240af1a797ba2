"""What the store keeps, as values: cases, their documents, and comparisons with both."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions
from copytrail.model import Comparison, Document, ParagraphKind, Review
from copytrail.notes import lay_notes
from webapp.acts import ActLog
from webapp.catalogue.lines import Tag
from webapp.faults import UnknownArticle
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
class FormerComparison:
    """That another comparison took the place of one: whose, when it was made and when it was replaced."""

    engine: str
    computed: datetime
    replaced: datetime


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
    former: FormerComparison | None = None
    """The result that people saw before, until somebody says that the new one is kept."""

    @property
    def article(self) -> DocumentRecord:
        """The article that is compared."""
        return self.case.find_article(self.number)

    @property
    def noted(self) -> Comparison:
        """The comparison with what people wrote beside it; without it is what counts are made from."""
        return lay_notes(self.comparison, self.review.notes)

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
    delete_on: date | None = None
    """The day on which it is deleted."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredComparison:
    """A comparison as it lies in the store, with what it was made from."""

    schema: str
    engine: str
    inputs: str
    data: str
