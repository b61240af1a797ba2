"""Matches, and the blocks, passages and sentences computed from them, to JSON data; matches back."""

from __future__ import annotations

from copytrail.blocks import Block
from copytrail.codec.reviews import by_hand_from_data, by_hand_to_data
from copytrail.codec.spans import Json, to_exact, to_optional_pair, to_pair, to_span
from copytrail.model import Edit, EditKind, Label, Match, Passage, Span
from copytrail.passages import SentenceLabel


def match_to_data(match: Match, original: str, derivative: str) -> Json:
    """A match with the exact words of both sides."""
    return {
        "id": match.id,
        "label": match.label.value,
        "score": match.score,
        "moved": match.moved,
        "why": match.why,
        "derivative": to_exact(match.derivative, derivative),
        "original": [to_exact(span, original) for span in match.original],
        "edits": [edit_to_data(edit) for edit in match.edits],
        "corrected": by_hand_to_data(match.corrected, "label"),
    }


def match_from_data(data: Json) -> Match:
    """The match that data describes."""
    return Match(
        id=data["id"],
        label=Label(data["label"]),
        score=data["score"],
        moved=data["moved"],
        why=data["why"],
        derivative=to_span(data["derivative"]),
        original=tuple(to_span(span) for span in data["original"]),
        edits=tuple(edit_from_data(edit) for edit in data["edits"]),
        corrected=by_hand_from_data(data.get("corrected"), "label"),
    )


def edit_to_data(edit: Edit) -> Json:
    """One step between two wordings."""
    return {
        "kind": edit.kind.value,
        "original": to_optional_pair(edit.original),
        "derivative": to_optional_pair(edit.derivative),
    }


def edit_from_data(data: Json) -> Edit:
    """The step that data describes."""
    return Edit(
        EditKind(data["kind"]),
        Span(*data["original"]) if data["original"] else None,
        Span(*data["derivative"]) if data["derivative"] else None,
    )


def block_to_data(block: Block) -> Json:
    """A reused stretch."""
    return {"derivative": to_pair(block.derivative), "original": to_pair(block.original)}


def passage_to_data(passage: Passage) -> Json:
    """A passage with its label and, where it has one, its match."""
    data: Json = {"start": passage.span.start, "end": passage.span.end, "label": passage.label.value}
    return {**data, "match": passage.match} if passage.match else data


def sentence_to_data(sentence: SentenceLabel) -> Json:
    """A sentence with the shares of its labels."""
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "paragraph": sentence.paragraph,
        "label": sentence.label.value,
        "shares": {label.value: share for label, share in sentence.shares},
        "matches": list(sentence.matches),
    }
