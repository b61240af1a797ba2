"""Where the words of an RTF text go: the text itself, notes and boxes in it, page headers and page footers."""

from __future__ import annotations

from copytrail.intake.extracts import Block
from copytrail.intake.flow import BODY_LOOK, PLAIN_LOOK, Flow, Look, Room

PLACES = {
    "footnote": "note", "shptxt": "box", "dptxbxtext": "box", "header": "page header", "headerl": "page header",
    "headerr": "page header", "headerf": "page header", "footer": "page footer", "footerl": "page footer",
    "footerr": "page footer", "footerf": "page footer",
}  # fmt: skip
"""Groups with words of their own, and what they are."""


class Streams:
    """The text, and what is open in it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._flows = [Flow(room)]
        self._notes: list[Block] = []
        self._margins: dict[str, Block] = {}

    @property
    def flow(self) -> Flow:
        """The innermost one, where words go."""
        return self._flows[-1]

    def open(self) -> None:
        """Words of their own begin."""
        self._flows.append(Flow(self._room))

    def close(self, place: str, look: Look) -> None:
        """They end; the last paragraph of them, where it is still open, looks like this."""
        self.flow.change(BODY_LOOK if place == "note" and look == PLAIN_LOOK else look)
        blocks = self._flows.pop().finish()
        if place == "note":
            self._notes += blocks
        elif place == "box":
            self.flow.take(blocks)
        else:
            for block in blocks:
                self._margins.setdefault(block.text, Block(block.text, None, place))

    def finish(self, look: Look) -> tuple[list[Block], list[Block], list[Block]]:
        """Page headers, the text with its notes, page footers."""
        self.flow.change(look)
        while len(self._flows) > 1:
            self.close("note", look)
        margins = list(self._margins.values())
        headers = [block for block in margins if block.furniture == "page header"]
        footers = [block for block in margins if block.furniture == "page footer"]
        return headers, self.flow.finish() + self._notes, footers
