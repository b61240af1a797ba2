"""Notes to JSON data and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from copytrail.codec.spans import Json
from copytrail.model import Anchor, LaidNote, Note, NoteAbout, Place, Reply, Span


def laid_note_to_data(laid: LaidNote) -> Json:
    """A note with the ranges of both texts where it stands."""
    return {
        **note_to_data(laid.note),
        "derivative_range": _range_to_data(laid.derivative),
        "original_range": _range_to_data(laid.original),
    }


def laid_note_from_data(data: Json) -> LaidNote:
    """The note and its places that data describes."""
    return LaidNote(
        note=note_from_data(data),
        derivative=_range_from_data(data["derivative_range"]),
        original=_range_from_data(data["original_range"]),
    )


def note_to_data(note: Note) -> Json:
    """A note with the answers to it."""
    return {
        **place_to_data(note.place),
        **_written_to_data(note),
        "replies": [_written_to_data(reply) for reply in note.replies],
        "resolved": _time_to_data(note.resolved),
        "resolver": note.resolver,
    }


def note_from_data(data: Json) -> Note:
    """The note that data describes."""
    return Note(
        place=place_from_data(data),
        **_written_from_data(data),
        replies=tuple(Reply(**_written_from_data(reply)) for reply in data["replies"]),
        resolved=_time_from_data(data["resolved"]),
        resolver=data["resolver"],
    )


def place_to_data(place: Place) -> Json:
    """What a note is on."""
    return {
        "about": place.about.value,
        "derivative": asdict(place.derivative) if place.derivative else None,
        "original": asdict(place.original) if place.original else None,
        "kind": place.kind,
    }


def place_from_data(data: Json) -> Place:
    """What the note that data describes is on."""
    return Place(
        about=NoteAbout(data["about"]),
        derivative=Anchor(**data["derivative"]) if data["derivative"] else None,
        original=Anchor(**data["original"]) if data["original"] else None,
        kind=data["kind"],
    )


def _written_to_data(written: Note | Reply) -> Json:
    return {
        "id": written.id,
        "text": written.text,
        "person": written.person,
        "time": written.time.isoformat(),
        "edited": _time_to_data(written.edited),
        "deleted": written.deleted,
        "version": written.version,
    }


def _written_from_data(data: Json) -> Json:
    return {
        "id": data["id"],
        "text": data["text"],
        "person": data["person"],
        "time": datetime.fromisoformat(data["time"]),
        "edited": _time_from_data(data["edited"]),
        "deleted": data["deleted"],
        "version": data["version"],
    }


def _time_to_data(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


def _time_from_data(time: str | None) -> datetime | None:
    return datetime.fromisoformat(time) if time else None


def _range_to_data(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _range_from_data(data: list[int] | None) -> Span | None:
    return Span(*data) if data else None
