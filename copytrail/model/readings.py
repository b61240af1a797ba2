"""What one document says on its own: quotations, figures and names, with their normal forms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model.by_hand import ByHand
from copytrail.model.segments import Span


class FigureKind(StrEnum):
    """What a figure says: a bare number, or what its unit makes of it."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    RATIO = "ratio"
    ORDINAL = "ordinal"
    TIME = "time"
    DATE = "date"


class Sense(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, amount or date with its normal form, so that two of them can be compared."""

    span: Span
    kind: FigureKind
    value: str
    """The normal form: `1900`, `12300000000 GBP`, `14 %`, `5..10 year`, `2025-03`, `XXXX-08-15`."""
    low: float = 0.0
    high: float = 0.0
    """The two ends of a range, the same for a single number; both nothing for a date."""
    unit: str = ""
    sense: Sense = Sense.EXACT
    counts: str = ""
    """The stem of the noun it counts, where the text names one beside it."""


class NameKind(StrEnum):
    """What a name names, as far as the text says."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention of a person, place or body."""

    span: Span
    kind: NameKind
    value: str
    """The fullest form the document has of it: "Dan Jarvis" for "Mr Jarvis", "United Nations" for "UN"."""
    title: Span | None = None
    """The office that stands beside a person's name; forms of address are none."""


class QuotationKind(StrEnum):
    """How a text gives somebody's words."""

    DIRECT = "direct"
    PARTIAL = "partial"
    BLOCK = "block"
    INDIRECT = "indirect"
    NARRATION = "narration"
    """In no quotation: the text's own voice, which a quotation of the other document is held against."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the name, as full as the text has it, and the words that stand for it at the place."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that a text gives as somebody's own: source, cue and content."""

    content: Span
    """The words without their marks; over paragraphs it is one span."""
    kind: QuotationKind
    speaker: Speaker | None = None
    cue: Span | None = None
    """The verb or phrase that announces it; without one the speaker is taken over from its surroundings."""
    unsure: bool = False
    """Whether where it ends is a guess."""
    corrected: ByHand | None = None
    """The word of a person on who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says on its own: its quotations, figures and names."""

    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
