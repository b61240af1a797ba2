"""References, their questions and what they are credited with, to JSON data; references back."""

from __future__ import annotations

from copytrail.codec.documents import document_from_data, document_to_data
from copytrail.codec.matches import match_from_data, match_to_data
from copytrail.codec.spans import Json, to_exact, to_span
from copytrail.model import Credit, FactKind, Question, Reference


def reference_to_data(reference: Reference, original: str, derivative: str) -> Json:
    """A reference with its text, what the derivative shares with it, and where it disagrees with the original."""
    text = reference.document.text
    return {
        "document": document_to_data(reference.document),
        "matches": [match_to_data(match, text, derivative) for match in reference.matches],
        "questions": [_question_to_data(question, original, text) for question in reference.questions],
    }


def reference_from_data(data: Json) -> Reference:
    """The reference that data describes."""
    return Reference(
        document=document_from_data(data["document"]),
        matches=tuple(match_from_data(match) for match in data["matches"]),
        questions=tuple(_question_from_data(question) for question in data["questions"]),
    )


def credit_to_data(credit: Credit, _: str, derivative: str) -> Json:
    """A passage of the derivative with the texts it may come from, the best first."""
    return {
        **to_exact(credit.span, derivative),
        "candidates": [
            {"document": each.original, "match": each.match, "label": each.label.value, "score": each.score}
            for each in credit.candidates
        ],
    }


def _question_to_data(question: Question, original: str, reference: str) -> Json:
    """A question with the words of both sides."""
    return {
        "kind": question.kind.value,
        "original": [to_exact(span, original) for span in question.original],
        "reference": [to_exact(span, reference) for span in question.reference],
        "why": question.why,
    }


def _question_from_data(data: Json) -> Question:
    """The question that data describes."""
    return Question(
        kind=FactKind(data["kind"]),
        original=tuple(map(to_span, data["original"])),
        reference=tuple(map(to_span, data["reference"])),
        why=data["why"],
    )
