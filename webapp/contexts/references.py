"""What the page of a case says of its further originals: what each article has from them, and open questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.pieces import Pieces, find_pieces
from copytrail.display.questions import QUESTIONS_NOTE, QuestionLine, list_questions
from copytrail.display.references import CreditLine, ReferenceView, show_references
from copytrail.display.state import PageState
from webapp.contexts.documents import Describing, DocumentView, show_document
from webapp.records import CaseRecord, ComparisonRecord

NOTE = (
    "Articles are held against these texts, too. What stands here and not in the release stays “added”, "
    "and the card of the passage says where else it stands."
)
MOST_OPEN = 5
"""A longer list of passages is folded at first."""
NOTHING_TAKEN = "No passage of an article is closest to this text."


@dataclass(frozen=True, slots=True)
class TakenPassage:
    """A passage that an article has from a reference, with the way to it on the article's page."""

    line: CreditLine
    address: str


@dataclass(frozen=True, slots=True)
class Taking:
    """What one article has from a reference."""

    number: int
    passages: tuple[TakenPassage, ...]

    @property
    def count(self) -> str:
        """How many passages, in words."""
        return count(len(self.passages), "passage")

    @property
    def is_short(self) -> bool:
        """Whether the list is open at first."""
        return len(self.passages) <= MOST_OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSection:
    """A reference with what the articles have from it."""

    document: DocumentView
    takings: tuple[Taking, ...]
    nothing: str = NOTHING_TAKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """All further originals of a case, and where they disagree with the release."""

    sections: tuple[ReferenceSection, ...]
    questions: tuple[QuestionLine, ...]
    note: str = NOTE
    questions_note: str = QUESTIONS_NOTE


def show_all_references(
    case: CaseRecord, comparisons: Sequence[ComparisonRecord], describing: Describing | None
) -> References:
    """The further originals of a case."""
    views = [
        (record.number, find_pieces(record.comparison), show_references(record.comparison)) for record in comparisons
    ]
    return References(
        sections=tuple(
            ReferenceSection(
                document=show_document(document, None, describing),
                takings=tuple(
                    _list_taken(article, pieces, references[place])
                    for article, pieces, references in views
                    if place < len(references) and references[place].credits
                ),
            )
            for place, document in enumerate(case.references)
        ),
        questions=list_questions([record.comparison for record in comparisons]),
    )


def _list_taken(article: int, pieces: Pieces, reference: ReferenceView) -> Taking:
    """What an article has from a reference, in its order."""
    return Taking(article, tuple(TakenPassage(line, _find_address(pieces, line)) for line in reference.credits))


def _find_address(pieces: Pieces, line: CreditLine) -> str:
    """The way to the passage on the page of the article."""
    piece = next((each for each in pieces.derivative if each.span.overlaps(line.span)), None)
    return PageState(focus=piece.key).address(piece.anchor) if piece else ""
