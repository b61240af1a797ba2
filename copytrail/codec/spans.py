"""Spans to JSON data and back."""

from __future__ import annotations

from typing import Any

from copytrail.model import Span

Json = dict[str, Any]


def to_pair(span: Span) -> list[int]:
    """A span as a list of two."""
    return [span.start, span.end]


def to_optional_pair(span: Span | None) -> list[int] | None:
    """A span as a list of two, or nothing."""
    return to_pair(span) if span is not None else None


def to_exact(span: Span, text: str) -> Json:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def to_optional_exact(span: Span | None, text: str) -> Json | None:
    """A span with its words, or nothing."""
    return to_exact(span, text) if span is not None else None


def to_span(data: Json) -> Span:
    """The span that start and end give."""
    return Span(data["start"], data["end"])


def to_optional_span(data: Json | None) -> Span | None:
    """The span that start and end give, or nothing."""
    return to_span(data) if data is not None else None
