"""A comparison to JSON data (`copytrail.comparison/1`) and back.

Only facts are read back; passages, sentences, blocks and the summary are written for the readers of
the file and computed anew from the facts.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from copytrail.blocks import Block, join_blocks
from copytrail.errors import BadComparisonData
from copytrail.measures import measure
from copytrail.model import (
    Comparison,
    Document,
    Edit,
    EditKind,
    Finding,
    Label,
    Match,
    Paragraph,
    ParagraphKind,
    Passage,
    Span,
    Thresholds,
)
from copytrail.passages import SentenceLabel, label_sentences, tile_derivative, tile_original

SCHEMA = "copytrail.comparison/1"

Json = dict[str, Any]


def comparison_to_data(comparison: Comparison) -> Json:
    """The comparison as JSON data, with everything a reader of the file needs to check it."""
    original, derivative = comparison.original, comparison.derivative
    return {
        "schema": SCHEMA,
        "engine": comparison.engine,
        "thresholds": asdict(comparison.thresholds),
        "original": document_to_data(original),
        "derivative": document_to_data(derivative),
        "matches": [_match_to_data(match, original.text, derivative.text) for match in comparison.matches],
        "verbatim": [_pair(span) for span in comparison.verbatim],
        "blocks": [_block_to_data(block) for block in join_blocks(comparison)],
        "passages": {
            "original": [_passage_to_data(passage) for passage in tile_original(comparison)],
            "derivative": [_passage_to_data(passage) for passage in tile_derivative(comparison)],
        },
        "sentences": [_sentence_to_data(sentence) for sentence in label_sentences(comparison)],
        "speech": [],
        "facts": [],
        "additions": [],
        "omissions": [],
        "findings": [_finding_to_data(finding, original.text, derivative.text) for finding in comparison.findings],
        "summary": _summary_to_data(comparison),
    }


def comparison_from_data(data: Json) -> Comparison:
    """The comparison that JSON data describes.

    Raises BadComparisonData when the data is of another schema or damaged.
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadComparisonData(f"The data is not of the schema {SCHEMA}.")
    try:
        return Comparison(
            original=_document_from_data(data["original"]),
            derivative=_document_from_data(data["derivative"]),
            matches=tuple(_match_from_data(match) for match in data["matches"]),
            verbatim=tuple(Span(*pair) for pair in data["verbatim"]),
            findings=tuple(_finding_from_data(finding) for finding in data["findings"]),
            thresholds=Thresholds(**data["thresholds"]),
            engine=data["engine"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadComparisonData(f"The comparison is damaged: {error!r}.") from error


def document_to_data(document: Document) -> Json:
    """A document with its segments."""
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
        "text": document.text,
        "paragraphs": [
            {
                "number": paragraph.number,
                "start": paragraph.span.start,
                "end": paragraph.span.end,
                "kind": paragraph.kind.value,
                "reason": paragraph.reason,
                "sentences": [_pair(sentence) for sentence in paragraph.sentences],
            }
            for paragraph in document.paragraphs
        ],
    }


def _pair(span: Span) -> list[int]:
    """A span as a list of two."""
    return [span.start, span.end]


def _optional_pair(span: Span | None) -> list[int] | None:
    """A span as a list of two, or nothing."""
    return _pair(span) if span else None


def _exact(span: Span, text: str) -> Json:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def _span(data: Json) -> Span:
    """The span that start and end give."""
    return Span(data["start"], data["end"])


def _document_from_data(data: Json) -> Document:
    """The document that data describes."""
    return Document(
        id=data["id"],
        title=data["title"],
        language=data["language"],
        publisher=data["publisher"],
        url=data["url"],
        published=data["published"],
        text=data["text"],
        paragraphs=tuple(
            Paragraph(
                number=paragraph["number"],
                span=_span(paragraph),
                kind=ParagraphKind(paragraph["kind"]),
                sentences=tuple(Span(*sentence) for sentence in paragraph["sentences"]),
                reason=paragraph["reason"],
            )
            for paragraph in data["paragraphs"]
        ),
    )


def _match_to_data(match: Match, original: str, derivative: str) -> Json:
    """A match with the exact words of both sides."""
    return {
        "id": match.id,
        "label": match.label.value,
        "score": match.score,
        "moved": match.moved,
        "why": match.why,
        "derivative": _exact(match.derivative, derivative),
        "original": [_exact(span, original) for span in match.original],
        "edits": [
            {
                "kind": edit.kind.value,
                "original": _optional_pair(edit.original),
                "derivative": _optional_pair(edit.derivative),
            }
            for edit in match.edits
        ],
    }


def _match_from_data(data: Json) -> Match:
    """The match that data describes."""
    return Match(
        id=data["id"],
        label=Label(data["label"]),
        score=data["score"],
        moved=data["moved"],
        why=data["why"],
        derivative=_span(data["derivative"]),
        original=tuple(_span(span) for span in data["original"]),
        edits=tuple(
            Edit(
                EditKind(edit["kind"]),
                Span(*edit["original"]) if edit["original"] else None,
                Span(*edit["derivative"]) if edit["derivative"] else None,
            )
            for edit in data["edits"]
        ),
    )


def _block_to_data(block: Block) -> Json:
    """A reused stretch."""
    return {"derivative": _pair(block.derivative), "original": _pair(block.original)}


def _passage_to_data(passage: Passage) -> Json:
    """A passage with its label and, where it has one, its match."""
    data: Json = {"start": passage.span.start, "end": passage.span.end, "label": passage.label.value}
    return {**data, "match": passage.match} if passage.match else data


def _sentence_to_data(sentence: SentenceLabel) -> Json:
    """A sentence with the shares of its labels."""
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "paragraph": sentence.paragraph,
        "label": sentence.label.value,
        "shares": {label.value: share for label, share in sentence.shares},
        "matches": list(sentence.matches),
    }


def _finding_to_data(finding: Finding, original: str, derivative: str) -> Json:
    """A finding with its evidence."""
    return {
        "kind": finding.kind,
        "derivative": _exact(finding.derivative, derivative) if finding.derivative else None,
        "original": _exact(finding.original, original) if finding.original else None,
        "expected": finding.expected,
        "found": finding.found,
        "why": finding.why,
    }


def _finding_from_data(data: Json) -> Finding:
    """The finding that data describes."""
    return Finding(
        kind=data["kind"],
        derivative=_span(data["derivative"]) if data["derivative"] else None,
        original=_span(data["original"]) if data["original"] else None,
        expected=data["expected"],
        found=data["found"],
        why=data["why"],
    )


def _summary_to_data(comparison: Comparison) -> Json:
    """The counts of both sides and the verdict."""
    measures = measure(comparison)
    return {
        "derivative": asdict(measures.derivative),
        "original": asdict(measures.original),
        "derivation": measures.derivation.value,
        "reasons": list(measures.reasons),
    }
