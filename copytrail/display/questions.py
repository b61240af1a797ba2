"""Questions between the originals of a case in words: facts on which two texts disagree, with both wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.display.ledger.wording import FACT_KINDS, begin, name_text
from copytrail.display.links import find_paragraph
from copytrail.display.naming import join_words, shorten
from copytrail.display.visible import show_line
from copytrail.display.wording import say_why
from copytrail.model import Comparison, Document, Question, Reference, Span
from copytrail.questions import ask_questions

_LONGEST = 300
"""In characters: longer words are shortened."""
OWN_NOTE = "This article is not derived from the release: where the two disagree, that is no error of the article."
QUESTIONS_NOTE = "Facts on which the originals disagree. Which of them is meant, the texts alone cannot say."


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A fact on which the release and a reference disagree, as a question with both wordings."""

    about: str
    text: str
    why: str
    release_place: str
    release_words: str
    name: str
    """What the other text is called."""
    reference_place: str
    reference_words: str


def list_questions(comparisons: Sequence[Comparison]) -> tuple[QuestionLine, ...]:
    """The questions between the originals of a case; every comparison of it has the same."""
    return tuple(
        _show_question(comparison.original, reference.document, name_reference(reference), question)
        for comparison in comparisons[:1]
        for reference in comparison.references
        for question in reference.questions
    )


def list_own_questions(comparison: Comparison) -> tuple[QuestionLine, ...]:
    """The questions that an article raises which is not derived from the release: it is a source of its own."""
    texts = comparison.original, comparison.derivative
    return tuple(_show_question(*texts, "this article", question) for question in ask_questions(comparison))


def name_reference(reference: Reference) -> str:
    """What a reference is called: by its number."""
    return name_text(reference.document.id)


def say_paragraph(document: Document, span: Span) -> str:
    """Where a place stands in a reference."""
    return f"paragraph {find_paragraph(document, span.start)}"


def say_words(document: Document, spans: Sequence[Span]) -> str:
    """The words of some places on one line."""
    return " … ".join(shorten(show_line(span.of(document.text)), _LONGEST) for span in spans)


def _show_question(original: Document, reference: Document, name: str, question: Question) -> QuestionLine:
    theirs = [f"“{say_words(original, (span,))}”" for span in question.original]
    ours = [f"“{say_words(reference, (span,))}”" for span in question.reference]
    return QuestionLine(
        about=FACT_KINDS[question.kind][0],
        text=f"The release says {join_words(theirs)}, {name} {join_words(ours)}: which is meant?",
        why=say_why(question.why),
        release_place=_list_numbers(original, question.original, "R"),
        release_words=_say_sentences(original, question.original),
        name=begin(name),
        reference_place=_say_paragraphs(reference, question.reference),
        reference_words=_say_sentences(reference, question.reference),
    )


def _say_paragraphs(document: Document, spans: Sequence[Span]) -> str:
    """Where the places of a question stand in a reference."""
    numbers = _list_numbers(document, spans)
    return f"paragraphs {numbers}" if " " in numbers else f"paragraph {numbers}"


def _list_numbers(document: Document, spans: Sequence[Span], letter: str = "") -> str:
    return join_words(list(dict.fromkeys(f"{letter}{find_paragraph(document, span.start)}" for span in spans)))


def _say_sentences(document: Document, spans: Sequence[Span]) -> str:
    """The sentences in which the places of a question stand."""
    sentences = [each for paragraph in document.paragraphs for each in paragraph.sentences]
    found = dict.fromkeys(sentence for span in spans for sentence in sentences if sentence.overlaps(span))
    return say_words(document, tuple(found))
