"""Documents to JSON data and back."""

from __future__ import annotations

from copytrail.codec.spans import Json, to_pair, to_span
from copytrail.model import Document, Paragraph, ParagraphKind, Span


def document_to_data(document: Document) -> Json:
    """A document with its segments."""
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "author": document.author,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
        "sha256": document.sha256,
        "fetched": document.fetched,
        "notes": list(document.notes),
        "text": document.text,
        "paragraphs": [
            {
                "number": paragraph.number,
                "start": paragraph.span.start,
                "end": paragraph.span.end,
                "kind": paragraph.kind.value,
                "reason": paragraph.reason,
                "speaker": paragraph.speaker,
                "sentences": [to_pair(sentence) for sentence in paragraph.sentences],
            }
            for paragraph in document.paragraphs
        ],
    }


def document_from_data(data: Json) -> Document:
    """The document that data describes."""
    if not isinstance(data["text"], str):
        raise TypeError("text is no text")
    return Document(
        id=data["id"],
        title=data["title"],
        language=data["language"],
        author=data.get("author", ""),
        publisher=data["publisher"],
        url=data["url"],
        published=data["published"],
        sha256=data.get("sha256", ""),
        fetched=data.get("fetched", ""),
        notes=tuple(data.get("notes", ())),
        text=data["text"],
        paragraphs=tuple(
            Paragraph(
                number=paragraph["number"],
                span=to_span(paragraph),
                kind=ParagraphKind(paragraph["kind"]),
                sentences=tuple(Span(*sentence) for sentence in paragraph["sentences"]),
                reason=paragraph["reason"],
                speaker=paragraph.get("speaker", ""),
            )
            for paragraph in data["paragraphs"]
        ),
    )
