"""The marks of a text as layers: passages, changed words, findings, notes and places found.

Every mark says in words what it is. Beside `weaving.py` this is the only place that makes markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from copytrail.display.changes import find_marks
from copytrail.display.correction_wording import BY_HAND, SIGN
from copytrail.display.naming import NAMES, name_finding
from copytrail.display.pieces import Piece, Side
from copytrail.display.weaving import Layer, clip_layers, clip_span, show_text, untangle, weave
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
    spans = [clip_span(span, piece.span) for span in find_marks(piece.match, piece.side)]
    return tuple(_change_layer(span, tag) for span in untangle(spans))


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
    changes = [_change_layer(span, tag) for span in untangle(span for span in changed if span)]
    bold = [Layer(span, Markup("<b>"), Markup("<b>"), Markup("</b>")) for span in untangle(letters)]
    return Markup(" … ").join(
        weave(text, span, [clip_layers(changes, span), clip_layers(bold, span)]) for span in spans
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
