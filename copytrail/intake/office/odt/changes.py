"""Tracked changes of an OpenDocument text: what was deleted stands before the text, what was inserted within it."""

from __future__ import annotations

from dataclasses import dataclass, field

from copytrail.intake.extracts import Changes
from copytrail.intake.flow import Flow, Look


@dataclass(slots=True)
class _Piece:
    """What a deletion took from one paragraph."""

    look: Look
    words: list[str] = field(default_factory=list)


class ChangeTable:
    """Knows the tracked changes of a text and puts back what was deleted where the original is asked for."""

    def __init__(self, changes: Changes) -> None:
        self.is_original = changes is Changes.ORIGINAL
        self.has_changes = False
        self._insertions: set[str] = set()
        self._deletions: dict[str, list[_Piece]] = {}
        self._region = ""
        self._open: list[_Piece] | None = None
        self._inside: set[str] = set()
        """The insertions that the text is in."""

    @property
    def is_collecting(self) -> bool:
        """Whether what comes was deleted, and is told before the text."""
        return self._open is not None

    @property
    def is_inserted(self) -> bool:
        """Whether what comes was inserted and is not wanted."""
        return bool(self._inside)

    def start_region(self, number: str) -> None:
        """A change is described."""
        self._region = number

    def note_insertion(self) -> None:
        """It is an insertion."""
        self.has_changes = True
        self._insertions.add(self._region)

    def start_deletion(self) -> None:
        """It is a deletion, and what was deleted follows."""
        self.has_changes = True
        self._open = self._deletions.setdefault(self._region, [])

    def end_deletion(self) -> None:
        """No more was deleted."""
        self._open = None

    def start_paragraph(self, look: Look) -> None:
        """A paragraph, or what was deleted of one."""
        if self._open is not None:
            self._open.append(_Piece(look))

    def collect(self, words: str) -> None:
        """Deleted words."""
        if self._open:
            self._open[-1].words.append(words)

    def enter(self, number: str) -> None:
        """An insertion begins in the text."""
        if self.is_original and number in self._insertions:
            self._inside.add(number)

    def leave(self, number: str) -> None:
        """An insertion ends in the text."""
        self._inside.discard(number)

    def restore(self, number: str, flow: Flow) -> None:
        """Put back what was deleted at this place, once; where it ran over paragraphs, they are two again."""
        pieces = self._deletions.pop(number, []) if self.is_original and not self._inside else []
        is_inside = flow.is_open
        for place, piece in enumerate(pieces):
            if place or not is_inside:
                flow.end()
                flow.start(piece.look)
            flow.write("".join(piece.words))
        if not is_inside:
            flow.end()
