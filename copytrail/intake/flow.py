"""The paragraphs of a file as they open, fill and close, in the formats of word processors.

Paragraphs may stand in one another (a text box hangs on a paragraph), be joined (the mark between them was
deleted) and hold hidden words; what comes out is a flat list of blocks in the order a reader meets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from copytrail.intake.extracts import Block
from copytrail.model import ParagraphKind

MOST_CHARACTERS = 3_000_000
"""So much text of one file is read; it is far more than can be compared."""
_OPENING = 5
"""One of so many first blocks may be the title."""
_HEADING_LENGTH = 300
"""A longer heading is text in a style that was taken for its looks."""
MOST_PARAGRAPHS = 100_000
HIDDEN = "hidden in the file"
_SPACE = re.compile(r"[ \t\r\f\v\x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_AT_BREAK = re.compile(r" ?\n ?")


@dataclass(slots=True)
class Room:
    """How much text may still be read, of all parts of a file together."""

    characters: int = MOST_CHARACTERS
    paragraphs: int = MOST_PARAGRAPHS

    @property
    def is_used_up(self) -> bool:
        """Whether nothing more is read."""
        return self.characters < 0 or self.paragraphs < 0

    def take(self, words: str) -> str:
        """As much of the words as there is room for."""
        if self.is_used_up:
            return ""
        taken = words[: self.characters]
        self.characters -= len(words)
        return taken

    def cut(self, blocks: Iterable[Block]) -> list[Block]:
        """As many of the blocks as there is room for."""
        taken: list[Block] = []
        for block in blocks:
            text = self.take(block.text).strip()
            self.paragraphs -= 1
            if text:
                taken.append(replace(block, text=text))
        return taken

    def tell(self) -> tuple[str, ...]:
        """A note where the room did not suffice."""
        if not self.is_used_up:
            return ()
        most = f"{MOST_CHARACTERS:,} characters" if self.characters < 0 else f"{MOST_PARAGRAPHS:,} paragraphs"
        return (f"The file holds more than {most}; what comes after them was not read.",)


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is."""

    kind: ParagraphKind | None = None
    furniture: str = ""


PLAIN_LOOK = Look()
BODY_LOOK = Look(ParagraphKind.BODY)


@dataclass(slots=True)
class _Paragraph:
    look: Look
    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    inside: list[Block] = field(default_factory=list)
    """Blocks of the boxes that hang on it."""


class Flow:
    """A stream of paragraphs on its way to blocks."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._blocks: list[Block] = []
        self._open: list[_Paragraph] = []
        self._waiting: list[_Paragraph | None] = [None]
        """For the text and each box or cell in it: the paragraph that the next one is joined to."""

    @property
    def is_open(self) -> bool:
        """Whether a paragraph is open."""
        return bool(self._open)

    def start(self, look: Look = PLAIN_LOOK) -> None:
        """A paragraph begins; it continues the one before where they are joined."""
        paragraph = self._waiting[-1] or _Paragraph(look)
        self._waiting[-1] = None
        paragraph.look = look
        self._open.append(paragraph)

    def change(self, look: Look) -> None:
        """What the open paragraph is, where that is told after it began."""
        if self._open:
            self._open[-1].look = look

    def write(self, words: str, *, is_hidden: bool = False) -> None:
        """Words of the open paragraph; without one they begin one, as some programs write it."""
        if not self._open:
            self.start()
        paragraph = self._open[-1]
        (paragraph.hidden if is_hidden else paragraph.shown).append(self._room.take(words))

    def end(self, *, is_joined: bool = False) -> None:
        """The open paragraph ends, or waits for the next one to continue it."""
        if not self._open:
            return
        paragraph = self._open.pop()
        if is_joined:
            self._waiting[-1] = paragraph
        else:
            self._emit(paragraph)

    def enter(self) -> None:
        """A box or a cell begins: paragraphs in it are joined to none outside it."""
        self._flush(self._waiting[-1])
        self._waiting[-1] = None
        self._waiting.append(None)

    def leave(self) -> None:
        """A box or a cell ends."""
        if len(self._waiting) > 1:
            self._flush(self._waiting.pop())

    def take(self, blocks: list[Block]) -> None:
        """Blocks that come from elsewhere stand here."""
        (self._open[-1].inside if self._open else self._blocks).extend(blocks)

    def finish(self) -> list[Block]:
        """The blocks, with everything closed that was left open."""
        while self._open:
            self.end()
        for waiting in self._waiting:
            self._flush(waiting)
        self._waiting = [None]
        return self._blocks

    def _flush(self, paragraph: _Paragraph | None) -> None:
        if paragraph:
            self._emit(paragraph)

    def _emit(self, paragraph: _Paragraph) -> None:
        shown, hidden = tidy("".join(paragraph.shown)), tidy("".join(paragraph.hidden))
        look = paragraph.look
        is_text = look.kind is ParagraphKind.HEADING and len(shown) > _HEADING_LENGTH
        blocks = [Block(shown, None if is_text else look.kind, look.furniture)] if shown else []
        blocks += [Block(hidden, None, HIDDEN)] if hidden else []
        self._room.paragraphs -= len(blocks)
        self.take(blocks + paragraph.inside)


def tidy(words: str) -> str:
    r"""Words as a page shows them: runs of spaces are one, and none stand around a line end.

    >>> tidy(" The  bridge \n opens.\x00 ")
    'The bridge\nopens.'
    """
    return _AT_BREAK.sub("\n", _SPACE.sub(" ", _UNSEEN.sub("", words))).strip()


def find_title(blocks: list[Block], fallback: str = "") -> str:
    """The first heading where the text begins with one, or what else is known."""
    kept = [block for block in blocks if not block.furniture][:_OPENING]
    headings = (block.text for block in kept if block.kind is ParagraphKind.HEADING and "\n" not in block.text)
    return next(headings, fallback)
