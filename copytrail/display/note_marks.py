"""Notes as they are marked in the texts: which words, under which names, and with what behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copytrail.display.highlight import NoteMark, layer_note
from copytrail.display.pieces import Side
from copytrail.display.weaving import Layer
from copytrail.model import LaidNote, Span

_Placed = tuple[int, LaidNote, Span]


def name_note(number: int) -> str:
    """What a note is called within a page."""
    return f"note-{number}"


def layer_notes(notes: Iterable[LaidNote], side: Side, prefix: str) -> tuple[Layer, ...]:
    """The notes on one side, each with its number behind it; what overlaps shares one mark."""
    placed = [
        (number, note, span) for number, note in enumerate(notes, 1) if (span := _find_span(note, side)) is not None
    ]
    groups: list[list[_Placed]] = []
    for each in sorted(placed, key=lambda each: (each[2], each[0])):
        if groups and each[2].start < max(span.end for _, _, span in groups[-1]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return tuple(layer_note(_mark(group, side, prefix)) for group in groups)


def _find_span(laid: LaidNote, side: Side) -> Span | None:
    return laid.original if side is Side.ORIGINAL else laid.derivative


def _mark(group: Sequence[_Placed], side: Side, prefix: str) -> NoteMark:
    end = "-release" if side is Side.ORIGINAL else ""
    return NoteMark(
        span=Span(group[0][2].start, max(span.end for _, _, span in group)),
        names=tuple(f"{prefix}{name_note(number)}{end}" for number, _, _ in group),
        flags=tuple((_say(number, laid), laid.note.resolved is not None) for number, laid, _ in group),
    )


def _say(number: int, laid: LaidNote) -> str:
    return f"note {number}{', resolved' if laid.note.resolved else ''}"
