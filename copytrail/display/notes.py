"""Notes in words: what each is on, who wrote what and when, the answers, and the way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copytrail.display.links import find_paragraph
from copytrail.display.naming import count, name_finding, say_time, shorten
from copytrail.display.note_marks import name_note
from copytrail.display.note_wording import DELETED, FINDING_LOST, HALF_LOST, LOST
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.state import PageState, View
from copytrail.display.visible import show_line
from copytrail.model import Anchor, Comparison, LaidNote, Note, NoteAbout, Reply, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A note or an answer as it is shown."""

    id: str
    person: str
    said: str
    """Who wrote it and when."""
    text: str
    version: int
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note with the replies to it as it is shown."""

    number: int
    key: str
    note: Written
    replies: tuple[Written, ...]
    about: str
    """What it is on, in words."""
    place: str
    """The paragraphs in which it stands."""
    address: str
    """The way to its words; empty where it has none."""
    remark: str = ""
    """What of its place was not found."""
    resolved: str = ""
    """Who said when that nothing is left to do; empty where something is."""

    @property
    def title(self) -> str:
        """The first words of it, for a list."""
        return DELETED if self.note.deleted else shorten(self.note.text)

    @property
    def answers(self) -> str:
        """How many answers it has."""
        return count(len(self.replies), "reply", "replies") if self.replies else ""

    def is_by(self, person: str) -> bool:
        """Whether somebody wrote the note or answered it."""
        return any(each.person == person for each in (self.note, *self.replies))


def view_notes(comparison: Comparison, pieces: Pieces, state: PageState) -> tuple[NoteView, ...]:
    """All notes of a comparison, numbered in the order of the article."""
    return tuple(_view(comparison, pieces, state, each) for each in enumerate(comparison.notes, 1))


def concern_notes(comparison: Comparison, pieces: Pieces, notes: Sequence[NoteView], key: str) -> tuple[NoteView, ...]:
    """The notes on words of one passage."""
    spans = {side: [each.span for each in pieces.on(side) if each.key == key] for side in Side}
    return tuple(
        shown
        for shown, laid in zip(notes, comparison.notes, strict=True)
        if _overlaps(laid.derivative, spans[Side.DERIVATIVE]) or _overlaps(laid.original, spans[Side.ORIGINAL])
    )


def say_written(person: str, time: str, edited: str = "") -> str:
    """Who wrote something and when.

    >>> say_written("Ada", "3 May 2026, 14:02 UTC"), say_written("", "3 May 2026, 14:02 UTC", "4 May 2026, 09:00 UTC")
    ('Ada, 3 May 2026, 14:02 UTC', '3 May 2026, 14:02 UTC, changed 4 May 2026, 09:00 UTC')
    """
    return ", ".join(part for part in (show_line(person), time, f"changed {edited}" if edited else "") if part)


def _view(comparison: Comparison, pieces: Pieces, state: PageState, numbered: tuple[int, LaidNote]) -> NoteView:
    number, laid = numbered
    note = laid.note
    piece = _find_piece(pieces, laid)
    side = Side.DERIVATIVE if laid.derivative else Side.ORIGINAL
    anchor = name_note(number) + ("-release" if side is Side.ORIGINAL else "")
    key = piece.key if piece else ""
    lead = replace(state, view=View.ALIGNED) if state.view in (View.LEDGER, View.REPORT) else state
    address = replace(lead, focus=key).address(anchor) if piece else ""
    if state.view is View.REPORT and piece:
        address = f"#{state.prefix}{anchor}"
    resolver = say_written(note.resolver, say_time(note.resolved)) if note.resolved else ""
    return NoteView(
        number=number,
        key=key,
        note=_show(note),
        replies=tuple(map(_show, note.replies)),
        about=_say_about(note),
        place=_say_places(comparison, laid),
        address=address,
        remark=_say_lost(comparison, laid),
        resolved=f"Resolved: {resolver}" if resolver else "",
    )


def _show(written: Note | Reply) -> Written:
    edited = say_time(written.edited) if written.edited else ""
    return Written(
        id=written.id,
        person=written.person,
        said=say_written(written.person, say_time(written.time), edited),
        text=DELETED if written.deleted else written.text,
        version=written.version,
        deleted=written.deleted,
    )


def _say_about(note: Note) -> str:
    """What a note is on, by the words it was written on."""
    place = note.place
    if place.about is NoteAbout.WHOLE:
        return "On the whole comparison"
    words = [_quote(each) for each in (place.derivative, place.original) if each]
    if place.about is NoteAbout.FINDING:
        return f"On the finding “{name_finding(place.kind)}”: {words[0]}" if words else name_finding(place.kind)
    return f"On {' and '.join(words)}"


def _quote(anchor: Anchor) -> str:
    return f"“{shorten(show_line(anchor.exact), 60)}”"


def _say_places(comparison: Comparison, laid: LaidNote) -> str:
    names = []
    if laid.derivative:
        names.append(f"A{find_paragraph(comparison.derivative, laid.derivative.start)}")
    if laid.original:
        names.append(f"R{find_paragraph(comparison.original, laid.original.start)}")
    return ", ".join(names)


def _say_lost(comparison: Comparison, laid: LaidNote) -> str:
    """What of the place was not found."""
    place = laid.note.place
    if not laid.is_placed:
        return LOST
    if place.about is NoteAbout.FINDING and not any(
        each.kind == place.kind
        and _is_there(each.derivative, laid.derivative)
        and _is_there(each.original, laid.original)
        for each in comparison.findings
    ):
        return FINDING_LOST
    if place.derivative and not laid.derivative:
        return HALF_LOST.format("article")
    return HALF_LOST.format("release") if place.original and not laid.original else ""


def _is_there(span: Span | None, noted: Span | None) -> bool:
    return span is noted or bool(span and noted and span.overlaps(noted))


def _find_piece(pieces: Pieces, laid: LaidNote) -> Piece | None:
    for side, span in ((Side.DERIVATIVE, laid.derivative), (Side.ORIGINAL, laid.original)):
        found = next((each for each in pieces.on(side) if span and each.span.overlaps(span)), None)
        if found:
            return found
    return None


def _overlaps(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(each.overlaps(span) for each in spans)
