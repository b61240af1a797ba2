"""What a table for a spreadsheet says of notes: a row for each note and for each answer to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.links import find_paragraph
from copytrail.export.csv_dismissals import BY_HAND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytrail.model import Comparison, Document, LaidNote, Note, Reply, Span

NOTE_COLUMNS = ("note", "written", "written_by", "resolved")


def list_note_rows(comparison: Comparison) -> Iterator[dict[str, object]]:
    """The notes that were not deleted, in the order of the derivative, each before its answers."""
    for laid in comparison.notes:
        note = laid.note
        place = _find_place(comparison, laid)
        if not note.deleted:
            resolved = note.resolved.isoformat() if note.resolved else ""
            yield {"row": "note", **place, **_tell(note), "resolved": resolved}
        for reply in note.replies:
            if not reply.deleted:
                yield {"row": "reply", **place, **_tell(reply)}


def _tell(written: Note | Reply) -> dict[str, object]:
    return {"note": written.text, "written": written.time.isoformat(), "written_by": written.person or BY_HAND}


def _find_place(comparison: Comparison, laid: LaidNote) -> dict[str, object]:
    """Where it stands now, by position where its words were found, and the words it was written on."""
    anchors = laid.note.place
    words = {
        "derivative_words": anchors.derivative.exact if anchors.derivative else "",
        "original_words": anchors.original.exact if anchors.original else "",
    }
    if laid.derivative:
        return {**words, **_locate("derivative", comparison.derivative, laid.derivative)}
    return {**words, **(_locate("original", comparison.original, laid.original) if laid.original else {})}


def _locate(side: str, document: Document, span: Span) -> dict[str, object]:
    return {
        "side": side,
        "paragraph": find_paragraph(document, span.start),
        "start": span.start,
        "end": span.end,
    }
