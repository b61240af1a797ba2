"""Texts inside their layers as HTML; what the layers are is in `highlight.py`. Nothing else makes markup.

A paragraph is cut wherever a passage, a finding, a change or a place found begins or ends; the cuts are
written as nested elements in this order. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape

from copytrail.display.visible import split_hidden
from copytrail.model import Span

NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Layer:
    """An element around a stretch of text; where it is cut, `again` opens it without its name or its words."""

    span: Span
    start: Markup
    again: Markup
    end: Markup
    after: Markup = NOTHING
    """What follows once the stretch is over, after its element."""


def weave(text: str, span: Span, levels: Sequence[Sequence[Layer]]) -> Markup:
    """The text of a span inside its layers; layers of one level never overlap, outer levels come first."""
    cuts = {span.start, span.end}
    for level in levels:
        cuts.update(
            place for layer in level for place in (layer.span.start, layer.span.end) if span.start < place < span.end
        )
    places = sorted(cuts)
    parts: list[Markup] = []
    open_layers: list[Layer] = []
    positions = [0] * len(levels)
    for start, end in pairwise(places):
        wanted = _layers_at(levels, positions, start)
        parts.append(_change(open_layers, wanted, start))
        parts.append(show_text(text[start:end]))
        open_layers = wanted
    parts.append(_change(open_layers, [], span.end))
    return Markup("").join(parts)


def show_text(text: str) -> Markup:
    """The text, escaped, every hidden sign as its number in a box.

    >>> show_text("a<b" + chr(0x202E))
    Markup('a&lt;b<span class="hidden-sign" title="right-to-left override">U+202E</span>')
    """
    return Markup("").join(
        Markup('<span class="hidden-sign" title="{}">{}</span>').format(name, part) if name else escape(part)
        for part, name in split_hidden(text)
    )


def clip_layers(layers: Iterable[Layer], limits: Span) -> list[Layer]:
    """What of the layers lies inside a span."""
    return [replace(layer, span=clip_span(layer.span, limits)) for layer in layers if layer.span.overlaps(limits)]


def clip_span(span: Span, limits: Span) -> Span:
    """What of a span lies inside another one."""
    return Span(max(span.start, limits.start), min(span.end, limits.end))


def untangle(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that hold something, without overlaps, in order."""
    kept: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, kept[-1].end) if kept else span.start
        if start < span.end:
            kept.append(Span(start, span.end))
    return tuple(kept)


def _layers_at(levels: Sequence[Sequence[Layer]], positions: list[int], place: int) -> list[Layer]:
    """The layers that cover a place, outermost first; positions move forward with it."""
    found = []
    for depth, level in enumerate(levels):
        while positions[depth] < len(level) and level[positions[depth]].span.end <= place:
            positions[depth] += 1
        if positions[depth] < len(level) and level[positions[depth]].span.start <= place:
            found.append(level[positions[depth]])
    return found


def _change(before: list[Layer], wanted: list[Layer], place: int) -> Markup:
    """Close what ends here, open what begins here; inner layers are cut where outer ones change."""
    kept = 0
    while kept < min(len(before), len(wanted)) and before[kept] is wanted[kept]:
        kept += 1
    closing = Markup("").join(
        layer.end + (layer.after if layer.span.end <= place else Markup()) for layer in reversed(before[kept:])
    )
    opening = Markup("").join(
        layer.again if layer.span.start < place and layer in before else layer.start for layer in wanted[kept:]
    )
    return closing + opening
