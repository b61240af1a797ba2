"""The further originals of a case: what an article has from each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copytrail.credits import credit_passages, find_reference
from copytrail.display.links import find_paragraph
from copytrail.display.naming import NAMES, count, shorten
from copytrail.display.pieces import Piece, trim
from copytrail.display.questions import (
    OWN_NOTE,
    QuestionLine,
    list_own_questions,
    name_reference,
    say_paragraph,
    say_words,
)
from copytrail.display.rail import Alarm
from copytrail.display.state import PageState, View
from copytrail.display.visible import show_line
from copytrail.model import Comparison, Credit, Derivation, Document, Match, Reference, Span

_LONGEST = 300
"""In characters: longer words are shortened."""
_FIRST = PageState()
NO_CREDITS = "No passage of the article is closest to this text."


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """A passage of the article beside the words of a reference."""

    place: str
    """In the article, as A12."""
    words: str
    label: str
    origin: str
    """In the reference: "paragraph 3"."""
    origin_words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceView:
    """A further original with what the article has from it."""

    name: str
    """As "reference 1"."""
    title: str
    credits: tuple[CreditLine, ...]
    """The passages that are closer to it than to any other original."""

    empty: str = NO_CREDITS
    """What is said where there are none."""

    @property
    def heading(self) -> str:
        """Its name with its title."""
        return f"{self.name}: {self.title}" if self.title else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What one article has beside the release."""

    references: tuple[ReferenceView, ...]
    questions: tuple[QuestionLine, ...]
    """Where an article that is not derived from the release disagrees with it."""
    alarms: tuple[Alarm, ...]
    """What is said of these questions at the top, with the way to them."""
    questions_note: str = OWN_NOTE


def show_sources(comparison: Comparison, derivation: Derivation, state: PageState = _FIRST) -> Sources:
    """The references of a comparison, and what its article asks as a source of its own."""
    questions = list_own_questions(comparison) if derivation is Derivation.NON_DERIVED else ()
    text = f"{count(len(questions), 'question')} between the release and this article"
    address = replace(state, view=View.LEDGER, focus="").address("own-questions")
    return Sources(
        references=show_references(comparison),
        questions=questions,
        alarms=(Alarm(text, address),) if questions else (),
    )


def show_references(comparison: Comparison) -> tuple[ReferenceView, ...]:
    """The references of a comparison in their order."""
    if not comparison.references:
        return ()
    credited = [credit for credit in credit_passages(comparison) if credit.best.original != comparison.original.id]
    return tuple(
        ReferenceView(
            name=name_reference(reference),
            title=_name(reference.document),
            credits=tuple(
                _show_credit(comparison, credit, reference, find_match(reference, credit.best.match))
                for credit in credited
                if credit.best.original == reference.document.id
            ),
        )
        for reference in comparison.references
    )


def show_credits_in(comparison: Comparison, piece: Piece) -> tuple[tuple[str, CreditLine], ...]:
    """What references have of a passage of the article, each line under the heading of its reference."""
    span = piece.match.derivative if piece.match else piece.span
    return tuple(_find_credits_in(comparison, span)) if comparison.references else ()


def _find_credits_in(comparison: Comparison, span: Span) -> Iterator[tuple[str, CreditLine]]:
    for credit in credit_passages(comparison):
        held = find_reference(comparison, credit) if credit.span.overlaps(span) else None
        if held:
            title = _name(held[0].document)
            name = name_reference(held[0])
            yield f"{name}: {title}" if title else name, _show_credit(comparison, credit, *held)


def find_match(reference: Reference, name: str) -> Match:
    """The match of this id."""
    return next(match for match in reference.matches if match.id == name)


def _show_credit(comparison: Comparison, credit: Credit, reference: Reference, match: Match) -> CreditLine:
    document, origin = comparison.derivative, reference.document
    return CreditLine(
        place=f"A{find_paragraph(document, credit.span.start)}",
        words=say_words(document, (credit.span,)),
        label=NAMES[match.label],
        origin=say_paragraph(origin, match.original[0]),
        origin_words=say_words(origin, match.original),
        span=trim(document.text, credit.span),
    )


def _name(document: Document) -> str:
    """The title of a reference, or its first words."""
    title = show_line(document.title)
    return title or shorten(show_line(document.text[:_LONGEST]), 80)
