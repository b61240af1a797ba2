"""Notes as they are marked in the texts: a dotted line under their words, and the number of the note behind them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from copytrail.display.highlight import Layer
from copytrail.display.pieces import Side
from copytrail.model import LaidNote, Span

_START = Markup('<span class="note-mark{}" id="{}"><span class="spoken" dir="ltr">[{}: </span>')
_AGAIN = Markup('<span class="note-mark{}">')
_PLACE = Markup('<span class="finding-place" id="{}"></span>')
_END = Markup('<span class="spoken-end" dir="ltr">]</span></span>')
_FLAG = Markup(' <span class="note-flag{}" dir="ltr" aria-hidden="true">{}</span>')


def name_note(number: int) -> str:
    """What a note is called within a page."""
    return f"note-{number}"


def layer_notes(notes: Iterable[LaidNote], side: Side, prefix: str) -> tuple[Layer, ...]:
    """The notes on one side, each with its number behind it; what overlaps shares one mark."""
    placed = [(number, note, _find_span(note, side)) for number, note in enumerate(notes, 1)]
    groups: list[list[tuple[int, LaidNote, Span]]] = []
    for number, note, span in sorted(
        ((number, note, span) for number, note, span in placed if span), key=lambda each: (each[2], each[0])
    ):
        if groups and span.start < max(other.end for _, _, other in groups[-1]):
            groups[-1].append((number, note, span))
        else:
            groups.append([(number, note, span)])
    return tuple(_layer(group, side, prefix) for group in groups)


def _find_span(laid: LaidNote, side: Side) -> Span | None:
    return laid.original if side is Side.ORIGINAL else laid.derivative


def _layer(group: list[tuple[int, LaidNote, Span]], side: Side, prefix: str) -> Layer:
    """One mark over notes in one place; quiet where all of them are resolved."""
    span = Span(group[0][2].start, max(each.end for _, _, each in group))
    quiet = " quiet" if all(note.note.resolved for _, note, _ in group) else ""
    told = ", ".join(_say(number, note) for number, note, _ in group)
    names = [f"{prefix}{name_note(number)}{'-release' if side is Side.ORIGINAL else ''}" for number, _, _ in group]
    start = _START.format(quiet, names[0], told) + Markup("").join(_PLACE.format(name) for name in names[1:])
    flags = Markup("").join(_FLAG.format(" quiet" if note.note.resolved else "", _say(n, note)) for n, note, _ in group)
    return Layer(span, start, _AGAIN.format(quiet), _END, flags)


def _say(number: int, laid: LaidNote) -> str:
    return f"note {number}{', resolved' if laid.note.resolved else ''}"
