"""The nouns of Copytrail: documents and their segments, matches, comparisons.

Spans are half-open ranges of code points in `Document.text`. Everything here is a fact that was
found; whatever can be computed from these facts (shares, left-out passages, rows) is not stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from copytrail.words import word_pairs


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers in `text`.

        >>> Span(4, 7).of("The UK said")
        'UK '
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Label(StrEnum):
    """What a passage is; the first three are labels of matches."""

    COPIED = "copied"
    EDITED = "edited"
    PARAPHRASED = "paraphrased"
    ADDED = "added"
    LEFT_OUT = "left_out"
    FURNITURE = "furniture"


REUSED = (Label.COPIED, Label.EDITED, Label.PARAPHRASED)
"""The labels that say a passage comes from the original, closest first."""


class EditKind(StrEnum):
    """What one step from the original's words to the derivative's words does."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"


class ParagraphKind(StrEnum):
    """What a paragraph is in its document."""

    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    FURNITURE = "furniture"


class Derivation(StrEnum):
    """The verdict on a whole derivative (the three classes of the METER corpus)."""

    WHOLLY_DERIVED = "wholly_derived"
    PARTLY_DERIVED = "partly_derived"
    NON_DERIVED = "non_derived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its sentences; `number` counts from 1 over all paragraphs of the document."""

    number: int
    span: Span
    kind: ParagraphKind
    sentences: tuple[Span, ...]
    reason: str = ""
    """Why the paragraph is furniture, in words; empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its segments, in the role of original or derivative."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    language: str = ""
    """The primary language subtag (`en`), or empty where it is not known."""
    publisher: str = ""
    url: str = ""
    published: str = ""
    """The date of publication as it was given, best as `YYYY-MM-DD`."""
    words: tuple[tuple[int, int], ...] = field(init=False, compare=False, repr=False)
    """The words of the text as (start, end) pairs; they follow from the text."""

    def __post_init__(self) -> None:
        """Finds the words, once for all who count them."""
        object.__setattr__(self, "words", tuple(word_pairs(self.text)))


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a match; a kept edit may stand at another place of the original than its neighbours."""

    kind: EditKind
    original: Span | None
    derivative: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage of the derivative and the passages of the original that it comes from.

    `edits` are in the derivative's order (deletions stand where the words are missing). Kept, inserted
    and replaced edits cover the words of the derivative passage once each; kept, deleted and replaced
    edits cover the words of the original passages once each.
    """

    id: str
    label: Label
    score: float
    """How much of the wording the two sides share, from 0 to 1."""
    moved: bool
    """Whether the match stands out of the original's order."""
    why: str
    derivative: Span
    original: tuple[Span, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document under one label; `match` is the id of the match it belongs to."""

    span: Span
    label: Label
    match: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to check, with the evidence of both sides."""

    kind: str
    derivative: Span | None
    original: Span | None
    expected: str
    found: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says on its own: its quotations, figures and names."""

    quotations: tuple[Span, ...] = ()
    figures: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers that decide labels, blocks and verdict; a result carries the ones it was made with.

    Numbers that only bound the work, or tell one line of a page from another, stand beside their code.
    """

    verbatim_words: int = 6
    """A run of this many words shared with the original counts as verbatim."""
    clause_words: int = 5
    """So many words are a clause: new ones inside a sentence are a passage of their own."""
    kept_share: float = 0.5
    """A passage that keeps more than this share of its words is edited, otherwise paraphrased."""
    content_share: float = 0.5
    """What keeps words must also keep this share of their weight, not only function words."""
    reworded_share: float = 0.2
    """The same for a whole sentence that keeps most words, but not in their order or together."""
    run_words: int = 4
    """What is less than most of its sentence must share a run of so many words to count as reuse."""
    telling_terms: int = 2
    """Shared words that are neither names nor function words, without which nothing counts as reuse."""
    paraphrase_terms: int = 1
    """Shared terms that are no names, without which no sentence is a paraphrase."""
    clause_share: float = 0.25
    """A sentence that keeps the original's words in a larger share of it is not taken as a paraphrase."""
    paraphrase_floor: float = 0.5
    """Likeness (0 to 1) from which a sentence is a paraphrase."""
    likely_alone: float = 0.15
    """Less than this likely without its surroundings, no sentence is a paraphrase."""
    paraphrase_sources: int = 3
    """From so many sentences at most a paraphrase can come."""
    heading_margin: float = 0.2
    """How much more likeness a heading needs."""
    block_gap: int = 300
    """Matches at most so many code points apart, on both sides, are one reused stretch."""
    block_length: int = 120
    """A stretch with less than so many code points likely reused is a quotation or chance."""
    block_share: float = 0.1
    """In a short derivative this share of its length is enough for a stretch."""
    wholly_share: float = 0.8
    """A derivative is wholly derived when this share of its words is reused."""
    partly_share: float = 0.25
    """Below this share of reused words a derivative is not derived, unless one of the next two proves it."""
    paraphrase_share: float = 0.4
    """The same where no words of the original were kept: content alone may be about the same subject."""
    proof_words: int = 15
    """One run of so many words of the original makes a derivative at least partly derived."""
    proof_kept: int = 60
    """So many copied and edited words together do the same, however long the derivative is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole result for one original and one derivative: facts only, everything else is computed."""

    original: Document
    derivative: Document
    matches: tuple[Match, ...]
    """In the order of the derivative; their derivative spans never overlap."""
    verbatim: tuple[Span, ...] = ()
    """Stretches of the derivative that stand in the original word for word, in any order."""
    original_reading: Reading = field(default_factory=Reading)
    derivative_reading: Reading = field(default_factory=Reading)
    findings: tuple[Finding, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    engine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One original and the comparisons of the derivatives held against it."""

    title: str
    original: Document
    comparisons: tuple[Comparison, ...]
