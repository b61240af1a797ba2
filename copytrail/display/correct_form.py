"""What can be corrected of a passage, as the choices of a form on its card."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.corrections.sources import name_sources
from copytrail.display.naming import NAMES, shorten
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.visible import show_line
from copytrail.model import REUSED, Comparison, Label, Match, ParagraphKind, QuotationKind, Span

_MOST_PLACES = 60
"""So many places to divide a passage at are offered."""
_SIGNS = ",;:—–"


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a form with its words."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation of the passage, by its row in the speech ledger, and who speaks it."""

    row: int
    words: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectForm:
    """The choices for one passage of the article."""

    labels: tuple[Option, ...]
    is_match: bool
    """Whether it comes from the release; else it can be said to."""
    sources: str
    """Where it comes from, by the names of the page."""
    stretches: tuple[Option, ...] = ()
    """What of an added passage may come from the release: all, or one of its sentences."""
    places: tuple[Option, ...] = ()
    """Where a match may be divided: before these words."""
    can_join: bool = False
    quotations: tuple[Spoken, ...] = ()
    names: tuple[str, ...] = ()
    """Who speaks anywhere in both texts."""


def offer_corrections(comparison: Comparison, pieces: Pieces, piece: Piece) -> CorrectForm | None:
    """What can be corrected of a passage; nothing for the release's own, and for page furniture."""
    if piece.side is Side.ORIGINAL or piece.label is Label.FURNITURE:
        return None
    match = piece.match
    spans = [each.span for each in pieces.derivative if each.key == piece.key]
    return CorrectForm(
        labels=tuple(Option(label.value, NAMES[label].capitalize(), piece.label is label) for label in REUSED),
        is_match=match is not None,
        sources=name_sources(comparison.original, match.original) if match else "",
        stretches=() if match else _list_stretches(comparison, piece),
        places=_list_places(comparison, match) if match else (),
        can_join=match is not None and find_following(comparison, match) is not None,
        quotations=_list_quotations(comparison, spans),
        names=_list_names(comparison),
    )


def find_following(comparison: Comparison, match: Match) -> Match | None:
    """The match after this one, unless page furniture stands between them."""
    numbers = {each.id: number for number, each in enumerate(comparison.matches)}
    place = numbers[match.id] + 1
    if place == len(comparison.matches):
        return None
    following = comparison.matches[place]
    between = Span(match.derivative.end, following.derivative.start)
    aside = (each.span for each in comparison.derivative.paragraphs if each.kind is ParagraphKind.FURNITURE)
    return None if any(span.overlaps(between) for span in aside) else following


def _list_stretches(comparison: Comparison, piece: Piece) -> tuple[Option, ...]:
    """The whole passage, then its sentences where it has several."""
    sentences = [
        Span(max(each.start, piece.span.start), min(each.end, piece.span.end))
        for paragraph in comparison.derivative.paragraphs
        if paragraph.number == piece.paragraph
        for each in paragraph.sentences
        if each.overlaps(piece.span)
    ]
    whole = Option(f"{piece.span.start}-{piece.span.end}", "All of this passage", chosen=True)
    parts = [Option(f"{each.start}-{each.end}", _begin(comparison, each)) for each in sentences]
    return (whole, *parts) if len(parts) > 1 else (whole,)


def _list_places(comparison: Comparison, match: Match) -> tuple[Option, ...]:
    """Before which words a match may be divided: after sentences and signs, else before any word."""
    text, words = comparison.derivative.text, comparison.derivative.index
    starts = [words.places[number][0] for number in words.between(match.derivative.start, match.derivative.end)][1:]
    sentences = (each for paragraph in comparison.derivative.paragraphs for each in paragraph.sentences)
    firsts = {words.between(each.start, each.end).start for each in sentences}
    begins = {words.places[number][0] for number in firsts if number < len(words.places)}
    between = [start for start in starts if start in begins or _is_after_sign(text, start)]
    ordered = (between or starts)[:_MOST_PLACES]
    return tuple(Option(str(start), _begin(comparison, Span(start, match.derivative.end))) for start in ordered)


def _is_after_sign(text: str, start: int) -> bool:
    """Whether a sign that divides clauses stands before a word."""
    return text[max(0, start - 4) : start].rstrip(' \u00a0“‘"(')[-1:] in tuple(_SIGNS)


def _list_quotations(comparison: Comparison, spans: list[Span]) -> tuple[Spoken, ...]:
    """The quotations that stand in a passage."""
    return tuple(
        Spoken(
            row,
            _begin(comparison, quotation.content),
            show_line(quotation.speaker.name) if quotation.speaker else "",
        )
        for row, each in enumerate(comparison.speech)
        if (quotation := each.derivative) and quotation.kind is not QuotationKind.NARRATION
        if any(quotation.content.overlaps(span) for span in spans)
    )


def _list_names(comparison: Comparison) -> tuple[str, ...]:
    sides = (side for row in comparison.speech for side in (row.original, row.derivative))
    names = (show_line(side.speaker.name) for side in sides if side and side.speaker)
    return tuple(dict.fromkeys(name for name in names if name))


def _begin(comparison: Comparison, span: Span) -> str:
    return f"“{shorten(show_line(span.of(comparison.derivative.text)), 60)}”"
