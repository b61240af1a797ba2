"""Texts with their marks as HTML: the only place that makes markup.

A paragraph is cut wherever a passage, a finding, a change or a place found begins or ends; the cuts are
written as nested elements in this order. All text is escaped; every mark says in words what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape

from copytrail.display.changes import find_marks
from copytrail.display.correction_wording import BY_HAND, SIGN
from copytrail.display.naming import NAMES, name_finding
from copytrail.display.pieces import Piece, Side
from copytrail.display.visible import split_hidden
from copytrail.model import Label, Span

CLASSES = {
    Label.COPIED: "c",
    Label.EDITED: "e",
    Label.PARAPHRASED: "p",
    Label.ADDED: "a",
    Label.LEFT_OUT: "o",
    Label.FURNITURE: "f",
}
"""The class that a label's colour and line hang on."""


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


def layer_piece(piece: Piece, address: str, *, chip: tuple[str, str] | None = None, current: bool = False) -> Layer:
    """A passage as a link to its detail, or without an address as a plain mark, its label spoken first."""
    label, name = CLASSES[piece.label], f"{NAMES[piece.label]}{f', {BY_HAND}' if piece.by_hand else ''}"
    mark = Markup('<mark class="{}"><span class="spoken" dir="ltr">[{}: </span>').format(label, name)
    again = Markup('<mark class="{}">').format(label)
    anchor = Markup(' id="{}"').format(piece.anchor) if piece.first else Markup()
    start, end = Markup("<span>") + mark, _END_MARK + Markup("</span>")
    if address:
        link = Markup('<a class="passage{}" href="{}" draggable="false" data-key="{}"{}{}>').format(
            " current" if current else "", address, piece.key, anchor, Markup(' aria-current="true"') if current else ""
        )
        start, end = link + mark, _END_MARK + Markup("</a>")
    moved = Markup(
        ' <span class="moved" dir="ltr"><span aria-hidden="true">{}</span><span class="spoken">({})</span></span>'
    )
    after = moved.format(*chip) if chip else Markup()
    return Layer(piece.span, start, again, end, after + _HAND if piece.by_hand and piece.first else after)


def layer_changes(piece: Piece) -> tuple[Layer, ...]:
    """The changed words of an edited passage, boxed in the article and struck in the release."""
    if piece.match is None or piece.label is not Label.EDITED:
        return ()
    tag = "del" if piece.side is Side.ORIGINAL else "ins"
    spans = [_clip(span, piece.span) for span in find_marks(piece.match, piece.side)]
    return tuple(_change_layer(span, tag) for span in _untangle(spans))


@dataclass(frozen=True, slots=True)
class FindingMark:
    """A finding as it is marked on one side: the name of its place, its kind, and whether it was dismissed."""

    key: str
    kind: str
    span: Span
    dismissed: bool = False


def layer_findings(findings: Iterable[FindingMark]) -> tuple[Layer, ...]:
    """Findings of one side, each with its flag behind it; what overlaps shares one mark."""
    groups: list[list[FindingMark]] = []
    for each in sorted(findings, key=lambda finding: finding.span):
        if groups and each.span.start < max(other.span.end for other in groups[-1]):
            groups[-1].append(each)
        elif each.span:
            groups.append([each])
    return tuple(_layer_finding(group) for group in groups)


def _layer_finding(group: list[FindingMark]) -> Layer:
    """One mark over findings in one place, under the names of all of them; quiet where all were dismissed."""
    span = Span(group[0].span.start, max(each.span.end for each in group))
    worth = [each for each in group if not each.dismissed]
    css, said = ("finding-mark", "check") if worth else ("finding-mark quiet", "dismissed")
    names = ", ".join(dict.fromkeys(name_finding(each.kind) for each in worth or group))
    start = Markup('<span class="{}" id="{}">').format(css, group[0].key)
    start += Markup("").join(
        Markup('<span class="finding-place" id="{}"></span>').format(each.key) for each in group[1:]
    )
    start += Markup('<span class="spoken" dir="ltr">[{}: {}: </span>').format(said, names)
    flags = dict.fromkeys(_flag(each) for each in group)
    end = Markup('<span class="spoken-end" dir="ltr">]</span></span>')
    return Layer(span, start, Markup('<span class="{}">').format(css), end, Markup(" ").join(flags))


def _flag(mark: FindingMark) -> Markup:
    """What stands behind the mark of a finding."""
    css, sign = ("flag quiet", "Dismissed:") if mark.dismissed else ("flag", "!")
    name = name_finding(mark.kind) if mark.dismissed else name_finding(mark.kind).capitalize()
    return Markup('<span class="{}" dir="ltr"><span aria-hidden="true">{} {}</span></span>').format(css, sign, name)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Notes on one stretch of a text: the names of their places, and each in words with whether it is resolved."""

    span: Span
    names: tuple[str, ...]
    flags: tuple[tuple[str, bool], ...]


def layer_note(mark: NoteMark) -> Layer:
    """One mark over notes in one place, each with its flag behind it; quiet where all of them are resolved."""
    css = "note-mark quiet" if all(resolved for _, resolved in mark.flags) else "note-mark"
    start = Markup('<span class="{}" id="{}">').format(css, mark.names[0])
    start += Markup("").join(
        Markup('<span class="finding-place" id="{}"></span>').format(each) for each in mark.names[1:]
    )
    told = ", ".join(words for words, _ in mark.flags)
    start += Markup('<span class="spoken" dir="ltr">[{}: </span>').format(told)
    flag = Markup(' <span class="note-flag{}" dir="ltr" aria-hidden="true">{}</span>')
    flags = Markup("").join(flag.format(" quiet" if resolved else "", words) for words, resolved in mark.flags)
    end = Markup('<span class="spoken-end" dir="ltr">]</span></span>')
    return Layer(mark.span, start, Markup('<span class="{}">').format(css), end, flags)


def layer_hits(hits: Iterable[tuple[int, Span]], current: int) -> tuple[Layer, ...]:
    """The places found, the current one named."""
    layers = []
    for number, span in hits:
        plain = Markup('<span class="hit">')
        start = Markup('<span id="found" class="hit now">') if number == current else plain
        layers.append(Layer(span, start, plain, Markup("</span>")))
    return tuple(layers)


def show_excerpt(words: str, label: Label | None) -> Markup:
    """A short quotation in a stub, under its label where that is to be seen."""
    if label is None:
        return show_text(words)
    start = Markup('<mark class="{}"><span class="spoken" dir="ltr">[{}: </span>').format(CLASSES[label], NAMES[label])
    return start + show_text(words) + _END_MARK


def show_value(text: str, around: Span, value: Span, *, grave: bool = False) -> Markup:
    """A value among the words around it: strong, and doubly underlined where it is worth checking."""
    start = Markup('<strong class="value{}">').format(" grave" if grave else "")
    return weave(text, around, [[Layer(value, start, start, Markup("</strong>"))]])


def show_wording(
    text: str, spans: Sequence[Span], changed: Sequence[Span | None], tag: str, letters: Sequence[Span] = ()
) -> Markup:
    """Stretches of a text with their changed words boxed or struck and differing letters bold, joined by dots."""
    changes = [_change_layer(span, tag) for span in _untangle(span for span in changed if span)]
    bold = [Layer(span, Markup("<b>"), Markup("<b>"), Markup("</b>")) for span in _untangle(letters)]
    return Markup(" … ").join(
        weave(text, span, [_clip_layers(changes, span), _clip_layers(bold, span)]) for span in spans
    )


def _change_layer(span: Span, tag: str) -> Layer:
    """A changed stretch: struck in the release, boxed in the article, said in words."""
    if tag == "del":
        start, end = Markup('<del><span class="spoken" dir="ltr">[left out: </span>'), _END_CHANGE + Markup("</del>")
    else:
        start, end = Markup('<ins><span class="spoken" dir="ltr">[added: </span>'), _END_CHANGE + Markup("</ins>")
    return Layer(span, start, start, end)


_END_CHANGE = Markup('<span class="spoken-end" dir="ltr">]</span>')
_HAND = Markup(' <span class="hand" dir="ltr" aria-hidden="true">{} {}</span>').format(SIGN, BY_HAND)
_END_MARK = Markup('<span class="spoken-end" dir="ltr">]</span></mark>')


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


def _clip_layers(layers: Iterable[Layer], limits: Span) -> list[Layer]:
    """What of the layers lies inside a span."""
    return [replace(layer, span=_clip(layer.span, limits)) for layer in layers if layer.span.overlaps(limits)]


def _clip(span: Span, limits: Span) -> Span:
    return Span(max(span.start, limits.start), min(span.end, limits.end))


def _untangle(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that hold something, without overlaps, in order."""
    kept: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, kept[-1].end) if kept else span.start
        if start < span.end:
            kept.append(Span(start, span.end))
    return tuple(kept)
