"""What people wrote beside a comparison, as a chapter of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.notes import view_notes
from copytrail.display.pieces import find_pieces
from copytrail.display.state import PageState
from copytrail.export.report.blocks import Block, Heading, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytrail.display.notes import NoteView, Written
    from copytrail.model import Comparison


def list_notes(comparison: Comparison) -> Iterator[Block]:
    """Each note with its place, who wrote it and when, and the answers to it."""
    if not comparison.notes:
        return
    yield Heading("Notes", 3)
    for view in view_notes(comparison, find_pieces(comparison), PageState()):
        yield Line(lead=f"{name_place(view)}:", text=tell(view.note))
        yield from (Line(lead="Reply:", text=tell(each)) for each in view.replies)
        remarks = [each for each in (view.resolved, view.remark) if each]
        yield from (Line(text=each) for each in remarks)


def name_place(view: NoteView) -> str:
    """What a note is on, with the paragraphs where it stands."""
    return f"{view.place}, {view.about[:1].lower()}{view.about[1:]}" if view.place else view.about


def tell(written: Written) -> str:
    """The words of a note or of an answer, then who wrote them and when."""
    return f"{written.text} ({written.said})"
